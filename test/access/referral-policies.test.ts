import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { Role } from '../../src/access/role.js';
import { type DatabaseRole, systemRole } from '../../src/database/database-role.js';
import { type FullFixture, fullFixture } from '../kit/full-fixture.js';
import { testHub } from '../kit/hub.js';
import { LoginConnection, type StatementResult } from '../kit/login.js';
import type { SeededMember } from '../kit/town.js';

const refused: Partial<StatementResult> = { code: '42501' };
const oneRow: Partial<StatementResult> = { count: 1 };
const noRows: Partial<StatementResult> = { count: 0 };

type Row = Readonly<Record<string, unknown>>;

describe('in SQL, a member of a partner and referrals', () => {
  const hub = testHub();
  let login: LoginConnection;
  let fixture: FullFixture;
  let sender: SeededMember;
  let receiver: SeededMember;
  let stranger: SeededMember;
  let person: string;
  let referral: string;

  const as = ({ key, partner }: SeededMember): DatabaseRole => ({
    role: 'hub_partner',
    variables: { 'app.member_id': key, 'app.partner_id': partner.key, 'app.role': 'CASEWORKER' },
  });
  const insert = (databaseRole: DatabaseRole, table: string, row: Row) =>
    login.try(
      databaseRole,
      `insert into ${table} (${Object.keys(row)
        .map((it) => `"${it}"`)
        .join(', ')}) values (${Object.keys(row).map((_, index) => `$${index + 1}`)})`,
      Object.values(row),
    );

  beforeAll(async () => {
    fixture = await fullFixture(hub.town);
    sender = fixture.referent.member;
    receiver = fixture.other.member;
    stranger = (await hub.town.caseworker()).member;
    person = fixture.ids.Beneficiary[0]?.split('_')[1] as string;
    referral = fixture.ids.Referral[0]?.split('_')[1] as string;
    login = await LoginConnection.open(hub.ownerUrl);
  });
  afterAll(() => login.close());

  it.each([
    'beneficiary_id',
    'from_id',
    'to_id',
    'scope',
    'sent_at',
    'created_by_id',
    'reference',
    'reminded_at',
    'escalated_at',
    'id',
  ])('cannot change the %s of a referral', async (column) => {
    for (const by of [sender, receiver]) {
      expect(await login.try(as(by), `update referral set ${column} = ${column}`)).toMatchObject(refused);
    }
  });

  it('changes only referrals that its partner sent or received', async () => {
    const update = "update referral set status = 'IN_REVIEW' where id = $1";
    expect(await login.try(as(sender), update, [referral])).toMatchObject(oneRow);
    expect(await login.try(as(receiver), update, [referral])).toMatchObject(oneRow);
    expect(await login.try(as(stranger), update, [referral])).toMatchObject(noRows);
    expect(await login.try(as(stranger), 'select from referral for update')).toMatchObject(noRows);
  });

  it('does not see a draft of the other side, a cancelled draft, or their transitions', async () => {
    const [draft] = fixture.ids.Referral.slice(-2).map((it) => it.split('_')[1]) as [string];
    const read = 'select from referral where id = $1';
    const readTransitions = 'select from referral_transition where referral_id = $1';
    expect(await login.try(as(sender), readTransitions, [draft])).toMatchObject(oneRow);
    for (const status of ['DRAFT', 'CANCELLED', 'ENTERED_IN_ERROR']) {
      await hub.owner('update referral set status = $2 where id = $1', [draft, status]);
      expect(await login.try(as(sender), read, [draft])).toMatchObject(oneRow);
      expect(await login.try(as(receiver), read, [draft])).toMatchObject(noRows);
      expect(await login.try(as(receiver), readTransitions, [draft])).toMatchObject(noRows);
    }
    await hub.owner("update referral set status = 'REQUESTED', sent_at = now() where id = $1", [draft]);
    expect(await login.try(as(receiver), read, [draft])).toMatchObject(oneRow);
    expect(await login.try(as(receiver), readTransitions, [draft])).toMatchObject(noRows);
    await hub.owner("update referral set status = 'DRAFT', sent_at = null where id = $1", [draft]);
  });

  it('changes and sends its own draft, within its own scope', async () => {
    const [draft] = fixture.ids.Referral.slice(-2).map((it) => it.split('_')[1]) as [string];
    const set = (change: string) => `update referral set ${change} where id = $1`;
    expect(await login.try(as(sender), set("scope = 'FOLLOW_UP'"), [draft])).toMatchObject(oneRow);
    for (const by of [receiver, stranger]) {
      expect(await login.try(as(by), set("scope = 'FOLLOW_UP'"), [draft])).toMatchObject(noRows);
    }
    expect(await login.try(as(sender), set('to_id = from_id'), [draft])).toMatchObject(refused);
    await hub.owner(`update sharing set scope = 'PATHWAY' where beneficiary_id = $1 and partner_id = $2`, [
      person,
      sender.partner.key,
    ]);
    expect(await login.try(as(sender), set("scope = 'FOLLOW_UP'"), [draft])).toMatchObject(refused);
    const send = set("status = 'REQUESTED', sent_at = now()");
    expect(await login.try(as(sender), send, [draft])).toMatchObject(oneRow);
    await hub.owner(`update sharing set scope = 'FOLLOW_UP' where beneficiary_id = $1 and partner_id = $2`, [
      person,
      sender.partner.key,
    ]);
    expect(await login.try(as(sender), set("status = 'DRAFT'"), [referral])).toMatchObject({ code: '23514' });
  });

  it('sends referrals only in its own name, to another partner, of a person that it sees, within its own scope', async () => {
    const row = (by: SeededMember, changes: Row = {}) => ({
      id: v7(),
      reference: 'x',
      beneficiary_id: person,
      from_id: by.partner.key,
      to_id: stranger.partner.key,
      priority: 'ROUTINE',
      status: 'REQUESTED',
      scope: 'PATHWAY',
      created_by_id: by.key,
      ...changes,
    });
    expect(await insert(as(sender), 'referral', row(sender))).toMatchObject(oneRow);
    for (const changes of [
      { from_id: receiver.partner.key },
      { created_by_id: receiver.key },
      { to_id: sender.partner.key },
      { status: 'ACCEPTED' },
    ]) {
      expect(await insert(as(sender), 'referral', row(sender, changes))).toMatchObject(refused);
    }
    const furtherReferral = row(sender, { former_id: referral });
    expect(await insert(as(sender), 'referral', furtherReferral)).toMatchObject(oneRow);
    await hub.owner('update referral set from_id = to_id, to_id = from_id where id = $1', [referral]);
    expect(await insert(as(sender), 'referral', furtherReferral)).toMatchObject(refused);
    await hub.owner('update referral set from_id = to_id, to_id = from_id where id = $1', [referral]);
    const unseen = row(stranger, { to_id: receiver.partner.key, scope: 'IDENTITY' });
    expect(await insert(as(stranger), 'referral', unseen)).toMatchObject(refused);
  });

  it('records transitions only of its own referrals and in its own name', async () => {
    const row = (by: SeededMember, changes: Row = {}) => ({
      id: v7(),
      referral_id: referral,
      version: 9,
      to: 'IN_REVIEW',
      by_id: by.partner.key,
      member_id: by.key,
      ...changes,
    });
    expect(await insert(as(sender), 'referral_transition', row(sender))).toMatchObject(oneRow);
    expect(await insert(as(stranger), 'referral_transition', row(stranger))).toMatchObject(refused);
    const inTheNameOfAnother = [{ by_id: receiver.partner.key }, { member_id: receiver.key }];
    const inTheNameOfTheHub = [{ by_id: null }, { member_id: null }];
    for (const changes of [...inTheNameOfAnother, ...inTheNameOfTheHub]) {
      expect(await insert(as(sender), 'referral_transition', row(sender, changes))).toMatchObject(refused);
    }
    expect(await login.try(as(sender), 'update referral_transition set at = at')).toMatchObject(refused);
  });

  it('writes events only in its own name and with its own transaction id', async () => {
    const row = (changes: Row = {}) => ({
      id: v7(),
      partner_id: receiver.partner.key,
      topic: 'REFERRAL',
      kind: 'SENT',
      subject: referral,
      by_id: sender.partner.key,
      member_id: sender.key,
      ...changes,
    });
    expect(await insert(as(sender), 'event', row())).toMatchObject(oneRow);
    for (const changes of [
      { by_id: receiver.partner.key },
      { by_id: null },
      { member_id: receiver.key },
      { member_id: null },
      { xid: '1' },
      { xid: '9000000000' },
    ]) {
      expect(await insert(as(sender), 'event', row(changes))).toMatchObject(refused);
    }
    expect(await login.try(as(sender), 'update event set kind = kind')).toMatchObject(refused);
  });

  it('reads only events addressed to its partner', async () => {
    const visibleRecipients = async (by: SeededMember) =>
      (await login.try(as(by), 'select distinct partner_id from event')).rows.map((row) => row['partner_id']);
    expect(await visibleRecipients(sender)).toEqual([sender.partner.key]);
    expect(await visibleRecipients(receiver)).toEqual([receiver.partner.key]);
    expect(await visibleRecipients(stranger)).toEqual([]);
  });

  it('reads UNANSWERED events of its own partner only as a coordinator', async () => {
    const coordinator = await hub.town.member(await hub.town.partner(undefined, 'TOWN'), 'COORDINATOR');
    await hub.owner(
      "insert into event (id, partner_id, topic, kind, subject) values ($1, $2, 'UNANSWERED', 'ESCALATED', $3)",
      [v7(), coordinator.partner.key, referral],
    );
    const countUnansweredEvents = async (member: SeededMember, role: string) => {
      const databaseRole = { ...as(member), variables: { ...as(member).variables, 'app.role': role } };
      return (await login.try(databaseRole, "select from event where topic = 'UNANSWERED'")).count;
    };
    for (const role of Object.keys(Role)) {
      expect([role, await countUnansweredEvents(coordinator, role)]).toEqual([
        role,
        role === 'COORDINATOR' ? 1 : 0,
      ]);
      expect([role, await countUnansweredEvents(receiver, role)]).toEqual([role, 0]);
    }
  });

  it('hub_system reads no person and writes nothing in a member’s name', async () => {
    for (const table of ['beneficiary', 'pathway', 'step', 'idempotency_key']) {
      const { code } = await login.try(systemRole, `select from ${table}`);
      expect([table, code]).toEqual([table, '42501']);
    }
    // hub_system reads when a sharing ends and which partner is reminded, never the person or the reason.
    const personAndReason = await login.try(systemRole, 'select beneficiary_id, end_reason from sharing');
    expect(personAndReason.code).toBe('42501');
    // hub_system reads the time of a transition, never its author or reason.
    const readTimes = 'select version, at from referral_transition where referral_id = $1';
    expect((await login.try(systemRole, readTimes, [referral])).count).toBeGreaterThan(0);
    for (const column of ['by_id', 'member_id']) {
      expect(await login.try(systemRole, `select ${column} from referral_transition`)).toMatchObject(refused);
    }
    expect(await login.try(systemRole, 'select from referral_text')).toMatchObject(refused);
    const change = { id: v7(), referral_id: referral, version: 9, to: 'CANCELLED' };
    expect(await insert(systemRole, 'referral_transition', change)).toMatchObject(oneRow);
    const inTheNameOfPartner = { ...change, by_id: sender.partner.key };
    expect(await insert(systemRole, 'referral_transition', inTheNameOfPartner)).toMatchObject(refused);
    expect(await login.try(systemRole, 'update referral set to_id = from_id')).toMatchObject(refused);
  });

  it('hub_system enters a referral in error for a coordinator, and writes nothing else in the coordinator’s name', async () => {
    const coordinator = await hub.town.member(await hub.town.partner(undefined, 'TOWN'), 'COORDINATOR');
    const systemRoleFor = (role: string): DatabaseRole => ({
      role: 'hub_system',
      variables: { ...as(coordinator).variables, 'app.role': role },
    });
    const enter = "update referral set status = 'ENTERED_IN_ERROR' where id = $1";
    expect(await login.try(systemRole, enter, [referral])).toMatchObject(refused);
    expect(await login.try(systemRoleFor('CASEWORKER'), enter, [referral])).toMatchObject(refused);
    expect(await login.try(systemRoleFor('COORDINATOR'), enter, [referral])).toMatchObject(oneRow);
    const change = (changes: Row = {}) => ({
      id: v7(),
      referral_id: referral,
      version: 9,
      to: 'ENTERED_IN_ERROR',
      by_id: coordinator.partner.key,
      member_id: coordinator.key,
      ...changes,
    });
    const event = (changes: Row = {}) => ({
      id: v7(),
      partner_id: receiver.partner.key,
      topic: 'REFERRAL',
      kind: 'ENTERED_IN_ERROR',
      subject: referral,
      by_id: coordinator.partner.key,
      member_id: coordinator.key,
      ...changes,
    });
    const { key, partner } = sender;
    for (const [table, row, others] of [
      ['referral_transition', change, [{ to: 'CANCELLED' }, { by_id: partner.key }, { member_id: key }]],
      [
        'event',
        event,
        [
          { kind: 'CANCELLED' },
          { topic: 'SHARING' },
          { by_id: partner.key },
          { member_id: key },
          { xid: '1' },
        ],
      ],
    ] as const) {
      expect([table, await insert(systemRoleFor('COORDINATOR'), table, row())]).toMatchObject([
        table,
        oneRow,
      ]);
      expect([table, await insert(systemRoleFor('CASEWORKER'), table, row())]).toMatchObject([
        table,
        refused,
      ]);
      for (const other of others) {
        expect([other, await insert(systemRoleFor('COORDINATOR'), table, row(other))]).toMatchObject([
          other,
          refused,
        ]);
      }
    }
  });
});
