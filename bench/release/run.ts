import { setTimeout as pause } from 'node:timers/promises';
import { makeReleases, makingOptions } from '../../src/features/committee/index.js';
import { cases } from '../cases.js';
import { type Databases, quiet } from '../databases.js';
import { quantile } from '../figures.js';
import { cpuOf, cpuOfTree } from '../machine.js';
import { asOwner } from '../owner.js';
import { draw, type Sample, sampleOf } from '../parameters.js';
import { analysis, indicators, questionsOf } from './questions.js';
import { WatchedHub } from './watched-hub.js';

/** The figures of a release that was made. */
export interface Made {
  readonly asOf: string;
  /** Seconds of processor time of the hub and of PostgreSQL, and of time. */
  readonly hub: number;
  readonly database: number;
  readonly duration: number;
  /** Milliseconds. */
  readonly longestPause: number;
}

/** The figures of a run; times in milliseconds. */
export interface Results {
  readonly persons: number;
  readonly cells: number;
  readonly releases: readonly Made[];
  /** Opening a file, without and with a release being made. */
  readonly alone: readonly number[];
  readonly beside: readonly number[];
  readonly pauseAlone: number;
  readonly pauseBeside: number;
  readonly questions: readonly number[];
  readonly dearest: Asked['dearest'];
  readonly pauseOfQuestions: number;
}

/** What a run needs. */
export interface Surroundings {
  readonly databases: Databases;
  readonly secret: string;
  /** The folder of the hub. */
  readonly root: string;
  /** How many times the persons of the demonstration town there are. */
  readonly copies: number;
  readonly say: (text: string) => void;
}

/** Files that are opened in a second. */
const rate = 20;
/** How long files are opened without a release being made, in seconds; and how often each question is asked. */
const baseline = 15;
const rounds = 30;

/** The releases that draw a year, of one subject or of several: those of February, March and April. */
const months = ['02', '03', '04'];

/** Measures the making of releases, and what else the hub answers meanwhile. */
export async function run({ databases, secret, root, copies, say }: Surroundings): Promise<Results> {
  say('loading the demonstration town and making its releases');
  await databases.loadDemonstration();
  await databases.withReleases((ownerUrl) => makeReleases(makingOptions(ownerUrl, { secret })));
  say(`making the town of ${copies} copies`);
  await databases.makeTown('town', copies);
  const url = databases.urlOf('town');
  const sample = await sampleOf(url);
  const { member, coordinator } = await readersIn(url);
  const subjects = [member, coordinator, ...sample.viewers.map(({ viewer }) => viewer.subject)];
  const hub = await WatchedHub.start({ folder: root, secret, subjects }, url);
  const town: Town = { url, hub, coordinator, database: await databases.serverPid() };
  await quiet(url);
  const days = await latestOf(url);
  const releases: Made[] = [];
  for (const asOf of days) {
    say(`making the release of ${asOf} again`);
    releases.push(await make(town, asOf));
  }
  const [most] = [...releases].sort((one, other) => cpu(other) - cpu(one));
  if (!most) throw new Error('The town has no release to make');
  say('opening files');
  await open(hub, sample, 'warm-up', until(5));
  await hub.longestPause();
  const first = await open(hub, sample, 'alone', until(baseline));
  const pauseAlone = await hub.longestPause();
  say(`opening files while the release of ${most.asOf} is made`);
  let isMade = false;
  const making = make(town, most.asOf).finally(() => {
    isMade = true;
  });
  const beside = await open(hub, sample, 'beside', () => isMade);
  const { longestPause: pauseBeside } = await making;
  const alone = [...first, ...(await open(hub, sample, 'alone again', until(baseline)))];
  say('asking questions');
  const year = Number(most.asOf.slice(0, 4)) - 1;
  await askAll(hub, member, year, 3);
  await hub.longestPause();
  const { questions, dearest } = await askAll(hub, member, year, rounds);
  const pauseOfQuestions = await hub.longestPause();
  await hub.stop();
  return {
    ...(await sizeOf(url)),
    releases,
    alone: sorted(alone),
    beside: sorted(beside),
    pauseAlone,
    pauseBeside,
    questions,
    dearest,
    pauseOfQuestions,
  };
}

interface Town {
  readonly url: string;
  readonly hub: WatchedHub;
  /** The subject of the coordinator. */
  readonly coordinator: string;
  /** The process of PostgreSQL. */
  readonly database: number;
}

/** Removes a release and has the hub make it again, at the coordinator's request. */
async function make({ url, hub, coordinator, database }: Town, asOf: string): Promise<Made> {
  await asOwner(url, async (owner) => {
    await owner.query(
      'delete from committee_cell where release_id = (select id from committee_release where as_of = $1)',
      [asOf],
    );
    await owner.query('delete from committee_release where as_of = $1', [asOf]);
  });
  await hub.longestPause();
  const before = await Promise.all([cpuOf([hub.pid]), cpuOfTree(database)]);
  const began = performance.now();
  const command =
    'mutation ($input: MakeReleaseInput!) { makeRelease(input: $input) { userErrors { code message } } }';
  await hub.ask(coordinator, command, { input: { asOf, idempotencyKey: `${asOf} ${began}` } });
  await asOwner(url, async (owner) => {
    const made = () => owner.query('select from committee_release where as_of = $1', [asOf]);
    while ((await made()).rowCount === 0) await pause(50);
  });
  const duration = (performance.now() - began) / 1000;
  const after = await Promise.all([cpuOf([hub.pid]), cpuOfTree(database)]);
  const longestPause = await hub.longestPause();
  return {
    ...{ asOf, duration, longestPause },
    hub: (after[0] - before[0]) / 1000,
    database: (after[1] - before[1]) / 1000,
  };
}

/** Seconds of processor time of a release. */
export const cpu = ({ hub, database }: Made): number => hub + database;

/** Opens files at a fixed rate, whatever the answers take. Returns the milliseconds of each. */
async function open(
  hub: WatchedHub,
  sample: Sample,
  label: string,
  isOver: () => boolean,
): Promise<number[]> {
  const requests = draw(sample, 'a', 10_000, `release ${label}`);
  const answers: Promise<number>[] = [];
  const began = performance.now();
  for (const { viewer, variables } of requests) {
    if (isOver()) break;
    answers.push(hub.ask(viewer.subject, cases.a.document, variables));
    await pause(Math.max(0, began + (answers.length * 1000) / rate - performance.now()));
  }
  return Promise.all(answers);
}

function until(seconds: number): () => boolean {
  const end = performance.now() + seconds * 1000;
  return () => performance.now() > end;
}

/** The answers to the questions, in milliseconds, shortest first, and the processor time of the hub for the dearest one. */
interface Asked {
  readonly questions: readonly number[];
  readonly dearest: { readonly question: string; readonly milliseconds: number };
}

/** Asks each question a number of times, one after the other. */
async function askAll(hub: WatchedHub, member: string, year: number, times: number): Promise<Asked> {
  const period = { from: `${year}-01-01`, until: `${year + 1}-01-01` };
  const took: number[] = [];
  let dearest: Asked['dearest'] = { question: '', milliseconds: 0 };
  for (const input of [...questionsOf(year), undefined]) {
    const [document, variables] = input ? [analysis, { input }] : [indicators, { period }];
    const before = await cpuOf([hub.pid]);
    for (let round = 0; round < times; round++) took.push(await hub.ask(member, document, variables));
    const milliseconds = ((await cpuOf([hub.pid])) - before) / times;
    const question = input ? `${input.subject} by ${input.by.join(' and ')}` : 'indicators';
    if (milliseconds > dearest.milliseconds) dearest = { question, milliseconds };
  }
  return { questions: sorted(took), dearest };
}

const sorted = (values: readonly number[]) => [...values].sort((one, other) => one - other);

/** The 95th percentile. */
export const p95 = (values: readonly number[]): number => quantile(values, 0.95);

/** The subjects of a committee member and of the coordinator. */
async function readersIn(url: string): Promise<{ member: string; coordinator: string }> {
  const { rows } = await asOwner(url, (owner) =>
    owner.query<{ role: string; subject: string }>(
      `select role::text, min(subject) as subject from member
       where role in ('COMMITTEE_MEMBER', 'COORDINATOR') and deactivated_at is null group by role`,
    ),
  );
  const of = (role: string) => rows.find((row) => row.role === role)?.subject ?? '';
  return { member: of('COMMITTEE_MEMBER'), coordinator: of('COORDINATOR') };
}

/** The days of the last releases that draw a year, the oldest first. */
async function latestOf(url: string): Promise<string[]> {
  const { rows } = await asOwner(url, (owner) =>
    owner.query<{ as_of: string }>(
      `select max(as_of)::text as as_of from committee_release where to_char(as_of, 'MM') = any ($1)
       group by to_char(as_of, 'MM') order by 1`,
      [months],
    ),
  );
  return rows.map(({ as_of }) => as_of);
}

async function sizeOf(url: string): Promise<{ persons: number; cells: number }> {
  const { rows } = await asOwner(url, (owner) =>
    owner.query<{ persons: number; cells: number }>(
      `select (select count(*) from beneficiary)::int as persons, (select count(*) from committee_cell)::int as cells`,
    ),
  );
  return rows[0] ?? { persons: 0, cells: 0 };
}
