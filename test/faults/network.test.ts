import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Data } from '../kit/client.js';
import { validInput } from '../kit/commands.js';
import { expectSoon, figure } from '../kit/figures.js';
import { testHub } from '../kit/hub.js';
import { HubProcess } from '../kit/process.js';
import { TcpProxy } from '../kit/proxy.js';
import { randomFrom } from '../kit/random.js';
import { RawSocket } from '../kit/raw-socket.js';
import { registerPerson, sendReferral } from '../kit/town.js';
import { until } from '../kit/until.js';

/** The time limits for an answer and for the detection of a dead socket, in milliseconds. */
const answerLimit = 15_000;
const detectionLimit = 30_000;

/** The number of sockets that a member may have. */
const maxSockets = 20;

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
const subscription = 'subscription { referralEvents { cursor referral { id } } }';

describe('on a bad network between a client and the hub', () => {
  const cleanups: (() => unknown)[] = [];
  // Stops before the test hub, which drops the database at its end.
  afterAll(async () => {
    for (const step of cleanups.reverse()) await step();
  });
  const town = testHub();
  let hub: HubProcess;
  let sender: Awaited<ReturnType<typeof town.town.caseworker>>;
  let receiver: typeof sender;
  let person: string;
  /** The slow measurements, started concurrently at the beginning. */
  let slowRequests: Promise<Record<string, number>>;
  let unreadAnswers: Promise<{ sent: number; read: number; took: number }>;
  let deadSockets: Promise<number>;

  beforeAll(async () => {
    hub = await HubProcess.start({ DATABASE_URL: town.ownerUrl });
    cleanups.push(() => hub.kill());
    sender = await town.town.caseworker();
    receiver = await town.town.caseworker();
    person = await registerPerson(sender.client);
    slowRequests = measureSlowRequests();
    unreadAnswers = measureUnreadAnswers();
    deadSockets = measureDeadSockets();
  });

  /** A proxy in front of the hub, and clients that use it. */
  async function proxied(): Promise<{ proxy: TcpProxy; as: (it: typeof sender) => Client }> {
    const proxy = await TcpProxy.open(hub.url);
    cleanups.push(() => proxy.close());
    return {
      proxy,
      as: ({ client }) => {
        return new Client(proxy.url, client.token);
      },
    };
  }

  async function openSocket(): Promise<Socket> {
    const { port } = new URL(hub.url);
    const socket = connect(Number(port), '127.0.0.1').on('error', () => {});
    cleanups.push(() => socket.destroy());
    await once(socket, 'connect');
    return socket;
  }

  /** Measures after how long the hub disconnects clients with slow requests. */
  async function measureSlowRequests(): Promise<Record<string, number>> {
    const post = `POST /graphql HTTP/1.1\r\nhost: hub\r\nauthorization: Bearer ${sender.client.token}\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n`;
    const slow: Record<string, [atOnce: string, byteByByte: string]> = {
      'a client that sends nothing': ['', ''],
      'headers sent byte by byte': ['', post],
      'a body sent byte by byte': [`${post}\r\n`, '{"query":"{ viewer { role } }"}'.padEnd(1000)],
    };
    const durations = Object.entries(slow).map(async ([kind, [atOnce, byteByByte]]) => {
      const socket = await openSocket();
      const began = performance.now();
      const closed = new Promise((resolve) => socket.once('close', resolve));
      socket.resume().write(atOnce);
      const remaining = [...byteByByte];
      const writing = setInterval(() => socket.write(remaining.shift() ?? ''), 1000);
      await closed;
      clearInterval(writing);
      return [kind, performance.now() - began] as const;
    });
    return Object.fromEntries(await Promise.all(durations));
  }

  /** Measures how much data reaches a client that requests much and reads nothing, and when it is disconnected. */
  async function measureUnreadAnswers(): Promise<{ sent: number; read: number; took: number }> {
    const page = await (await fetch(`${hub.url}/graphiql`)).text();
    const files = await Promise.all(
      [...page.matchAll(/src="([^"]+\.js)"/g)].map(async ([, path]) => {
        const { pathname } = new URL(path as string, `${hub.url}/graphiql`);
        return { pathname, size: (await (await fetch(`${hub.url}${pathname}`)).arrayBuffer()).byteLength };
      }),
    );
    const [largest] = files.sort((a, b) => b.size - a.size);
    const { pathname, size } = largest as (typeof files)[number];
    const socket = await openSocket();
    const requests = 40;
    socket.pause();
    socket.write(`GET ${pathname} HTTP/1.1\r\nhost: hub\r\n\r\n`.repeat(requests));
    const began = performance.now();
    // A client that does not read detects that it was disconnected when its second write fails. Each write restarts the
    // hub's timeout.
    while (!socket.destroyed) {
      await delay(answerLimit - 1000);
      for (const probe of ['\r\n', '\r\n']) {
        socket.write(probe);
        await delay(300);
      }
    }
    return { sent: requests * size, read: socket.bytesRead, took: performance.now() - began };
  }

  /** Measures after how long the sockets of a member no longer count when the network has failed silently. */
  async function measureDeadSockets(): Promise<number> {
    const { member, client } = await town.town.signedInMember(sender.partner);
    const { proxy } = await proxied();
    const dead = await Promise.all(
      Array.from({ length: maxSockets }, () => RawSocket.signedIn(proxy.url, client.token)),
    );
    cleanups.push(() => Promise.all(dead.map(async (it) => it.close())));
    for (const raw of dead) raw.subscribe('events', subscription);
    await Promise.all(
      dead.map(async (raw) => {
        raw.subscribe('ready', '{ viewer { role } }');
        await raw.message((it) => it.id === 'ready');
      }),
    );
    proxy.stall();
    const began = performance.now();
    const reconnecting = await hub.as(member);
    await until(async () => {
      const raw = await RawSocket.open(hub.url);
      raw.init(reconnecting.token);
      const admitted = await raw.message((it) => it.type === 'connection_ack').catch(() => undefined);
      raw.close();
      if (!admitted) await delay(200);
      return admitted;
    });
    return performance.now() - began;
  }

  it('requests, commands and events arrive, also with high latency and byte by byte', async () => {
    const { proxy, as } = await proxied();
    const took: number[] = [];
    for (const [latency, bytes] of [
      [150, Number.POSITIVE_INFINITY],
      [0, 1],
    ] as const) {
      Object.assign(proxy.faults, { latency, pieces: { bytes, pause: 0 } });
      const [sending, receiving] = [as(sender), as(receiver)];
      const began = performance.now();
      const listening = await receiving.subscribe('referral { id }');
      const referral = await sendReferral(sending, person, receiver.partner);
      expect((await listening.next()).referral.id).toBe(referral);
      took.push(performance.now() - began);
      await receiving.close();
    }
    expectSoon(Math.max(...took), answerLimit);
    figure(
      'network: latency of 150 ms, and one byte at a time: no hang beyond 15 s',
      `a command and its event took ${took.map(seconds).join(' and ')}`,
    );
  });

  it('connection resets leak no resources, and a repeated command is done once', async () => {
    const { random } = randomFrom('RESET_SEED');
    const { proxy } = await proxied();
    proxy.faults.pieces = { bytes: 20, pause: 1 };
    const query = `mutation ($input: SendReferralInput!) { sendReferral(input: $input) { referral { id } userErrors { code } } }`;
    const inputs = Array.from({ length: 40 }, () => validInput.sendReferral(person, receiver.partner));
    const viaProxy = new Client(proxy.url, sender.client.token);
    const sockets: RawSocket[] = [];
    let stopped = false;
    const connecting = (async () => {
      while (!stopped) {
        const raw = await RawSocket.signedIn(proxy.url, receiver.client.token).catch(() => undefined);
        raw?.subscribe('events', subscription);
        if (raw) sockets.push(raw);
        await delay(30);
      }
    })();
    const resetting = (async () => {
      while (!stopped) {
        await delay(random.below(40));
        proxy.reset(() => random.below(3) === 0);
      }
    })();
    let interrupted = 0;
    for (const input of inputs) {
      const answer = await viaProxy.post({ query, variables: { input } }).catch(() => undefined);
      // Undefined when the connection was reset before the answer was complete.
      const text = await answer?.text().catch(() => undefined);
      if (text === undefined) interrupted++;
    }
    stopped = true;
    await Promise.all([connecting, resetting]);
    proxy.reset();

    const direct = new Client(hub.url, sender.client.token);
    const repeat = async (input: Data): Promise<string> =>
      (await direct.data(query, { input })).sendReferral.referral.id;
    const sent = await Promise.all(inputs.map(repeat));
    const rows = await town.owner<{ id: string }>('select id from referral where id = any ($1::uuid[])', [
      sent.map((id) => id.slice('referral_'.length)),
    ]);
    expect([new Set(sent).size, rows.length]).toEqual([inputs.length, inputs.length]);

    // All sockets of the member are free, and no database connection is in a transaction or waiting.
    await until(async () => {
      const all = await Promise.all(
        Array.from({ length: maxSockets }, () =>
          RawSocket.signedIn(hub.url, receiver.client.token).catch(() => undefined),
        ),
      );
      for (const raw of all) raw?.close();
      if (all.every(Boolean)) return true;
      await delay(500);
      return undefined;
    });
    await until(async () => {
      const [row] = await town.owner<{ busy: number }>(
        `select count(*)::int as busy from pg_stat_activity
          where datname = current_database() and application_name = 'partner-hub' and state <> 'idle'`,
      );
      return row?.busy === 0 || undefined;
    });
    expect(interrupted).toBeGreaterThan(0);
    figure(
      'network: resets leak no connection, transaction or subscriber',
      `${interrupted} of ${inputs.length} commands and ${sockets.length} sockets interrupted: each command done once, 0 transactions left open, all ${maxSockets} sockets of the member free`,
    );
  });

  it('a slow request is disconnected after a timeout', async () => {
    const durations = Object.entries(await slowRequests);
    for (const [, took] of durations) expectSoon(took, answerLimit);
    figure(
      'network: no hang beyond 15 s',
      durations.map(([kind, took]) => `${kind}: disconnected after ${seconds(took)}`).join('; '),
    );
  });

  it('a client that does not read its answers is disconnected after a timeout', async () => {
    const { sent, read, took } = await unreadAnswers;
    expect(read).toBeLessThan(sent);
    expectSoon(took, answerLimit);
    figure(
      'network: a client that does not read is disconnected within 15 s',
      `after ${seconds(took)}; it received ${(read / 1e6).toFixed(0)} of ${(sent / 1e6).toFixed(0)} MB`,
    );
  });

  it('a connection that fails silently is detected within 30 s, and its socket no longer counts', async () => {
    const took = await deadSockets;
    expectSoon(took, detectionLimit);
    figure(
      'network: dead sockets detected within 30 s',
      `${maxSockets} half-open sockets after ${seconds(took)}`,
    );
  });
});
