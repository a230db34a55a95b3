import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { Role } from '../../src/access/role.js';
import { type DatabaseRole, systemRole } from '../../src/database/database-role.js';
import { type FullFixture, fullFixture } from '../kit/full-fixture.js';
import { testHub } from '../kit/hub.js';
import { type Attempt, LoginConnection } from '../kit/login.js';
import type { SeededMember } from '../kit/town.js';

const refused: Partial<Attempt> = { code: '42501' };
const done: Partial<Attempt> = { count: 1 };
const nothing: Partial<Attempt> = { count: 0 };

type Row = Readonly<Record<string, unknown>>;

describe('in SQL, a member of a partner and referrals', () => {
  const hub = testHub();
  let login: LoginConnection;
  let inside: FullFixture;
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
    inside = await fullFixture(hub.town);
    sender = inside.referent.member;
    receiver = inside.other.member;
    stranger = (await hub.town.caseworker()).member;
    person = inside.ids.Beneficiary[0]?.split('_')[1] as string;
    referral = inside.ids.Referral[0]?.split('_')[1] as string;
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

  it('changes only referrals of which its partner is a side', async () => {
    const update = "update referral set status = 'IN_REVIEW' where id = $1";
    expect(await login.try(as(sender), update, [referral])).toMatchObject(done);
    expect(await login.try(as(receiver), update, [referral])).toMatchObject(done);
    expect(await login.try(as(stranger), update, [referral])).toMatchObject(nothing);
    expect(await login.try(as(stranger), 'select from referral for update')).toMatchObject(nothing);
  });

  it('does not see a draft of the other side, a cancelled draft, or their transitions', async () => {
    const [draft] = inside.ids.Referral.slice(-2).map((it) => it.split('_')[1]) as [string];
    const read = 'select from referral where id = $1';
    const changes = 'select from referral_transition where referral_id = $1';
    expect(await login.try(as(sender), changes, [draft])).toMatchObject(done);
    for (const status of ['DRAFT', 'CANCELLED', 'ENTERED_IN_ERROR']) {
      await hub.owner('update referral set status = $2 where id = $1', [draft, status]);
      expect(await login.try(as(sender), read, [draft])).toMatchObject(done);
      expect(await login.try(as(receiver), read, [draft])).toMatchObject(nothing);
      expect(await login.try(as(receiver), changes, [draft])).toMatchObject(nothing);
    }
    await hub.owner("update referral set status = 'REQUESTED', sent_at = now() where id = $1", [draft]);
    expect(await login.try(as(receiver), read, [draft])).toMatchObject(done);
    expect(await login.try(as(receiver), changes, [draft])).toMatchObject(nothing);
    await hub.owner("update referral set status = 'DRAFT', sent_at = null where id = $1", [draft]);
  });

  it('changes the content of its own draft, within its own access to the person, and sends it', async () => {
    const [draft] = inside.ids.Referral.slice(-2).map((it) => it.split('_')[1]) as [string];
    const set = (change: string) => `update referral set ${change} where id = $1`;
    expect(await login.try(as(sender), set("scope = 'FOLLOW_UP'"), [draft])).toMatchObject(done);
    for (const by of [receiver, stranger]) {
      expect(await login.try(as(by), set("scope = 'FOLLOW_UP'"), [draft])).toMatchObject(nothing);
    }
    expect(await login.try(as(sender), set('to_id = from_id'), [draft])).toMatchObject(refused);
    await hub.owner(`update sharing set scope = 'PATHWAY' where beneficiary_id = $1 and partner_id = $2`, [
      person,
      sender.partner.key,
    ]);
    expect(await login.try(as(sender), set("scope = 'FOLLOW_UP'"), [draft])).toMatchObject(refused);
    const send = set("status = 'REQUESTED', sent_at = now()");
    expect(await login.try(as(sender), send, [draft])).toMatchObject(done);
    await hub.owner(`update sharing set scope = 'FOLLOW_UP' where beneficiary_id = $1 and partner_id = $2`, [
      person,
      sender.partner.key,
    ]);
    expect(await login.try(as(sender), set("status = 'DRAFT'"), [referral])).toMatchObject({ code: '23514' });
  });

  it('sends referrals in its own name, to another partner, of a person that it sees, within its own scope', async () => {
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
    expect(await insert(as(sender), 'referral', row(sender))).toMatchObject(done);
    for (const changes of [
      { from_id: receiver.partner.key },
      { created_by_id: receiver.key },
      { to_id: sender.partner.key },
      { status: 'ACCEPTED' },
    ]) {
      expect(await insert(as(sender), 'referral', row(sender, changes))).toMatchObject(refused);
    }
    const again = row(sender, { former_id: referral });
    expect(await insert(as(sender), 'referral', again)).toMatchObject(done);
    await hub.owner('update referral set from_id = to_id, to_id = from_id where id = $1', [referral]);
    expect(await insert(as(sender), 'referral', again)).toMatchObject(refused);
    await hub.owner('update referral set from_id = to_id, to_id = from_id where id = $1', [referral]);
    const unseen = row(stranger, { to_id: receiver.partner.key, scope: 'IDENTITY' });
    expect(await insert(as(stranger), 'referral', unseen)).toMatchObject(refused);
  });

  it('records changes of its own referrals, in its own name', async () => {
    const row = (by: SeededMember, changes: Row = {}) => ({
      id: v7(),
      referral_id: referral,
      version: 9,
      to: 'IN_REVIEW',
      by_id: by.partner.key,
      member_id: by.key,
      ...changes,
    });
    expect(await insert(as(sender), 'referral_transition', row(sender))).toMatchObject(done);
    expect(await insert(as(stranger), 'referral_transition', row(stranger))).toMatchObject(refused);
    const ofOthers = [{ by_id: receiver.partner.key }, { member_id: receiver.key }];
    const asTheHub = [{ by_id: null }, { member_id: null }];
    for (const changes of [...ofOthers, ...asTheHub]) {
      expect(await insert(as(sender), 'referral_transition', row(sender, changes))).toMatchObject(refused);
    }
    expect(await login.try(as(sender), 'update referral_transition set at = at')).toMatchObject(refused);
  });

  it('writes events in its own name and with its own transaction id', async () => {
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
    expect(await insert(as(sender), 'event', row())).toMatchObject(done);
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
    const told = async (by: SeededMember) =>
      (await login.try(as(by), 'select distinct partner_id from event')).rows.map((row) => row['partner_id']);
    expect(await told(sender)).toEqual([sender.partner.key]);
    expect(await told(receiver)).toEqual([receiver.partner.key]);
    expect(await told(stranger)).toEqual([]);
  });

  it('reads UNANSWERED events of its own partner only as a coordinator', async () => {
    const coordinator = await hub.town.member(await hub.town.partner(undefined, 'TOWN'), 'COORDINATOR');
    await hub.owner(
      "insert into event (id, partner_id, topic, kind, subject) values ($1, $2, 'UNANSWERED', 'ESCALATED', $3)",
      [v7(), coordinator.partner.key, referral],
    );
    const reads = async (member: SeededMember, role: string) => {
      const session = { ...as(member), variables: { ...as(member).variables, 'app.role': role } };
      return (await login.try(session, "select from event where topic = 'UNANSWERED'")).count;
    };
    for (const role of Object.keys(Role)) {
      expect([role, await reads(coordinator, role)]).toEqual([role, role === 'COORDINATOR' ? 1 : 0]);
      expect([role, await reads(receiver, role)]).toEqual([role, 0]);
    }
  });

  it('hub_system reads no person and writes nothing in a member’s name', async () => {
    for (const table of ['beneficiary', 'pathway', 'step', 'idempotency_key']) {
      const { code } = await login.try(systemRole, `select from ${table}`);
      expect([table, code]).toEqual([table, '42501']);
    }
    // Of sharings it reads their end and whom to remind, never the person or the reason.
    const about = await login.try(systemRole, 'select beneficiary_id, end_reason from sharing');
    expect(about.code).toBe('42501');
    // Of transitions it reads their time, never the author or the reason.
    const clock = 'select version, at from referral_transition where referral_id = $1';
    expect((await login.try(systemRole, clock, [referral])).count).toBeGreaterThan(0);
    for (const column of ['by_id', 'member_id']) {
      expect(await login.try(systemRole, `select ${column} from referral_transition`)).toMatchObject(refused);
    }
    expect(await login.try(systemRole, 'select from referral_text')).toMatchObject(refused);
    const change = { id: v7(), referral_id: referral, version: 9, to: 'CANCELLED' };
    expect(await insert(systemRole, 'referral_transition', change)).toMatchObject(done);
    const named = { ...change, by_id: sender.partner.key };
    expect(await insert(systemRole, 'referral_transition', named)).toMatchObject(refused);
    expect(await login.try(systemRole, 'update referral set to_id = from_id')).toMatchObject(refused);
  });

  it('hub_system enters a referral in error for a coordinator, and records only this in the coordinator’s name', async () => {
    const coordinator = await hub.town.member(await hub.town.partner(undefined, 'TOWN'), 'COORDINATOR');
    const by = (role: string): DatabaseRole => ({
      role: 'hub_system',
      variables: { ...as(coordinator).variables, 'app.role': role },
    });
    const enter = "update referral set status = 'ENTERED_IN_ERROR' where id = $1";
    expect(await login.try(systemRole, enter, [referral])).toMatchObject(refused);
    expect(await login.try(by('CASEWORKER'), enter, [referral])).toMatchObject(refused);
    expect(await login.try(by('COORDINATOR'), enter, [referral])).toMatchObject(done);
    const change = (changes: Row = {}) => ({
      id: v7(),
      referral_id: referral,
      version: 9,
      to: 'ENTERED_IN_ERROR',
      by_id: coordinator.partner.key,
      member_id: coordinator.key,
      ...changes,
    });
    const news = (changes: Row = {}) => ({
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
        news,
        [
          { kind: 'CANCELLED' },
          { topic: 'SHARING' },
          { by_id: partner.key },
          { member_id: key },
          { xid: '1' },
        ],
      ],
    ] as const) {
      expect([table, await insert(by('COORDINATOR'), table, row())]).toMatchObject([table, done]);
      expect([table, await insert(by('CASEWORKER'), table, row())]).toMatchObject([table, refused]);
      for (const other of others) {
        expect([other, await insert(by('COORDINATOR'), table, row(other))]).toMatchObject([other, refused]);
      }
    }
  });
});
