import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import {
  DistinctCounts,
  entryOf,
  HubTokens,
  type Person,
} from '../../examples/partner-subgraph/src/distinct/index.js';
import { ownParty } from '../../src/features/committee/distinct/own-party.js';
import { PartnerParty } from '../../src/features/committee/distinct/partner-party.js';
import { unionSize } from '../../src/features/committee/distinct/ring.js';
import { publishedKeys, signer } from '../../src/features/committee/partner-systems/hub-tokens.js';
import { table } from '../report/table.js';

/*
 * Counts distinct persons of the hub and of one partner, each in a thread of its own as in the hub, over HTTP:
 * processor time of both sides together, bytes in both directions, and the longest pause of the event loop of the
 * hub's main thread and of the partner.
 */

/** What a count of that many persons a side used. */
interface DistinctFigures {
  readonly persons: number;
  readonly cpuSeconds: number;
  readonly kilobytes: number;
  /** In milliseconds. */
  readonly hubPause: number;
  readonly partnerPause: number;
}

const secret = 'a secret of the benchmark, long enough';
const period = '2025';

/** The sizes that are measured, and what is promised for each. */
const distinctLimits = [
  { persons: 2000, cpuSeconds: 3, kilobytes: 200 },
  { persons: 20_000, cpuSeconds: 30, kilobytes: 2000 },
] as const;

/** Measures a count with that many persons a side, of whom half are the same. */
async function measureDistinct(persons: number): Promise<DistinctFigures> {
  const partner = thread({ role: 'partner', persons });
  const { url } = await said<{ url: string }>(partner);
  const before = process.cpuUsage();
  const pauses = watched();
  const hub = thread({ role: 'hub', persons, url });
  const { size } = await said<{ size: number }>(hub);
  const hubPause = pauses();
  const { user, system } = process.cpuUsage(before);
  if (size !== persons * 1.5) throw new Error(`counted ${size}`);
  partner.postMessage('end');
  const { bytes, pause } = await said<{ bytes: number; pause: number }>(partner);
  return {
    persons,
    cpuSeconds: (user + system) / 1e6,
    kilobytes: bytes / 1000,
    hubPause,
    partnerPause: pause,
  };
}

/** The figures as a table of Markdown, with their goals. */
export async function distinctTable(): Promise<string> {
  const rows: string[][] = [];
  for (const limit of distinctLimits) {
    const it = await measureDistinct(limit.persons);
    rows.push([
      `${it.persons}`,
      `${it.cpuSeconds.toFixed(1)} s (≤ ${limit.cpuSeconds} s)`,
      `${it.kilobytes.toFixed(0)} kB (≤ ${limit.kilobytes} kB)`,
      `${it.hubPause.toFixed(0)} ms, ${it.partnerPause.toFixed(0)} ms (≤ 50 ms)`,
    ]);
  }
  const header = [
    'Distinct persons, a side',
    'Processor time, both sides',
    'Traffic',
    'Longest pause, hub and partner',
  ];
  return table(header, rows);
}

function thread(data: object): Worker {
  return new Worker(fileURLToPath(import.meta.url), { workerData: data });
}

async function said<Message>(worker: Worker): Promise<Message> {
  const [message] = await once(worker, 'message');
  return message as Message;
}

/**
 * Watches the event loop of this thread. A pause is the processor time that passes between two turns: other programs on
 * the machine do not count.
 * @returns ends the watch, and returns the longest pause in milliseconds
 */
function watched(): () => number {
  let longest = 0;
  let last = process.threadCpuUsage();
  const timer = setInterval(() => {
    const { user, system } = process.threadCpuUsage(last);
    longest = Math.max(longest, (user + system) / 1000);
    last = process.threadCpuUsage();
  }, 1);
  return () => {
    clearInterval(timer);
    return longest;
  };
}

/** Persons, the first of whom has this number. */
function people(count: number, first: number): Person[] {
  return Array.from({ length: count }, (_, index) => ({
    firstName: `Anne-Laure ${first + index}`,
    lastName: `L’Hôpital ${first + index}`,
    birthDate: '1980-01-01',
  }));
}

async function runHub(persons: number, url: string): Promise<void> {
  const { signal } = new AbortController();
  const digests = people(persons, 0).map((person) => createHash('sha256').update(entryOf(person)).digest());
  const system = { id: 'partner', slug: 'partner', url };
  const party = new PartnerParty(system, randomUUID(), await signer(secret), signal);
  await party.start(period, 2);
  const size = await unionSize([ownParty(digests, signal), party]);
  await party.end('COUNTED');
  parentPort?.postMessage({ size });
}

async function runPartner(persons: number): Promise<void> {
  const keys = JSON.stringify(await publishedKeys(secret));
  const sockets = new Set<Socket>();
  const server: Server = createServer(async (request, response) => {
    if (request.url === '/keys') response.end(keys);
    else await counts.answer(request, response);
  }).on('connection', (socket) => sockets.add(socket));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const own = people(persons, persons / 2);
  const counts = new DistinctCounts({
    tokens: new HubTokens(`${url}/keys`, 'partner'),
    memory: { load: async () => [], save: async () => {} },
    secret,
    persons: () => own,
  });
  const pauses = watched();
  parentPort?.postMessage({ url: `${url}/graphql` });
  await once(parentPort as NonNullable<typeof parentPort>, 'message');
  const pause = pauses();
  const bytes = [...sockets].reduce((sum, socket) => sum + socket.bytesRead + socket.bytesWritten, 0);
  parentPort?.postMessage({ bytes, pause });
  server.closeAllConnections();
  server.close();
}

if (!isMainThread && workerData?.role === 'hub') await runHub(workerData.persons, workerData.url);
else if (!isMainThread && workerData?.role === 'partner') await runPartner(workerData.persons);
