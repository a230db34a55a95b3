import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asOwner, emptyDatabase, type TestDatabase } from '../kit/database.js';
import { figure } from '../kit/figures.js';
import { HubProcess } from '../kit/process.js';
import { registerPerson, Seed, type SeededPartner, sendReferral } from '../kit/town.js';
import { daysPass, keyOf, queue, quiet } from '../referrals/waiting.js';

/** The possible events of the hub on one referral, with the day on which each is due. */
const inTime = [
  { days: 9, kind: 'REMINDED' },
  { days: 11, kind: 'REMINDED' },
  { days: 22, kind: 'ESCALATED' },
  { days: 31, kind: 'EXPIRED' },
] as const;

describe('a due step of a referral (reminder, escalation, expiry)', () => {
  const count = 30;
  let database: TestDatabase;
  let hubs: HubProcess[] = [];
  let receiver: SeededPartner;
  let town: Seed;
  let killed = 0;

  const start = async () => {
    const env = { DATABASE_URL: database.ownerUrl, HUB_REFERRAL_EXPIRY: 'on' };
    const hub = await HubProcess.start(env);
    hubs.push(hub);
    return hub;
  };
  const kill = async (hub: HubProcess) => {
    await hub.kill();
    hubs = hubs.filter((it) => it !== hub);
    killed++;
  };
  const owner = <Row extends object>(sql: string, values: readonly unknown[] = []) =>
    asOwner(database.ownerUrl, async (client) => (await client.query<Row>(sql, [...values])).rows);
  const pass = (days: number, ids?: readonly string[]) =>
    asOwner(database.ownerUrl, (client) => daysPass(client, days, ids));
  /** The distinct numbers of events of this kind that the receivers of the referrals got from the hub. */
  const told = async (kind: string) => {
    const rows = await owner<{ times: number }>(
      `select distinct (select count(*)::int from event e where e.subject = r.id and e.partner_id = r.to_id
        and e.kind = $1 and e.by_id is null) as times from referral r where status <> 'ACCEPTED' order by 1`,
      [kind],
    );
    return rows.map(({ times }) => times);
  };
  const until = async (holds: () => Promise<boolean>) => {
    while (!(await holds())) await new Promise((next) => setTimeout(next, 20));
  };
  /** Restarts every job that a killed process was running, as pg-boss does after its timeout. */
  const beginAgain = () =>
    owner(`update jobs.job set state = 'retry', start_after = now() where name = $1 and state = 'active'`, [
      queue,
    ]);
  /** Sends new referrals from a new partner; no referral of an earlier test is still waiting. */
  const send = async (number: number) => {
    await owner("update referral set status = 'ACCEPTED' where status <> 'ACCEPTED'");
    const { client } = await town.caseworker();
    const person = await registerPerson(client);
    return Promise.all(Array.from({ length: number }, () => sendReferral(client, person, receiver)));
  };

  beforeAll(async () => {
    database = await emptyDatabase();
    await Promise.all([start(), start()]);
    town = new Seed(
      (sql, values = []) => owner(sql, values),
      (member) => (hubs[0] as HubProcess).as(member),
    );
    ({ partner: receiver } = await town.caseworker());
    await town.partner(undefined, 'TOWN');
  });
  afterAll(async () => {
    await Promise.all(hubs.map((hub) => hub.stop()));
    await database.drop();
  });

  it('is done once, with several processes and with processes that are killed while doing it', async () => {
    await send(count);
    let replacement = start();
    let passed = 0;
    for (const { days, kind } of inTime) {
      await quiet(database.ownerUrl);
      await pass(days - passed);
      passed = days;
      const victim = await replacement;
      // In the middle of the work, as soon as one step is done.
      const one = `select from event where kind = $1 and by_id is null and at > now() - interval '1 minute' limit 1`;
      await until(async () => (await owner(one, [kind])).length > 0);
      await kill(victim);
      replacement = start();
      await beginAgain();
      await quiet(database.ownerUrl);
      expect(await told(kind)).toEqual([kind === 'REMINDED' && days === 11 ? 2 : 1]);
    }
    await replacement;
    expect([await told('REMINDED'), await told('ESCALATED'), await told('EXPIRED')]).toEqual([[2], [1], [1]]);
    const [{ unanswered }] = (await owner(
      "select count(*)::int as unanswered from event where topic = 'UNANSWERED'",
    )) as [{ unanswered: number }];
    expect(unanswered).toBe(count);
    expect(await owner('select from sharing where ended_at is null and basis = $1', ['REFERRAL'])).toEqual(
      [],
    );
    const changes = await owner<{ changes: number }>(
      `select distinct count(*)::int as changes from referral_transition t join referral r on r.id = t.referral_id
        where r.status = 'EXPIRED' group by r.id`,
    );
    expect(changes).toEqual([{ changes: 2 }]);
    figure(
      'reminders, escalation and expiry of referrals, each once',
      `${count} referrals × ${inTime.length} steps, 3 processes, killed ${killed} times: 0 left out, 0 twice`,
    );
  });

  it('is rolled back when the process is killed in its transaction, and done once by the next one', async () => {
    const [referral] = await send(1);
    await quiet(database.ownerUrl);
    await asOwner(database.ownerUrl, async (lock) => {
      await pass(9);
      await lock.query('begin');
      await lock.query('select from referral where id = $1 for update', [keyOf(referral as string)]);
      const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      await until(async () => (await owner(waiting)).length > 0);
      for (const hub of [...hubs]) await kill(hub);
      await lock.query('commit');
    });
    expect(await told('REMINDED')).toEqual([0]);
    await start();
    await until(async () => (await told('REMINDED'))[0] === 1);
    await beginAgain();
    await quiet(database.ownerUrl);
    expect(await told('REMINDED')).toEqual([1]);
  });

  it('is done after a stop: only the last due one of each referral, also of those without a job', async () => {
    const [none, reminded, escalated, expired, forgotten] = (await send(5)) as [
      string,
      string,
      string,
      string,
      string,
    ];
    await quiet(database.ownerUrl);
    await Promise.all(hubs.splice(0).map((hub) => hub.stop()));
    await pass(15, [reminded, forgotten]);
    await pass(25, [escalated]);
    await pass(40, [expired]);
    // As for a referral from before the delays existed, or of the demonstration town.
    await owner("delete from jobs.job where name = $1 and data->'referrals' ? $2", [queue, keyOf(forgotten)]);
    await Promise.all([start(), start()]);
    const heard = async (id: string) =>
      (
        await owner<{ kind: string }>(
          'select kind from event e join referral r on r.id = e.subject and r.to_id = e.partner_id where r.id = $1 and by_id is null',
          [keyOf(id)],
        )
      ).map(({ kind }) => kind);
    await until(async () => (await heard(forgotten)).length > 0);
    await quiet(database.ownerUrl);
    expect(await Promise.all([none, reminded, forgotten, escalated, expired].map(heard))).toEqual([
      [],
      ['REMINDED'],
      ['REMINDED'],
      ['ESCALATED'],
      ['EXPIRED'],
    ]);
  });
});
