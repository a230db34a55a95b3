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

/** A consumer that writes down what it sees, in the transaction that it is given. */
function witness(
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

function follow(...consumers: Consumer[]): ConsumerRunner {
  const consumption = new ConsumerRunner(consumers, { database, jobs, config: loadConfig({}), log });
  consumption.start(feed);
  undo.push(() => consumption.stop());
  return consumption;
}

async function seen(name: string): Promise<string[]> {
  const rows = await hub.owner<{ event: string }>('select event from seen where consumer = $1', [name]);
  return rows.map(({ event }) => event);
}

/** All events, in their order. */
async function told(): Promise<string[]> {
  const rows = await hub.owner<{ id: string }>('select id from event order by xid, id');
  return rows.map(({ id }) => id);
}

/** Waits until a consumer stands behind the last event. */
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
  it('sees each event once and in order, however many processes run it and whenever it begins', async () => {
    await someReferrals(5);
    const many = witness('many processes', 'BEGINNING');
    for (let process = 0; process < 4; process++) follow(many);
    await someReferrals(40);
    await hub.settled();
    await caughtUp(many.name);
    expect(await seen(many.name)).toEqual(await told());
  });

  it('that is new and begins now leaves out what was before', async () => {
    await hub.settled();
    const before = new Set(await told());
    const late = witness('late', 'NOW');
    follow(late);
    await caughtUp(late.name);
    await someReferrals(2);
    await hub.settled();
    await caughtUp(late.name);
    expect(await seen(late.name)).toEqual((await told()).filter((id) => !before.has(id)));
  });

  it('that fails keeps nothing of it, and sees the same events again', async () => {
    let failures = 3;
    const failing = witness('failing', 'BEGINNING', () => failures-- > 0);
    follow(failing);
    await hub.settled();
    await caughtUp(failing.name);
    expect(failures).toBeLessThan(0);
    expect(await seen(failing.name)).toEqual(await told());
  });

  it('goes on where it was after the database was restored, also where others had not come so far', async () => {
    const first = witness('came far', 'BEGINNING');
    const running = follow(first);
    await hub.settled();
    await caughtUp(first.name);
    await running.stop();
    await someReferrals(3);
    await hub.settled();
    const second = witness('came farther', 'BEGINNING');
    const further = follow(second);
    await caughtUp(second.name);
    await further.stop();
    // As on a server whose transactions are far behind those of the one that wrote the events.
    await asOwner(hub.ownerUrl, async (owner) => {
      await owner.query('update private.epoch set known = $1', ['another']);
      await owner.query('update event set xid = (xid::text::bigint + 1e9)::bigint::text::xid8');
      await owner.query('update event_consumer set xid = (xid::text::bigint + 1e9)::bigint::text::xid8');
      await settleRestored(owner);
    });
    follow(first, second);
    await someReferrals(3);
    await hub.settled();
    await Promise.all([first, second].map(({ name }) => caughtUp(name)));
    for (const { name } of [first, second])
      expect((await seen(name)).toSorted()).toEqual((await told()).toSorted());
  });
});
