import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import type { DatabaseRole } from '../../src/database/database-role.js';
import { runCommand, validInput } from '../kit/commands.js';
import { sharedHub } from '../kit/hub.js';
import { LoginConnection } from '../kit/login.js';
import { daysAgo, registerPerson, type SeededMember, sendReferral } from '../kit/town.js';
import { type Organiser, organiserOf } from './fair.js';

/* Row policies: what any SQL statement can do as `hub_partner`, without the checks of the code. */
describe('by row policy, a member of a partner', () => {
  const hub = sharedHub();
  let town: Organiser;
  let login: LoginConnection;
  let csc: Awaited<ReturnType<typeof hub.town.caseworker>>;
  let relais: typeof csc;
  let forum: string;
  let exhibitor: string;
  let person: string;
  let attendance: string;

  const uuid = (id: string) => id.slice(id.indexOf('_') + 1);
  const as = ({ key, partner }: SeededMember, role = 'CASEWORKER'): DatabaseRole => ({
    role: 'hub_partner',
    variables: { 'app.member_id': key, 'app.partner_id': partner.key, 'app.role': role },
  });
  const insert = (databaseRole: DatabaseRole, table: string, row: Readonly<Record<string, unknown>>) => {
    const names = Object.keys(row);
    const values = names.map((_, index) => `$${index + 1}`);
    return login.try(databaseRole, `insert into ${table} (${names}) values (${values})`, Object.values(row));
  };
  const refused = { code: '42501' };

  beforeAll(async () => {
    town = await organiserOf(hub);
    csc = await hub.town.caseworker();
    relais = await hub.town.caseworker();
    forum = await town.forum();
    exhibitor = await town.exhibitor(await town.forum());
    person = await registerPerson(csc.client);
    ({ id: attendance } = await runCommand(
      csc.client,
      'recordAttendance',
      validInput.recordAttendance(forum, person),
    ));
    login = await LoginConnection.open(hub.ownerUrl);
  });
  afterAll(() => login.close());

  it('opens forums and adds exhibitors only as a coordinator, for the own partner', async () => {
    const opened = { id: v7(), name: 'F', held_on: '2024-01-01', area: 'NORTH', place: 'P' };
    const added = { id: v7(), forum_id: uuid(forum), name: 'E', kind: 'EMPLOYER' };
    const member = csc.member;
    for (const role of ['CASEWORKER', 'PARTNER_ADMINISTRATOR', 'CLAUSE_FACILITATOR', 'coordinator', '']) {
      const own = { ...opened, partner_id: member.partner.key };
      expect([role, await insert(as(member, role), 'forum', own)]).toMatchObject([role, refused]);
      expect([role, await insert(as(member, role), 'exhibitor', added)]).toMatchObject([role, refused]);
    }
    const coordinator = as(member, 'COORDINATOR');
    expect(await insert(coordinator, 'forum', { ...opened, partner_id: town.partner.key })).toMatchObject(
      refused,
    );
    expect(await insert(coordinator, 'exhibitor', added)).toMatchObject(refused);
    expect(await insert(coordinator, 'forum', { ...opened, partner_id: member.partner.key })).toMatchObject({
      count: 1,
    });
  });

  it('records attendances only in the own name, of persons in sight, and with consistent columns', async () => {
    const count = {
      id: v7(),
      forum_id: uuid(forum),
      partner_id: csc.partner.key,
      people: 2,
      first_time_people: 1,
      recorded_by_id: csc.member.key,
      recorded_at: new Date(),
    };
    const other = uuid(await registerPerson(csc.client));
    const of = { ...count, beneficiary_id: other, people: 1, agreed_on: daysAgo(1), method: 'ORAL' };
    const own = { partner_id: relais.partner.key, recorded_by_id: relais.member.key };
    const referral = uuid(await sendReferral(csc.client, person, relais.partner));
    const attempts: [SeededMember, object, string][] = [
      [relais.member, count, '42501'],
      [relais.member, { ...count, partner_id: relais.partner.key }, '42501'],
      [relais.member, { ...of, ...own }, '42501'],
      [csc.member, { ...of, referral_id: referral }, '42501'],
      [csc.member, { ...of, exhibitor_id: uuid(exhibitor) }, '42501'],
      [csc.member, { ...of, people: 2 }, '23514'],
      [csc.member, { ...of, agreed_on: null }, '23514'],
      [csc.member, { ...of, method: null }, '23514'],
      [csc.member, { ...count, method: 'ORAL' }, '23514'],
      [csc.member, { ...count, people: 0, first_time_people: 0 }, '23514'],
      [csc.member, { ...count, first_time_people: 3 }, '23514'],
      [csc.member, { ...count, first_time_people: -1 }, '23514'],
      [csc.member, { ...of, beneficiary_id: uuid(person) }, '23505'],
    ];
    for (const [by, row, code] of attempts) {
      expect([row, await insert(as(by), 'attendance', row as never)]).toMatchObject([row, { code }]);
    }
    expect(await insert(as(csc.member, 'COORDINATOR'), 'attendance', count)).toMatchObject(refused);
    expect(await insert(as(csc.member), 'attendance', count)).toMatchObject({ count: 1 });
    expect(await insert(as(csc.member), 'attendance', of)).toMatchObject({ count: 1 });
    const stranger = await hub.town.caseworker();
    const unseen = { ...of, partner_id: stranger.partner.key, recorded_by_id: stranger.member.key };
    // No unique violation reveals the existing row, because the policy is checked first.
    expect(
      await insert(as(stranger.member), 'attendance', { ...unseen, beneficiary_id: uuid(person) }),
    ).toMatchObject(refused);
  });

  it('sets only the referral of an own attendance, to an own referral of the same person', async () => {
    const own = uuid(await sendReferral(csc.client, person, relais.partner));
    const ofAnother = uuid(await sendReferral(csc.client, await registerPerson(csc.client), relais.partner));
    const set = (by: SeededMember, referral: string | null, role?: string) =>
      login.try(as(by, role), 'update attendance set referral_id = $1 where id = $2', [
        referral,
        uuid(attendance),
      ]);
    expect(await set(csc.member, ofAnother)).toMatchObject(refused);
    expect(await set(csc.member, null)).toMatchObject(refused);
    expect(await set(csc.member, own, 'COORDINATOR')).toMatchObject({ count: 0 });
    expect(await set(relais.member, own)).toMatchObject({ count: 0 });
    const sharing = validInput.recordSharingAgreement(person, relais.partner);
    await runCommand(csc.client, 'recordSharingAgreement', sharing);
    expect(await set(relais.member, own)).toMatchObject({ count: 0 });
    expect(await set(csc.member, own)).toMatchObject({ count: 1 });
    for (const column of ['people', 'forum_id', 'beneficiary_id', 'partner_id', 'recorded_at']) {
      const statement = `update attendance set ${column} = ${column}`;
      expect([column, await login.try(as(csc.member), statement)]).toMatchObject([column, refused]);
    }
    for (const table of ['forum', 'exhibitor']) {
      expect(await login.try(as(csc.member, 'COORDINATOR'), `update ${table} set name = 'x'`)).toMatchObject(
        refused,
      );
    }
  });
});
