import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { loadConfig } from '../../src/config/index.js';
import { Database } from '../../src/database/database.js';
import { backgroundRole, systemRole } from '../../src/database/database-role.js';
import { entities } from '../../src/features/index.js';
import { Jobs, type Queue } from '../../src/jobs/jobs.js';
import { testHub } from '../kit/hub.js';
import { loginUrlOf } from '../kit/login.js';
import { until } from '../kit/until.js';

const hub = testHub();
const silent = pino({ level: 'silent' });
const cleanups: (() => Promise<unknown>)[] = [];
let database: Database;

beforeAll(async () => {
  database = await Database.connect(await loginUrlOf(hub.ownerUrl), entities, 4);
  cleanups.push(() => database.close());
});
afterAll(async () => {
  for (const step of cleanups.reverse()) await step();
});

interface Data {
  readonly n: number;
}

type JobHandler = (n: number, attempt: number, signal: AbortSignal) => void | Promise<void>;

function createQueue(name: string, handler: JobHandler): Queue<Data> {
  return {
    name,
    tries: { retryLimit: 5, retryDelay: 1, expireInSeconds: 30 },
    work: { pollingIntervalSeconds: 0.5, localConcurrency: 2 },
    run: async ({ data, attempt, signal }) => handler(data.n, attempt, signal),
  };
}

/** A process that runs the jobs of a queue. */
async function startProcess(queue: Queue<Data>, log = silent): Promise<Jobs> {
  const jobs = new Jobs(await loginUrlOf(hub.ownerUrl), log);
  cleanups.push(() => jobs.stop(1000));
  await jobs.start([queue as Queue]);
  await jobs.work([queue as Queue], { database, config: loadConfig({}), log });
  return jobs;
}

/** Records each job; `done` resolves after `count` jobs. */
function recordJobs(
  count: number,
  before: JobHandler = () => {},
): { handler: JobHandler; done: Promise<number[]> } {
  const jobs: number[] = [];
  let resolve: (jobs: number[]) => void = () => {};
  const done = new Promise<number[]>((settle) => (resolve = settle));
  const handler: JobHandler = (n, attempt, signal) => {
    before(n, attempt, signal);
    jobs.push(n);
    if (jobs.length === count) resolve(jobs);
  };
  return { handler, done };
}

describe('jobs', () => {
  it('are created and rolled back with the transaction that sends them', async () => {
    const { handler, done } = recordJobs(2);
    const queue = createQueue('with-its-transaction', handler);
    const jobs = await startProcess(queue);
    await database.write(backgroundRole, (em) => jobs.send(em, queue, [{ data: { n: 1 } }]));
    const rolledBack = database.write(backgroundRole, async (em) => {
      await jobs.send(em, queue, [{ data: { n: 2 } }]);
      throw new Error('rolled back by the test');
    });
    await expect(rolledBack).rejects.toThrow('rolled back by the test');
    await database.write(systemRole, (em) => jobs.send(em, queue, [{ data: { n: 3 } }]));
    expect((await done).toSorted()).toEqual([1, 3]);
  });

  it('are run once each, with several processes', async () => {
    const all = Array.from({ length: 60 }, (_, n) => n);
    const { handler, done } = recordJobs(all.length);
    const queue = createQueue('many-processes', handler);
    const [jobs] = await Promise.all([startProcess(queue), startProcess(queue), startProcess(queue)]);
    await database.write(backgroundRole, (em) =>
      (jobs as Jobs).send(
        em,
        queue,
        all.map((n) => ({ data: { n } })),
      ),
    );
    expect((await done).toSorted((a, b) => a - b)).toEqual(all);
    expect(
      await hub.owner(`select state, count(*)::int from jobs.job where name = $1 group by state`, [
        queue.name,
      ]),
    ).toEqual([{ state: expect.any(String), count: all.length }]);
  });

  it('are not run before startAfter', async () => {
    const { handler, done } = recordJobs(2);
    const queue = createQueue('later', handler);
    const jobs = await startProcess(queue);
    const inAnHour = new Date(Date.now() + 3_600_000);
    await database.write(backgroundRole, (em) =>
      jobs.send(em, queue, [{ data: { n: 1 }, startAfter: inAnHour }, { data: { n: 2 } }]),
    );
    const stateOf = async (n: number) => {
      const [row] = await hub.owner<{ state: string }>(
        `select state from jobs.job where name = $1 and data ->> 'n' = $2`,
        [queue.name, n],
      );
      return row?.state;
    };
    await until(async () => (await stateOf(2)) === 'completed');
    expect(await stateOf(1)).toBe('created');
    await hub.owner('update jobs.job set start_after = now() where name = $1', [queue.name]);
    expect(await done).toEqual([2, 1]);
  });

  it('that fail are retried, and only the name of the error is stored', async () => {
    const attempts: number[] = [];
    const { handler, done } = recordJobs(1, (_, attempt) => {
      attempts.push(attempt);
      if (attempt < 2) throw new TypeError('about Ada Lovelace');
    });
    const queue = createQueue('failing', handler);
    const jobs = await startProcess(queue);
    await database.write(backgroundRole, (em) => jobs.send(em, queue, [{ data: { n: 1 } }]));
    await done;
    expect(attempts).toEqual([0, 1, 2]);
    const rows = await hub.owner<{ output: unknown }>(`select output from jobs.job where name = $1`, [
      queue.name,
    ]);
    expect(JSON.stringify(rows)).not.toContain('Lovelace');
  });
  it('that a stop interrupts are run again, and are no failure in the log', async () => {
    const lines: string[] = [];
    const running = Promise.withResolvers<void>();
    const interrupted = createQueue('interrupted', async (_, attempt, signal) => {
      if (attempt > 0) return;
      running.resolve();
      await once(signal, 'abort');
      throw new Error('interrupted');
    });
    const jobs = await startProcess(
      interrupted,
      pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) }),
    );
    await database.write(backgroundRole, (em) => jobs.send(em, interrupted, [{ data: { n: 1 } }]));
    await running.promise;
    await jobs.stop(1);
    await until(() => lines.some((line) => line.includes('job interrupted by the stop; it will run again')));
    expect(lines.join('')).not.toContain('job failed');
    const { handler, done } = recordJobs(1);
    await startProcess({
      ...interrupted,
      run: async ({ data }) => handler(data.n, 0, new AbortController().signal),
    });
    expect(await done).toEqual([1]);
  });
});
