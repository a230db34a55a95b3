import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import type { DatabaseRole } from '../../src/database/database-role.js';
import { runCommand } from '../kit/commands.js';
import { sharedHub } from '../kit/hub.js';
import { LoginConnection } from '../kit/login.js';
import type { SeededMember } from '../kit/town.js';

describe('in SQL, notifications and mail settings', () => {
  const hub = sharedHub();
  let login: LoginConnection;
  let owner: SeededMember;
  /** Members of the same partner in every role, and one of another partner. */
  let otherMembers: DatabaseRole[];
  let administrator: SeededMember;
  let notification: string;

  const as = ({ key, partner }: SeededMember, role = 'CASEWORKER'): DatabaseRole => ({
    role: 'hub_partner',
    variables: { 'app.member_id': key, 'app.partner_id': partner.key, 'app.role': role },
  });
  const count = async (databaseRole: DatabaseRole, sql: string, ...values: unknown[]) => {
    const { count, code } = await login.try(databaseRole, sql, values);
    return code ?? count;
  };

  beforeAll(async () => {
    const caseworker = await hub.town.caseworker();
    owner = caseworker.member;
    await runCommand(caseworker.client, 'chooseMail', { timing: 'DAILY' }, 'role');
    notification = (await hub.town.insertNotification(owner)).slice('notification_'.length);
    administrator = await hub.town.member(caseworker.partner, 'PARTNER_ADMINISTRATOR');
    const roles = [
      'CASEWORKER',
      'COORDINATOR',
      'CLAUSE_FACILITATOR',
      'COMMITTEE_MEMBER',
      'DATA_PROTECTION_OFFICER',
    ];
    const colleague = await hub.town.member(caseworker.partner);
    const stranger = await hub.town.member(await hub.town.partner(), 'PARTNER_ADMINISTRATOR');
    otherMembers = [...roles.map((role) => as(colleague, role)), as(stranger, 'PARTNER_ADMINISTRATOR')];
    login = await LoginConnection.open(hub.ownerUrl);
  });
  afterAll(() => login.close());

  it('are visible to no other member in any role, except mail settings to administrators', async () => {
    for (const table of ['notification', 'mail_preference']) {
      expect([table, await count(as(owner), `select from ${table}`)]).toEqual([table, 1]);
      for (const databaseRole of otherMembers)
        expect([table, await count(databaseRole, `select from ${table}`)]).toEqual([table, 0]);
    }
    const asAdministrator = as(administrator, 'PARTNER_ADMINISTRATOR');
    expect(await count(asAdministrator, 'select from notification')).toBe(0);
    expect(await count(asAdministrator, 'select from mail_preference')).toBe(1);
  });

  it('can be changed only by their member, and only the read state and the mail setting', async () => {
    const mark = 'update notification set read_at = now()';
    const choose = "update mail_preference set timing = 'NONE'";
    expect([await count(as(owner), mark), await count(as(owner), choose)]).toEqual([1, 1]);
    for (const databaseRole of [...otherMembers, as(administrator, 'PARTNER_ADMINISTRATOR')]) {
      expect([await count(databaseRole, mark), await count(databaseRole, choose)]).toEqual([0, 0]);
    }
    for (const forbidden of [
      `update notification set member_id = '${administrator.key}'`,
      "update notification set kind = 'REFERRAL_DECLINED'",
      'update notification set mail_id = null',
      'update mail_preference set refused_at = now()',
      `update mail_preference set member_id = '${administrator.key}'`,
      'delete from notification',
      'delete from mail_preference',
      'select from pending_mail',
      'select from presence',
    ]) {
      expect([forbidden, await count(as(owner), forbidden)]).toEqual([forbidden, '42501']);
    }
  });

  it('notifications are created only by the hub, mail settings only by the member itself', async () => {
    const notify = 'insert into notification (id, member_id, kind, at) values ($1, $2, $3, now())';
    expect(await count(as(owner), notify, v7(), owner.key, 'REFERRAL_SENT')).toBe('42501');
    const choose = "insert into mail_preference (member_id, timing) values ($1, 'NONE')";
    expect(await count(as(administrator), choose, administrator.key)).toBe(1);
    for (const databaseRole of otherMembers)
      expect(await count(databaseRole, choose, administrator.key)).toBe('42501');
  });

  it('their events are visible only to their member, and only that member or the hub writes them', async () => {
    const emit = `insert into event (id, topic, kind, subject, partner_id, to_member_id, by_id, member_id)
      values ($1, 'NOTIFICATION', 'READ', $2, $3, $4, access.partner_id(), access.member_id())`;
    const addressed = [notification, owner.partner.key, owner.key];
    expect(await count(as(owner, 'COORDINATOR'), emit, v7(), ...addressed)).toBe(1);
    for (const databaseRole of [...otherMembers, as(administrator, 'PARTNER_ADMINISTRATOR')])
      expect(await count(databaseRole, emit, v7(), ...addressed)).toBe('42501');
    const toPartner = emit.replace("'NOTIFICATION'", "'REFERRAL'");
    expect(await count(as(owner), toPartner, v7(), ...addressed)).toBe('23514');
    await hub.owner(
      "insert into event (id, topic, kind, subject, partner_id, to_member_id) values ($1, 'NOTIFICATION', 'ADDED', $2, $3, $4)",
      [v7(), ...addressed],
    );
    const events = "select from event where topic = 'NOTIFICATION'";
    expect(await count(as(owner, 'COORDINATOR'), events)).toBe(1);
    for (const databaseRole of [...otherMembers, as(administrator, 'PARTNER_ADMINISTRATOR')])
      expect(await count(databaseRole, events)).toBe(0);
  });

  it('are hidden from hub_committee and readable for hub_system, which sends mail', async () => {
    const committee: DatabaseRole = {
      role: 'hub_committee',
      variables: as(owner, 'COMMITTEE_MEMBER').variables,
    };
    // The role has no right even on the schema.
    expect(await count(committee, 'select from notification')).toBe('42P01');
    const systemRole: DatabaseRole = { role: 'hub_system', variables: {} };
    expect(await count(systemRole, 'select from notification where id = $1', notification)).toBe(1);
  });
});
