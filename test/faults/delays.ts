import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asOwner, emptyDatabase, type TestDatabase } from '../kit/database.js';
import { figure } from '../kit/figures.js';
import { HubProcess } from '../kit/process.js';
import { randomFrom } from '../kit/random.js';
import { registerPerson, Seed, type SeededPartner, sendReferral } from '../kit/town.js';
import { daysPass, keyOf, queue, quiet } from '../referrals/waiting.js';

/** The events that the hub emits on a referral that is not answered, with the day on which each is due. */
const dueEvents = [
  { days: 9, kind: 'REMINDED' },
  { days: 11, kind: 'REMINDED' },
  { days: 22, kind: 'ESCALATED' },
  { days: 31, kind: 'EXPIRED' },
] as const;

/** The number of referrals, and at how many of the due steps a process is killed, chosen at random. */
interface Campaign {
  readonly referrals: number;
  readonly kills: number;
}

/** Declares the tests that each due step is done once, in spite of kills. */
export const dueStepsAreDoneOnce = ({ referrals: count, kills }: Campaign) =>
  describe('a due step of a referral (reminder, escalation, expiry)', () => {
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
    const passDays = (days: number, ids?: readonly string[]) =>
      asOwner(database.ownerUrl, (client) => daysPass(client, days, ids));
    /** How many events of this kind the hub has emitted to the receiver of each referral, as distinct numbers. */
    const eventCounts = async (kind: string) => {
      const rows = await owner<{ times: number }>(
        `select distinct (select count(*)::int from event e where e.subject = r.id and e.partner_id = r.to_id
        and e.kind = $1 and e.by_id is null) as times from referral r where status <> 'ACCEPTED' order by 1`,
        [kind],
      );
      return rows.map(({ times }) => times);
    };
    const until = async (condition: () => Promise<boolean>) => {
      while (!(await condition())) await new Promise((next) => setTimeout(next, 20));
    };
    /** Restarts every job that a killed process was running, as pg-boss does after its timeout. */
    const restartJobs = () =>
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
      const deadly = randomFrom('DELAYS_SEED').random.sample(dueEvents, kills);
      let replacement: Promise<HubProcess> | undefined = start();
      let passed = 0;
      for (const step of dueEvents) {
        const { days, kind } = step;
        await quiet(database.ownerUrl);
        await passDays(days - passed);
        passed = days;
        if (deadly.includes(step)) {
          const victim = (await replacement) as HubProcess;
          // The process is killed in the middle of the work, as soon as one step is done.
          const firstEvent = `select from event where kind = $1 and by_id is null and at > now() - interval '1 minute' limit 1`;
          await until(async () => (await owner(firstEvent, [kind])).length > 0);
          await kill(victim);
          replacement = killed < kills ? start() : undefined;
          await restartJobs();
        }
        await quiet(database.ownerUrl);
        expect(await eventCounts(kind)).toEqual([kind === 'REMINDED' && days === 11 ? 2 : 1]);
      }
      await replacement;
      expect([
        await eventCounts('REMINDED'),
        await eventCounts('ESCALATED'),
        await eventCounts('EXPIRED'),
      ]).toEqual([[2], [1], [1]]);
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
        `${count} referrals × ${dueEvents.length} steps, 3 processes, killed ${killed} times: 0 omitted, 0 done twice`,
      );
    });

    it('is rolled back when the process is killed in its transaction, and done once by the next one', async () => {
      const [referral] = await send(1);
      await quiet(database.ownerUrl);
      // No process may do the step before the referral is locked.
      for (const hub of [...hubs]) await kill(hub);
      await asOwner(database.ownerUrl, async (lock) => {
        await passDays(9);
        await lock.query('begin');
        await lock.query('select from referral where id = $1 for update', [keyOf(referral as string)]);
        const [{ pid }] = (await lock.query('select pg_backend_pid() as pid')).rows as [{ pid: number }];
        const victim = await start();
        const waiting = 'select from pg_stat_activity where $1 = any (pg_blocking_pids(pid))';
        await until(async () => (await owner(waiting, [pid])).length > 0);
        await kill(victim);
        await lock.query('commit');
      });
      expect(await eventCounts('REMINDED')).toEqual([0]);
      await start();
      await until(async () => (await eventCounts('REMINDED'))[0] === 1);
      await restartJobs();
      await quiet(database.ownerUrl);
      expect(await eventCounts('REMINDED')).toEqual([1]);
    });

    it('is done after a stop of all processes: only the last due step of each referral, also of those without a job', async () => {
      const [notDue, reminded, escalated, expired, withoutJob] = (await send(5)) as [
        string,
        string,
        string,
        string,
        string,
      ];
      await quiet(database.ownerUrl);
      await Promise.all(hubs.splice(0).map((hub) => hub.stop()));
      await passDays(15, [reminded, withoutJob]);
      await passDays(25, [escalated]);
      await passDays(40, [expired]);
      // Referrals from before the delays existed and those of the demonstration town have no job.
      await owner("delete from jobs.job where name = $1 and data->'referrals' ? $2", [
        queue,
        keyOf(withoutJob),
      ]);
      await Promise.all([start(), start()]);
      const eventsOf = async (id: string) =>
        (
          await owner<{ kind: string }>(
            'select kind from event e join referral r on r.id = e.subject and r.to_id = e.partner_id where r.id = $1 and by_id is null',
            [keyOf(id)],
          )
        ).map(({ kind }) => kind);
      await until(async () => (await eventsOf(withoutJob)).length > 0);
      await quiet(database.ownerUrl);
      expect(await Promise.all([notDue, reminded, withoutJob, escalated, expired].map(eventsOf))).toEqual([
        [],
        ['REMINDED'],
        ['REMINDED'],
        ['ESCALATED'],
        ['EXPIRED'],
      ]);
    });
  });
