import { availableParallelism, totalmem } from 'node:os';
import { compare } from './compare.js';
import type { Contender, RunningContender } from './contender.js';
import { bare } from './contenders/bare.js';
import { hub } from './contenders/hub.js';
import { Databases, quiet } from './databases.js';
import { measure, type Plan, type Series } from './measure.js';
import type { Options } from './options.js';
import { asOwner } from './owner.js';
import { sampleOf } from './parameters.js';
import { briefly } from './report/tables.js';

/** The size of a town, and the figures that were measured in it. */
export interface Size {
  readonly copies: number;
  /** Number of rows of some tables. */
  readonly rows: Readonly<Record<(typeof counted)[number], number>>;
  /** Each case with one connection. */
  readonly growth: readonly Series[];
}

/** The figures of a run. */
export interface Results {
  /** The hub's names first, the bare server's last. */
  readonly names: readonly string[];
  /** Each case with each number of connections, in the largest town. */
  readonly series: readonly Series[];
  /** The towns, the smallest first. */
  readonly sizes: readonly Size[];
  readonly machine: string;
}

const counted = ['beneficiary', 'pathway', 'step', 'referral', 'event'] as const;

/** What a run needs. */
export interface Surroundings {
  readonly options: Options;
  readonly databases: Databases;
  readonly secret: string;
  /** Reports what is done now. */
  readonly say: (text: string) => void;
}

/** Runs the bench: in each town the growth, in the largest all figures. */
export async function run({ options, databases, secret, say }: Surroundings): Promise<Results> {
  const { copies, quick } = options;
  say('loading the demonstration town');
  await databases.loadDemonstration();
  const scales = quick ? [] : [...new Set([1, Math.ceil(copies / 10)])].filter((scale) => scale < copies);
  const sizes: Size[] = [];
  const series: Series[] = [];
  const names: string[] = [];
  for (const scale of [...scales, copies]) {
    const town = `town_${scale}`;
    say(`making the town of ${scale} copies`);
    await databases.makeTown(town, scale);
    const sample = await sampleOf(databases.urlOf(town));
    const subjects = sample.viewers.map(({ viewer }) => viewer.subject);
    const hubs = options.hubs.map((it) => hub({ ...it, secret, subjects }));
    const contenders = [...hubs, bare];
    say('a hub does what is due in the town');
    for (const first of hubs.slice(0, 1)) await settle(databases, town, first);
    say('starting the servers');
    const contending = await startAll(databases, town, contenders);
    say('comparing their answers');
    await compare(contending, sample, options.cases);
    const plan: Plan = {
      contenders: contending,
      sample,
      database: await databases.serverPid(),
      rounds: options.rounds,
      share: quick ? 0.3 : 1,
    };
    const growth = quick ? [] : await measureAll({ ...plan, rounds: 3 }, options.cases, [1], say);
    sizes.push({ copies: scale, rows: await rowsOf(databases.urlOf(town)), growth });
    if (scale === copies) {
      series.push(...(await measureAll(plan, options.cases, options.connections, say)));
      names.push(...contending.map(({ name }) => name));
    }
    await Promise.all(contending.map((it) => it.stop()));
    await databases.drop(town, ...contenders.map((_, index) => `${town}_${index}`));
  }
  return { names, series, sizes, machine: await machineOf(databases.urlOf('postgres')) };
}

/** Lets a hub send the reminders and do the other work that is due in a new town, so that all copies start equal. */
async function settle(databases: Databases, town: string, contender: Contender): Promise<void> {
  const url = databases.urlOf(town);
  const running = await contender.start(url);
  await quiet(url);
  await running.stop();
}

/** Starts all contenders, each on a copy of its own of a town, and waits until they have nothing left to do. */
async function startAll(
  databases: Databases,
  town: string,
  contenders: readonly Contender[],
): Promise<RunningContender[]> {
  const running: RunningContender[] = [];
  for (const [index, contender] of contenders.entries()) {
    const url = await databases.copy(town, `${town}_${index}`);
    running.push(await contender.start(url));
    await quiet(url);
  }
  return running;
}

async function measureAll(
  plan: Plan,
  keys: Options['cases'],
  connections: readonly number[],
  say: (text: string) => void,
): Promise<Series[]> {
  const all: Series[] = [];
  for (const key of keys) {
    for (const count of connections) {
      const series = await measure(plan, key, count);
      all.push(series);
      say(`case ${key}, ${count} ${count === 1 ? 'connection' : 'connections'}: ${briefly(series)}`);
    }
  }
  return all;
}

async function rowsOf(databaseUrl: string): Promise<Size['rows']> {
  const counts = counted.map((table) => `(select count(*)::int from ${table}) as ${table}`);
  return asOwner(databaseUrl, async (owner) => {
    const { rows } = await owner.query<Size['rows']>(`select ${counts.join(', ')}`);
    return rows[0] as Size['rows'];
  });
}

async function machineOf(databaseUrl: string): Promise<string> {
  const { rows } = await asOwner(databaseUrl, (owner) =>
    owner.query<{ server_version: string }>('show server_version'),
  );
  const memory = Math.round(totalmem() / 2 ** 30);
  const node = process.version.slice(1);
  return `${availableParallelism()} processors, ${memory} GB of memory, Node ${node}, PostgreSQL ${rows[0]?.server_version}`;
}
