import { type CaseKey, cases } from './cases.js';
import type { RunningContender } from './contender.js';
import { quantile } from './figures.js';
import { load } from './load.js';
import { cpuOf, cpuOfTree, memoryOf } from './machine.js';
import { draw, type Sample } from './parameters.js';

/** What is measured of one contender in one round. */
export interface Measured {
  /** Good answers in a second. */
  readonly throughput: number;
  /** The share of requests that were not answered well. */
  readonly failed: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds of CPU time for 1,000 requests: of the server's processes, and of all of PostgreSQL. */
  readonly serverCpu: number;
  readonly databaseCpu: number;
  /** Resident megabytes of the server's processes. */
  readonly memory: number;
}

/** The rounds of one case with a number of connections, by the name of the contender. */
export interface Series {
  readonly key: CaseKey;
  readonly connections: number;
  readonly rounds: ReadonlyMap<string, readonly Measured[]>;
}

/** What is measured, and how. */
export interface Plan {
  readonly contenders: readonly RunningContender[];
  readonly sample: Sample;
  /** The process of PostgreSQL. */
  readonly database: number;
  readonly rounds: number;
  /** The share of each case's requests that a round sends. With one connection, it sends a quarter of them. */
  readonly share: number;
}

/**
 * Measures a case: in each round all contenders, one after the other, with the same requests. The contender that
 * begins changes from round to round.
 */
export async function measure(plan: Plan, key: CaseKey, connections: number): Promise<Series> {
  const rounds = new Map<string, Measured[]>(plan.contenders.map(({ name }) => [name, []]));
  for (const contender of plan.contenders)
    await run(plan, contender, key, connections, `warm-up ${connections}`);
  for (let round = 0; round < plan.rounds; round++) {
    const order = plan.contenders.map((_, at) => plan.contenders[(at + round) % plan.contenders.length]);
    for (const contender of order) {
      if (!contender) continue;
      rounds
        .get(contender.name)
        ?.push(await run(plan, contender, key, connections, `${connections} ${round}`));
    }
  }
  return { key, connections, rounds };
}

/** @throws Error when most requests were not answered well */
async function run(
  { sample, database, share }: Plan,
  contender: RunningContender,
  key: CaseKey,
  connections: number,
  label: string,
): Promise<Measured> {
  const part = connections === 1 ? share / 4 : share;
  const amount = Math.max(connections, Math.round(cases[key].amount * part));
  const requests = draw(sample, key, amount, label).map((it) => contender.request(cases[key], it));
  const before = await Promise.all([cpuOf(contender.pids), cpuOfTree(database)]);
  const { duration, latencies, failed, failure } = await load(
    contender.url,
    requests,
    connections,
    contender.isGood,
  );
  const after = await Promise.all([cpuOf(contender.pids), cpuOfTree(database)]);
  if (failed > amount / 2) throw new Error(`${contender.name} fails in case ${key}: ${failure}`);
  return {
    throughput: latencies.length / (duration / 1000),
    failed: failed / amount,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    serverCpu: ((after[0] - before[0]) / amount) * 1000,
    databaseCpu: ((after[1] - before[1]) / amount) * 1000,
    memory: await memoryOf(contender.pids),
  };
}
