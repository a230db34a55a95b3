import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { loadConfig } from '../../src/config/index.js';
import { Database } from '../../src/database/database.js';
import { settleRestored } from '../../src/database/restored.js';
import { type Consumer, ConsumerRunner, type EventRecord } from '../../src/events/consumer-runner.js';
import { entities } from '../../src/features/index.js';
import { Jobs } from '../../src/jobs/jobs.js';
import { asOwner } from '../kit/database.js';
import { feedOf, type TestFeed } from '../kit/feed.js';
import { testHub } from '../kit/hub.js';
import { loginUrlOf } from '../kit/login.js';
import { registerPerson, sendReferral } from '../kit/town.js';
import { until } from '../kit/until.js';

const hub = testHub();
const log = pino({ level: 'silent' });
const cleanups: (() => Promise<unknown>)[] = [];
let database: Database;
let feed: TestFeed;
let jobs: Jobs;

beforeAll(async () => {
  const url = await loginUrlOf(hub.ownerUrl);
  database = await Database.connect(url, entities, 4);
  feed = feedOf(database, url);
  await feed.start();
  jobs = new Jobs(url, log);
  cleanups.push(
    () => database.close(),
    () => feed.stop(),
  );
  await hub.owner(`create table handled (number bigint generated always as identity, consumer text, event uuid);
    alter table handled enable row level security;
    create policy handled on handled to hub_system using (true) with check (true);
    grant select, insert on handled to hub_system`);
});
afterAll(async () => {
  for (const step of cleanups.reverse()) await step();
});

/** A consumer that records the events that it handles, in its own transaction. */
function recordingConsumer(
  name: string,
  from: Consumer['from'],
  shouldFail: (event: EventRecord) => boolean = () => false,
): Consumer {
  return {
    name,
    from,
    async consume(em, events) {
      for (const event of events) {
        await em.execute('insert into handled (consumer, event) values (?, ?)', [name, event.id]);
        if (shouldFail(event)) throw new Error('failed by the test');
      }
    },
  };
}

function startRunner(...consumers: Consumer[]): ConsumerRunner {
  const runner = new ConsumerRunner(consumers, { database, jobs, config: loadConfig({}), log });
  runner.start(feed.feed);
  cleanups.push(() => runner.stop());
  return runner;
}

async function handledBy(name: string): Promise<string[]> {
  const rows = await hub.owner<{ event: string }>(
    'select event from handled where consumer = $1 order by number',
    [name],
  );
  return rows.map(({ event }) => event);
}

/** The ids of all events, in order. */
async function allEvents(): Promise<string[]> {
  const rows = await hub.owner<{ id: string }>('select id from event order by xid, id');
  return rows.map(({ id }) => id);
}

/** Waits until a consumer has handled the last event. */
async function waitUntilCaughtUp(name: string): Promise<void> {
  const behind = `select from event e left join event_consumer c on c.name = $1
    where c.name is null or (e.xid, e.id) > (c.xid, c.id) limit 1`;
  await asOwner(hub.ownerUrl, async (owner) => {
    await until(async () => ((await owner.query(behind, [name])).rowCount ? undefined : true));
  });
}

/** Waits until all events are settled, also those that consumers of the hub emit after others. */
async function allEmitted(): Promise<void> {
  await hub.settled();
  for (const emits of ['file events', 'notifications']) await waitUntilCaughtUp(emits);
  await hub.settled();
}

async function sendReferrals(count: number): Promise<void> {
  const { client } = await hub.town.caseworker();
  const { partner: receiver } = await hub.town.caseworker();
  const person = await registerPerson(client);
  // Five at a time: on a slow machine, more would wait too long for a connection to the database.
  const sender = async (_: unknown, first: number) => {
    for (let number = first; number < count; number += 5) await sendReferral(client, person, receiver);
  };
  await Promise.all(Array.from({ length: 5 }, sender));
}

describe('a consumer of events', () => {
  it('handles each event once and in order, with several processes and at any start time', async () => {
    await sendReferrals(5);
    const consumer = recordingConsumer('many processes', 'BEGINNING');
    for (let process = 0; process < 4; process++) startRunner(consumer);
    await sendReferrals(40);
    await allEmitted();
    await waitUntilCaughtUp(consumer.name);
    expect(await handledBy(consumer.name)).toEqual(await allEvents());
  });

  it('that starts from NOW skips the events before its first start', async () => {
    await allEmitted();
    const before = new Set(await allEvents());
    const consumer = recordingConsumer('late', 'NOW');
    startRunner(consumer);
    await waitUntilCaughtUp(consumer.name);
    await sendReferrals(2);
    await allEmitted();
    await waitUntilCaughtUp(consumer.name);
    expect(await handledBy(consumer.name)).toEqual((await allEvents()).filter((id) => !before.has(id)));
  });

  it('that fails is rolled back and retries the same events', async () => {
    let failures = 3;
    const consumer = recordingConsumer('failing', 'BEGINNING', () => failures-- > 0);
    startRunner(consumer);
    await allEmitted();
    await waitUntilCaughtUp(consumer.name);
    expect(failures).toBeLessThan(0);
    expect(await handledBy(consumer.name)).toEqual(await allEvents());
  });

  it('continues at its position after a restore, also with other consumers at earlier positions', async () => {
    const first = recordingConsumer('stopped first', 'BEGINNING');
    const firstRunner = startRunner(first);
    await allEmitted();
    await waitUntilCaughtUp(first.name);
    await firstRunner.stop();
    await sendReferrals(3);
    await allEmitted();
    const second = recordingConsumer('stopped second', 'BEGINNING');
    const secondRunner = startRunner(second);
    await waitUntilCaughtUp(second.name);
    await secondRunner.stop();
    // As after a restore on a server whose transaction ids are far below those of the server that wrote the events.
    await asOwner(hub.ownerUrl, async (owner) => {
      await owner.query('update private.epoch set known = $1', ['another']);
      await owner.query('update event set xid = (xid::text::bigint + 1e9)::bigint::text::xid8');
      await owner.query('update event_consumer set xid = (xid::text::bigint + 1e9)::bigint::text::xid8');
      await settleRestored(owner);
    });
    startRunner(first, second);
    await sendReferrals(3);
    await allEmitted();
    await Promise.all([first, second].map(({ name }) => waitUntilCaughtUp(name)));
    for (const { name } of [first, second])
      expect((await handledBy(name)).toSorted()).toEqual((await allEvents()).toSorted());
  });
});
