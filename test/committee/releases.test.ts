import { beforeAll, describe, expect, it } from '@jest/globals';
import { releaseLock } from '../../src/features/committee/releases/make-releases.js';
import type { Client, Data } from '../kit/client.js';
import { refusalsOf, runCommand, validInput } from '../kit/commands.js';
import { asOwner } from '../kit/database.js';
import { type TestHub, testHub } from '../kit/hub.js';
import { release } from '../kit/releases.js';
import { daysAgo, registerPerson } from '../kit/town.js';
import { until } from '../kit/until.js';
import { accompany, asked, committeeMember, thisYear, year } from './steering.js';

/** All drawn cells, in one order. */
const drawn = (hub: TestHub) =>
  hub.owner<Data>(
    'select subject, period, split, place, people, further, hours, dominated from committee_cell order by 1, 2, 3, 4',
  );
const releases = async (client: Client): Promise<string[]> =>
  (await client.data('{ committee { releases { asOf } } }')).committee.releases.map(({ asOf }: Data) => asOf);
const total = { subject: 'PATHWAYS', measures: ['DISTINCT_PEOPLE'], by: [], period: thisYear };

describe('a drawn cell', () => {
  const hub = testHub();
  let member: Client;
  let caseworker: Client;

  beforeAll(async () => {
    ({ client: member } = await committeeMember(hub));
    ({ client: caseworker } = await hub.town.caseworker());
    await accompany(caseworker, 80);
    await release(hub, `${year + 1}-03-01`);
  });

  it('never moves: not by a release after nothing changed, nor by one after everything changed', async () => {
    const before = await drawn(hub);
    const answer = await asked(member, total);
    const sums = await sumOfPartners();
    expect(before.length).toBeGreaterThan(100);
    expect(answer.rows[0].states).toEqual(['SHOWN']);
    await release(hub, `${year + 1}-04-01`);
    await hub.owner('delete from step');
    await hub.owner("update pathway set status = 'CLOSED', closed_on = started_on");
    await hub.owner("update beneficiary set district = 'OUTSIDE', birth_date = '1950-01-01'");
    await accompany(caseworker, 20);
    // A partner that joins, and a row of long ago that is entered late.
    const newcomer = await hub.town.caseworker();
    await accompany(newcomer.client, 1);
    await hub.owner(
      "update pathway set started_on = '1965-12-08' where id = (select id from pathway order by id limit 1)",
    );
    expect(await release(hub, `${year + 1}-06-01`)).toEqual([`${year + 1}-06-01`, `${year + 1}-05-01`]);
    const after = await drawn(hub);
    const keyOf = ({ subject, period, split, place }: Data) => [subject, period, split, place].join('|');
    const now = new Map(after.map((cell) => [keyOf(cell), cell]));
    expect(before.filter((cell) => JSON.stringify(now.get(keyOf(cell))) !== JSON.stringify(cell))).toEqual(
      [],
    );
    expect((await asked(member, total)).rows).toEqual(answer.rows);
    const { value, byPartner } = await sumOfPartners();
    expect([sums.state, value]).toEqual(['SHOWN', sums.value]);
    expect(byPartner.find(({ partner }: Data) => partner.id === newcomer.partner.id)).toMatchObject({
      state: 'NOT_PUBLISHED',
    });
  });

  /** The sum of the persons of each partner this year. */
  const sumOfPartners = async (): Promise<Data> => {
    const query = `query ($period: PeriodInput!) { committee { indicators(period: $period) {
      key state value byPartner { partner { id } state } } } }`;
    const { committee } = await member.data(query, { period: thisYear });
    return committee.indicators.find(({ key }: Data) => key === 'ACCOMPANIED_SUM');
  };

  it('is the same for another wording, another member and other measures beside it', async () => {
    const [{ measures: figures }] = (await asked(member, total)).rows;
    const { client: other } = await committeeMember(hub);
    expect((await asked(other, total)).rows[0].measures).toEqual(figures);
    const wider = await asked(member, { ...total, measures: ['COUNT', 'DISTINCT_PEOPLE'], by: ['YEAR'] });
    expect(wider.rows[0].measures[1]).toBe(figures[0]);
    const district = { ...total, filter: { district: ['SOUTH'] } };
    const bySplit = (await asked(member, { ...total, by: ['DISTRICT'] })).rows;
    expect(bySplit.find((row: Data) => row.keys[0] === 'SOUTH').measures).toEqual(
      (await asked(member, district)).rows[0].measures,
    );
  });

  it('is in preparation while its release is missing and a later one is there', async () => {
    const period = new Date().toISOString().slice(0, 7);
    const [{ release: missing = '' } = {}] = await hub.owner<Data>(
      "select release_id as release from committee_cell where subject = 'PATHWAYS' and split = '{}' and period = $1",
      [period],
    );
    await hub.owner('delete from committee_cell where release_id = $1', [missing]);
    await hub.owner('delete from committee_release where id = $1', [missing]);
    const stateOf = async () =>
      (await asked(member, { ...total, by: ['MONTH'] })).rows.find((row: Data) => row.keys[0] === period)
        .states;
    expect(await stateOf()).toEqual(['IN_PREPARATION']);
    await release(hub, `${year + 1}-04-01`);
    expect(await stateOf()).not.toEqual(['IN_PREPARATION']);
  });

  it('can be changed or deleted by no role of the hub', async () => {
    const granted = await hub.owner(
      `select r.rolname, t.name from pg_roles r,
        unnest(array['committee_release', 'committee_cell', 'committee_closed_year', 'committee_closed_marks']) t(name)
      where r.rolname ~ '^hub_' and not r.rolsuper and has_table_privilege(r.oid, t.name, 'update, delete, truncate')`,
    );
    expect(granted).toEqual([]);
  });

  it('is drawn from one snapshot, in one piece, also when two hubs make the release at once', async () => {
    const days = await Promise.all([release(hub, `${year + 1}-08-01`), release(hub, `${year + 1}-08-01`)]);
    expect(days.flat().sort()).toEqual([`${year + 1}-07-01`, `${year + 1}-08-01`]);
  });

  it('is not stored when the making of its release is killed, and the release is made again', async () => {
    const before = await drawn(hub);
    // A lock on the cells stops the making where it stores them.
    const { asOwner } = await import('../kit/database.js');
    await asOwner(hub.ownerUrl, async (owner) => {
      await owner.query('begin; lock table committee_cell in access exclusive mode');
      const making = release(hub, `${year + 1}-09-01`).catch((error: Error) => error.message);
      const maker = `select pid from pg_stat_activity where application_name = 'partner-hub releases'
        and datname = current_database() and wait_event_type = 'Lock'`;
      const pid = await until(async () => (await hub.owner<{ pid: number }>(maker))[0]?.pid);
      await hub.owner('select pg_terminate_backend($1)', [pid]);
      await owner.query('rollback');
      expect(await making).toMatch(/terminat/);
    });
    expect(await drawn(hub)).toEqual(before);
    expect(await releases(member)).not.toContain(`${year + 1}-09-01`);
    expect(await release(hub, `${year + 1}-09-01`)).toEqual([`${year + 1}-09-01`]);
  });
});

describe('the level of protection', () => {
  const hub = testHub();

  it('is chosen by the data protection officer of the town, before the first release only', async () => {
    const town = await hub.town.partner(undefined, 'TOWN');
    const officer = await hub.as(await hub.town.member(town, 'DATA_PROTECTION_OFFICER'));
    const coordinator = await hub.as(await hub.town.member(town, 'COORDINATOR'));
    const elsewhere = await hub.as(
      await hub.town.member(await hub.town.partner(), 'DATA_PROTECTION_OFFICER'),
    );
    const { client: caseworker } = await hub.town.caseworker();
    await accompany(caseworker, 3);
    const choose = validInput.chooseProtection({ level: 'STRICT' });
    expect(await refusalsOf(coordinator, 'chooseProtection', choose)).toEqual(['NOT_FOUND']);
    expect(await refusalsOf(elsewhere, 'chooseProtection', choose)).toEqual(['NOT_FOUND level']);
    expect(await refusalsOf(coordinator, 'makeRelease', validInput.makeRelease())).toEqual(['INVALID asOf']);
    await runCommand(officer, 'chooseProtection', validInput.chooseProtection({ level: 'YEARLY' }), 'level');
    // While a release is being made, the level is not changed under it.
    await asOwner(hub.ownerUrl, async (owner) => {
      await owner.query(`select pg_advisory_lock(${releaseLock})`);
      expect(await refusalsOf(officer, 'chooseProtection', validInput.chooseProtection())).toEqual([
        'INVALID level',
      ]);
    });
    await runCommand(officer, 'chooseProtection', choose, 'level');
    const { errors } = await coordinator.send(
      '{ committee { indicatorsCsv(period: { from: "2025-01-01", until: "2026-01-01" }) } }',
    );
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'TRY_AGAIN_LATER' } });
    await release(hub);
    const query = '{ committee { releases { level } } }';
    expect((await coordinator.data(query)).committee.releases[0]).toEqual({ level: 'STRICT' });
    const late = validInput.chooseProtection({ level: 'DEFAULT' });
    expect(await refusalsOf(officer, 'chooseProtection', late)).toEqual(['INVALID level']);
  });
});

describe('a release that is due', () => {
  const hub = testHub();
  const due = `${new Date().toISOString().slice(0, 7)}-01`;
  let coordinator: Client;

  beforeAll(async () => {
    const town = await hub.town.partner(undefined, 'TOWN');
    const officer = await hub.as(await hub.town.member(town, 'DATA_PROTECTION_OFFICER'));
    ({ client: coordinator } = await hub.town.signedInMember(town, 'COORDINATOR'));
    const { client: caseworker } = await hub.town.caseworker();
    const person = await registerPerson(caseworker, { informedOn: daysAgo(70) });
    const pathway = validInput.openPathway(person, { startedOn: daysAgo(62) });
    await runCommand(caseworker, 'openPathway', pathway);
    await runCommand(officer, 'chooseProtection', validInput.chooseProtection(), 'level');
  });

  it('is made by the job of a hub that starts; the coordinators are told once that it was late', async () => {
    await hub.startAnother();
    await until(async () => (await releases(coordinator)).includes(due));
    await hub.startAnother();
    await hub.consumed();
    const query = '{ viewer { notifications(first: 10) { nodes { kind target { __typename } } } } }';
    const { notifications } = (await coordinator.data(query)).viewer;
    expect(notifications.nodes).toEqual([{ kind: 'RELEASE_LATE', target: { __typename: 'Partner' } }]);
  });

  it('is made for a coordinator when it was missed', async () => {
    const input = validInput.makeRelease({ asOf: due });
    expect(await refusalsOf(coordinator, 'makeRelease', input)).toEqual(['INVALID asOf']);
    await hub.owner('delete from committee_cell');
    await hub.owner('delete from committee_release where as_of = $1', [due]);
    const { dueReleases } = (await coordinator.data('{ committee { dueReleases { asOf } } }')).committee;
    expect(dueReleases).toEqual([{ asOf: due }]);
    const made = await runCommand(coordinator, 'makeRelease', validInput.makeRelease({ asOf: due }), 'asOf');
    expect(made).toEqual({ asOf: due });
    await until(async () => (await releases(coordinator)).includes(due));
  });
});
