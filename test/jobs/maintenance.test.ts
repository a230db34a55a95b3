import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { loadConfig } from '../../src/config/index.js';
import { Database } from '../../src/database/database.js';
import { entities } from '../../src/features/index.js';
import { createBoss } from '../../src/jobs/boss.js';
import { Jobs, type Queue } from '../../src/jobs/jobs.js';
import { testHub } from '../kit/hub.js';
import { loginUrlOf } from '../kit/login.js';
import { until } from '../kit/until.js';

const hub = testHub();
const cleanups: (() => Promise<unknown>)[] = [];
let logLines: string[];
const log = pino({ level: 'debug', base: null, timestamp: false }, { write: (line) => logLines.push(line) });

beforeEach(() => {
  logLines = [];
});
afterEach(async () => {
  for (const step of cleanups.splice(0).reverse()) await step();
});

const queue: Queue = {
  name: 'maintained',
  tries: { retryLimit: 1, retryDelay: 1, expireInSeconds: 30 },
  work: { pollingIntervalSeconds: 0.5, localConcurrency: 1 },
  run: async () => {},
};

async function startJobs(): Promise<Jobs> {
  const jobs = new Jobs(await loginUrlOf(hub.ownerUrl), log);
  cleanups.push(() => jobs.stop(1000));
  await jobs.start([queue]);
  return jobs;
}

async function startBoss() {
  const boss = createBoss(await loginUrlOf(hub.ownerUrl), log);
  cleanups.push(() => boss.stop({ graceful: false }));
  await boss.start();
  return boss;
}

/** Creates a job that finished the given number of days ago. */
async function insertFinishedJob(daysAgo: number): Promise<string> {
  const id = randomUUID();
  await hub.owner(
    `insert into jobs.job (id, name, state, completed_on, deletion_seconds)
     select $1, name, 'completed', now() - make_interval(days => $3), deletion_seconds from jobs.queue where name = $2`,
    [id, queue.name, daysAgo],
  );
  return id;
}

/** The log entries with a message. */
const entriesWithMessage = (message: string) =>
  logLines.map((it) => JSON.parse(it)).filter((it) => it.msg === message);

describe('job maintenance as the login role', () => {
  it('deletes the jobs that finished more than a week ago, and no others', async () => {
    await startJobs();
    const [old, recent] = [await insertFinishedJob(8), await insertFinishedJob(6)];
    await hub.owner('update jobs.queue set maintain_on = null');
    await (await startBoss()).supervise();
    // The test hub's own process may have started the maintenance first.
    const queues = await until(async () => {
      const rows = await hub.owner<{ name: string; maintained: boolean }>(
        'select name, maintain_on is not null as maintained from jobs.queue',
      );
      const deleted = await hub.owner('select from jobs.job where id = $1 having count(*) = 0', [old]);
      return rows.every((it) => it.maintained) && deleted.length > 0 ? rows : undefined;
    });
    expect(queues.length).toBeGreaterThan(1);
    expect(await hub.owner('select id from jobs.job where name = $1', [queue.name])).toEqual([
      { id: recent },
    ]);
    expect(logLines).toEqual([]);
  });

  it('logs a failure with its error code', async () => {
    const boss = await startBoss();
    await hub.owner('revoke delete on jobs.instance from hub_system');
    await boss.supervise();
    await hub.owner('grant delete on jobs.instance to hub_system');
    expect(entriesWithMessage('job maintenance failed; retrying')).toEqual([
      expect.objectContaining({ level: 40, code: '42501' }),
    ]);
    expect(logLines).toHaveLength(1);
  });
});

describe('polling for jobs', () => {
  it('logs a failure with the queue and the error code', async () => {
    const database = await Database.connect(await loginUrlOf(hub.ownerUrl), entities, 2);
    cleanups.push(() => database.close());
    const jobs = await startJobs();
    await hub.owner('revoke update on jobs.job_common from hub_system');
    await jobs.work([queue], { database, config: loadConfig({}), log });
    await until(() => (logLines.length > 0 ? logLines : undefined));
    await hub.owner('grant update on jobs.job_common to hub_system');
    expect(entriesWithMessage('job polling failed; retrying')[0]).toMatchObject({
      queue: queue.name,
      code: '42501',
    });
  });
});
