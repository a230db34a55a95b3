import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { type DatabaseRole, systemRole } from '../../src/database/database-role.js';
import { runCommand, validInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { LoginConnection, type StatementResult } from '../kit/login.js';
import { registerPerson, type SeededMember, sendReferral } from '../kit/town.js';

const refused: Partial<StatementResult> = { code: '42501' };
const count = (count: number): Partial<StatementResult> => ({ count });

type Row = Readonly<Record<string, unknown>>;

describe('in SQL, messages and assignees of a referral', () => {
  const hub = testHub();
  let login: LoginConnection;
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
      `insert into ${table} (${Object.keys(row).join(', ')}) values (${Object.keys(row).map((_, index) => `$${index + 1}`)})`,
      Object.values(row),
    );
  const keyOf = (id: string) => id.split('_')[1] as string;

  beforeAll(async () => {
    const [first, second, third] = await Promise.all([1, 2, 3].map(() => hub.town.caseworker()));
    if (!first || !second || !third) throw new Error('a caseworker is missing');
    [sender, receiver, stranger] = [first.member, second.member, third.member];
    const beneficiary = await registerPerson(first.client);
    const sent = await sendReferral(first.client, beneficiary, second.partner);
    await runCommand(first.client, 'sendReferralMessage', validInput.sendReferralMessage(sent));
    await runCommand(second.client, 'assignReferral', { referral: sent, member: `member_${receiver.key}` });
    [person, referral] = [keyOf(beneficiary), keyOf(sent)];
    login = await LoginConnection.open(hub.ownerUrl);
  });
  afterAll(() => login.close());

  const message = (by: SeededMember, changes: Row = {}): Row => ({
    id: v7(),
    referral_id: referral,
    by_id: by.partner.key,
    author_id: by.key,
    text: 'x',
    ...changes,
  });
  const assignment = (by: SeededMember, changes: Row = {}): Row => ({
    member_id: by.key,
    assigned_by_id: by.key,
    assigned_at: new Date(),
    ...changes,
  });

  it('both sides write messages in their own name, and nobody changes them', async () => {
    expect(await insert(as(sender), 'referral_message', message(sender))).toMatchObject(count(1));
    expect(await insert(as(receiver), 'referral_message', message(receiver))).toMatchObject(count(1));
    expect(await insert(as(stranger), 'referral_message', message(stranger))).toMatchObject(refused);
    for (const changes of [{ by_id: receiver.partner.key }, { author_id: receiver.key }]) {
      expect(await insert(as(sender), 'referral_message', message(sender, changes))).toMatchObject(refused);
    }
    const [change] = await hub.owner<{ id: string }>(
      'select id from referral_transition where referral_id = $1',
      [referral],
    );
    const withSenderTransition = message(receiver, { change_id: change?.id });
    expect(await insert(as(receiver), 'referral_message', withSenderTransition)).toMatchObject(refused);
    for (const sql of ['update referral_message set text = text', 'delete from referral_message']) {
      expect(await login.try(as(sender), sql)).toMatchObject(refused);
    }
  });

  it('both sides read messages while they see the person', async () => {
    const read = 'select text from referral_message';
    expect(await login.try(as(sender), read)).toMatchObject(count(1));
    expect(await login.try(as(receiver), read)).toMatchObject(count(1));
    expect(await login.try(as(stranger), read)).toMatchObject(count(0));
    expect(await login.try(systemRole, read)).toMatchObject(refused);
    const by = 'beneficiary_id = $1 and partner_id = $2';
    await hub.owner(`update sharing set ended_at = now() where ${by}`, [person, receiver.partner.key]);
    expect(await login.try(as(receiver), read)).toMatchObject(count(0));
    expect(await insert(as(receiver), 'referral_message', message(receiver))).toMatchObject(refused);
    expect(await login.try(as(sender), read)).toMatchObject(count(1));
    await hub.owner(`update sharing set ended_at = null where ${by}`, [person, receiver.partner.key]);
  });

  it('a draft has no messages', async () => {
    await hub.owner("update referral set status = 'DRAFT', sent_at = null where id = $1", [referral]);
    expect(await insert(as(sender), 'referral_message', message(sender))).toMatchObject(refused);
    await hub.owner("update referral set status = 'REQUESTED', sent_at = now() where id = $1", [referral]);
  });

  it('only the receiver sets and sees the assignee', async () => {
    const read = 'select from referral_assignment';
    expect(await login.try(as(receiver), read)).toMatchObject(count(1));
    expect(await login.try(as(sender), read)).toMatchObject(count(0));
    expect(await login.try(as(stranger), read)).toMatchObject(count(0));
    const assign = 'update referral_assignment set member_id = $1, assigned_by_id = $2';
    expect(await login.try(as(receiver), assign, [null, receiver.key])).toMatchObject(count(1));
    expect(await login.try(as(receiver), assign, [sender.key, receiver.key])).toMatchObject(refused);
    expect(await login.try(as(receiver), assign, [receiver.key, sender.key])).toMatchObject(refused);
    expect(await login.try(as(sender), assign, [sender.key, sender.key])).toMatchObject(count(0));
    await hub.owner('delete from referral_assignment');
    const row = { referral_id: referral, ...assignment(receiver) };
    const senderAssignment = { referral_id: referral, ...assignment(sender) };
    expect(await insert(as(sender), 'referral_assignment', senderAssignment)).toMatchObject(refused);
    expect(await insert(as(receiver), 'referral_assignment', row)).toMatchObject(count(1));
  });

  it('a referral names only a service of its receiver, also after a draft was changed', async () => {
    const services = [v7(), v7()] as const;
    for (const [index, { partner }] of [receiver, stranger].entries()) {
      await hub.owner(
        `insert into service (id, partner_id, name, themes, publics, contact, status)
         values ($1, $2, 'x', '{NUMERIQUE}', '{JEUNES}', '', 'OPEN')`,
        [services[index], partner.key],
      );
    }
    const row = (service: string): Row => ({
      id: v7(),
      reference: service,
      beneficiary_id: person,
      from_id: sender.partner.key,
      to_id: receiver.partner.key,
      service_id: service,
      priority: 'ROUTINE',
      status: 'DRAFT',
      scope: 'PATHWAY',
      created_by_id: sender.key,
    });
    expect(await insert(as(sender), 'referral', row(services[0]))).toMatchObject(count(1));
    expect(await insert(as(sender), 'referral', row(services[1]))).toMatchObject(refused);
    await hub.owner("update referral set status = 'DRAFT', sent_at = null where id = $1", [referral]);
    const change = 'update referral set service_id = $1 where id = $2';
    expect(await login.try(as(sender), change, [services[0], referral])).toMatchObject(count(1));
    expect(await login.try(as(sender), change, [services[1], referral])).toMatchObject(refused);
    await hub.owner("update referral set status = 'REQUESTED', sent_at = now() where id = $1", [referral]);
    expect(await login.try(as(sender), change, [null, referral])).toMatchObject(refused);
  });
});
