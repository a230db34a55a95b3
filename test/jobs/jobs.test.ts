import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { loadConfig } from '../../src/config/index.js';
import { Database } from '../../src/database/database.js';
import { backgroundRole, systemRole } from '../../src/database/database-role.js';
import { entities } from '../../src/features/index.js';
import { Jobs, type Queue } from '../../src/jobs/jobs.js';
import { testHub } from '../kit/hub.js';
import { loginUrlOf } from '../kit/login.js';

const hub = testHub();
const log = pino({ level: 'silent' });
const undo: (() => Promise<unknown>)[] = [];
let database: Database;

beforeAll(async () => {
  database = await Database.connect(await loginUrlOf(hub.ownerUrl), entities, 4);
  undo.push(() => database.close());
});
afterAll(async () => {
  for (const step of undo.reverse()) await step();
});

interface Data {
  readonly n: number;
}

type Did = (n: number, attempt: number) => void;

function queue(name: string, did: Did): Queue<Data> {
  return {
    name,
    tries: { retryLimit: 5, retryDelay: 1, expireInSeconds: 30 },
    work: { pollingIntervalSeconds: 0.5, localConcurrency: 2 },
    run: async ({ data, attempt }) => did(data.n, attempt),
  };
}

/** A process that runs the jobs of a queue. */
async function process(it: Queue<Data>): Promise<Jobs> {
  const jobs = new Jobs(await loginUrlOf(hub.ownerUrl), log);
  undo.push(() => jobs.stop(1000));
  await jobs.start([it as Queue]);
  await jobs.work([it as Queue], { database, config: loadConfig({}), log });
  return jobs;
}

/** Records each job; `done` resolves after `count` jobs. */
function counting(count: number, also: Did = () => {}): { did: Did; done: Promise<number[]> } {
  const seen: number[] = [];
  let resolve: (seen: number[]) => void = () => {};
  const done = new Promise<number[]>((settle) => (resolve = settle));
  const did: Did = (n, attempt) => {
    also(n, attempt);
    seen.push(n);
    if (seen.length === count) resolve(seen);
  };
  return { did, done };
}

describe('jobs', () => {
  it('are created and rolled back with the transaction that sends them', async () => {
    const { did, done } = counting(2);
    const it = queue('with-its-transaction', did);
    const jobs = await process(it);
    await database.write(backgroundRole, (em) => jobs.send(em, it, [{ data: { n: 1 } }]));
    const rolledBack = database.write(backgroundRole, async (em) => {
      await jobs.send(em, it, [{ data: { n: 2 } }]);
      throw new Error('changed its mind');
    });
    await expect(rolledBack).rejects.toThrow('changed its mind');
    await database.write(systemRole, (em) => jobs.send(em, it, [{ data: { n: 3 } }]));
    expect((await done).toSorted()).toEqual([1, 3]);
  });

  it('are run once each, with several processes', async () => {
    const all = Array.from({ length: 60 }, (_, n) => n);
    const { did, done } = counting(all.length);
    const it = queue('many-processes', did);
    const [jobs] = await Promise.all([process(it), process(it), process(it)]);
    await database.write(backgroundRole, (em) =>
      (jobs as Jobs).send(
        em,
        it,
        all.map((n) => ({ data: { n } })),
      ),
    );
    expect((await done).toSorted((a, b) => a - b)).toEqual(all);
    expect(
      await hub.owner(`select state, count(*)::int from jobs.job where name = $1 group by state`, [it.name]),
    ).toEqual([{ state: expect.any(String), count: all.length }]);
  });

  it('are not run before startAfter', async () => {
    const { did, done } = counting(2);
    const it = queue('later', did);
    const jobs = await process(it);
    const [{ soon }] = (await hub.owner(`select now() + interval '1.5 s' as soon`)) as [{ soon: Date }];
    const begun = performance.now();
    await database.write(backgroundRole, (em) =>
      jobs.send(em, it, [{ data: { n: 1 }, startAfter: soon }, { data: { n: 2 } }]),
    );
    expect(await done).toEqual([2, 1]);
    expect(performance.now() - begun).toBeGreaterThan(1000);
  });

  it('that fail are retried, and only the name of the error is stored', async () => {
    const attempts: number[] = [];
    const { did, done } = counting(1, (_, attempt) => {
      attempts.push(attempt);
      if (attempt < 2) throw new TypeError('about Ada Lovelace');
    });
    const it = queue('failing', did);
    const jobs = await process(it);
    await database.write(backgroundRole, (em) => jobs.send(em, it, [{ data: { n: 1 } }]));
    await done;
    expect(attempts).toEqual([0, 1, 2]);
    const rows = await hub.owner<{ output: unknown }>(`select output from jobs.job where name = $1`, [
      it.name,
    ]);
    expect(JSON.stringify(rows)).not.toContain('Lovelace');
  });
});
