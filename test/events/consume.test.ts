import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { loadConfig } from '../../src/config/index.js';
import { Database } from '../../src/database/database.js';
import { settleRestored } from '../../src/database/restored.js';
import { type Consumer, ConsumerRunner, type EventRecord } from '../../src/events/consumer-runner.js';
import { Feed } from '../../src/events/feed.js';
import { entities } from '../../src/features/index.js';
import { Jobs } from '../../src/jobs/jobs.js';
import { asOwner } from '../kit/database.js';
import { testHub } from '../kit/hub.js';
import { loginUrlOf } from '../kit/login.js';
import { registerPerson, sendReferral } from '../kit/town.js';
import { until } from '../kit/until.js';

const hub = testHub();
const log = pino({ level: 'silent' });
const undo: (() => Promise<unknown>)[] = [];
let database: Database;
let feed: Feed;
let jobs: Jobs;

beforeAll(async () => {
  const url = await loginUrlOf(hub.ownerUrl);
  database = await Database.connect(url, entities, 4);
  feed = new Feed(database, url, log);
  await feed.start();
  jobs = new Jobs(url, log);
  undo.push(
    () => database.close(),
    () => feed.stop(),
  );
  await hub.owner(`create table seen (consumer text, event uuid);
    alter table seen enable row level security;
    create policy seen on seen to hub_system using (true) with check (true);
    grant select, insert on seen to hub_system`);
});
afterAll(async () => {
  for (const step of undo.reverse()) await step();
});

/** A consumer that records the events it handles, in its transaction. */
function recordingConsumer(
  name: string,
  from: Consumer['from'],
  fail: (event: EventRecord) => boolean = () => false,
): Consumer {
  return {
    name,
    from,
    async consume(em, events) {
      for (const event of events) {
        await em.execute('insert into seen (consumer, event) values (?, ?)', [name, event.id]);
        if (fail(event)) throw new Error('not this time');
      }
    },
  };
}

function run(...consumers: Consumer[]): ConsumerRunner {
  const consumption = new ConsumerRunner(consumers, { database, jobs, config: loadConfig({}), log });
  consumption.start(feed);
  undo.push(() => consumption.stop());
  return consumption;
}

async function handledBy(name: string): Promise<string[]> {
  const rows = await hub.owner<{ event: string }>('select event from seen where consumer = $1', [name]);
  return rows.map(({ event }) => event);
}

/** The ids of all events, in order. */
async function allEvents(): Promise<string[]> {
  const rows = await hub.owner<{ id: string }>('select id from event order by xid, id');
  return rows.map(({ id }) => id);
}

/** Waits until a consumer has handled the last event. */
async function caughtUp(name: string): Promise<void> {
  const behind = `select from event e left join event_consumer c on c.name = $1
    where c.name is null or (e.xid, e.id) > (c.xid, c.id) limit 1`;
  await asOwner(hub.ownerUrl, async (owner) => {
    await until(async () => ((await owner.query(behind, [name])).rowCount ? undefined : true));
  });
}

async function someReferrals(count: number): Promise<void> {
  const { client } = await hub.town.caseworker();
  const { partner: to } = await hub.town.caseworker();
  const person = await registerPerson(client);
  await Promise.all(Array.from({ length: count }, () => sendReferral(client, person, to)));
}

describe('a consumer of events', () => {
  it('handles each event once and in order, with several processes and at any start time', async () => {
    await someReferrals(5);
    const many = recordingConsumer('many processes', 'BEGINNING');
    for (let process = 0; process < 4; process++) run(many);
    await someReferrals(40);
    await hub.settled();
    await caughtUp(many.name);
    expect(await handledBy(many.name)).toEqual(await allEvents());
  });

  it('with from NOW does not handle earlier events when it is new', async () => {
    await hub.settled();
    const before = new Set(await allEvents());
    const late = recordingConsumer('late', 'NOW');
    run(late);
    await caughtUp(late.name);
    await someReferrals(2);
    await hub.settled();
    await caughtUp(late.name);
    expect(await handledBy(late.name)).toEqual((await allEvents()).filter((id) => !before.has(id)));
  });

  it('that fails rolls back and handles the same events again', async () => {
    let failures = 3;
    const failing = recordingConsumer('failing', 'BEGINNING', () => failures-- > 0);
    run(failing);
    await hub.settled();
    await caughtUp(failing.name);
    expect(failures).toBeLessThan(0);
    expect(await handledBy(failing.name)).toEqual(await allEvents());
  });

  it('continues at its position after a restore, also when other consumers were behind it', async () => {
    const first = recordingConsumer('came far', 'BEGINNING');
    const running = run(first);
    await hub.settled();
    await caughtUp(first.name);
    await running.stop();
    await someReferrals(3);
    await hub.settled();
    const second = recordingConsumer('came farther', 'BEGINNING');
    const further = run(second);
    await caughtUp(second.name);
    await further.stop();
    // As after a restore on a server whose transaction ids are far below those of the server that wrote the events.
    await asOwner(hub.ownerUrl, async (owner) => {
      await owner.query('update private.epoch set known = $1', ['another']);
      await owner.query('update event set xid = (xid::text::bigint + 1e9)::bigint::text::xid8');
      await owner.query('update event_consumer set xid = (xid::text::bigint + 1e9)::bigint::text::xid8');
      await settleRestored(owner);
    });
    run(first, second);
    await someReferrals(3);
    await hub.settled();
    await Promise.all([first, second].map(({ name }) => caughtUp(name)));
    for (const { name } of [first, second])
      expect((await handledBy(name)).toSorted()).toEqual((await allEvents()).toSorted());
  });
});
