import { beforeAll, describe, expect, it } from '@jest/globals';
import { refusalsOf, runCommand, validInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { LoginConnection } from '../kit/login.js';
import type { Seed } from '../kit/town.js';

describe('a partner’s administrator', () => {
  const hub = testHub();
  let admin: Awaited<ReturnType<Seed['signedInMember']>>;

  beforeAll(async () => {
    admin = await hub.town.signedInMember(await hub.town.partner(), 'PARTNER_ADMINISTRATOR');
  });

  it('invites, deactivates and reactivates a member, and the partner receives an event each time', async () => {
    const { client, partner } = admin;
    const input = validInput.inviteMember();
    const { id } = await runCommand(client, 'inviteMember', input, 'id role kind email deactivatedAt');
    const off = await runCommand(client, 'deactivateMember', { member: id }, 'deactivatedAt');
    expect(off.deactivatedAt).not.toBeNull();
    const on = await runCommand(client, 'reactivateMember', { member: id }, 'deactivatedAt');
    expect(on.deactivatedAt).toBeNull();
    await runCommand(client, 'setMemberRole', { member: id, role: 'DATA_PROTECTION_OFFICER' });
    const events = await hub.owner<{ kind: string }>(
      `select kind from event where topic = 'MEMBER' and partner_id = $1 order by xid, id`,
      [partner.key],
    );
    expect(events.map((it) => it.kind)).toEqual(['INVITED', 'DEACTIVATED', 'REACTIVATED', 'ROLE_CHANGED']);
    const again = validInput.inviteMember({
      email: input.email.toUpperCase(),
      role: 'DATA_PROTECTION_OFFICER',
    });
    expect(await refusalsOf(client, 'inviteMember', again)).toEqual(['INVALID email']);
  });

  it.each([
    'u@example.fr\u200b',
    'x..y@example.fr',
    'u@example.fr.',
    'mailto:u@example.fr',
    'x@example.org(y)',
    'u@example.fr/x',
    'u@example%2efr',
    'u@example.fr#',
    '"u v"@example.fr',
    'u@v@example.fr',
    'u@example',
  ])('refuses %j as an address', async (email) => {
    const { client } = await hub.town.signedInMember(await hub.town.partner(), 'PARTNER_ADMINISTRATOR');
    expect(await refusalsOf(client, 'inviteMember', validInput.inviteMember({ email }))).toEqual([
      'INVALID email',
    ]);
  });

  it('treats an internationalised domain and its ASCII form as one account', async () => {
    const { client } = await hub.town.signedInMember(await hub.town.partner(), 'PARTNER_ADMINISTRATOR');
    const invite = (email: string) => validInput.inviteMember({ email });
    const { email } = await runCommand(client, 'inviteMember', invite('Nour@Café.example'), 'email');
    expect(email).toBe('nour@xn--caf-dma.example');
    expect(await refusalsOf(client, 'inviteMember', invite('nour@xn--caf-dma.example'))).toEqual([
      'INVALID email',
    ]);
  });

  it('of an association can invite a member of the steering committee', async () => {
    const { client } = await hub.town.signedInMember(await hub.town.partner(), 'PARTNER_ADMINISTRATOR');
    const input = validInput.inviteMember({ role: 'COMMITTEE_MEMBER' });
    expect(await runCommand(client, 'inviteMember', input, 'role')).toEqual({ role: 'COMMITTEE_MEMBER' });
  });

  it('cannot give a role that the partner’s kind does not have: refused by the API and by the row policy', async () => {
    const { client, partner, member } = admin;
    expect(
      await refusalsOf(client, 'inviteMember', validInput.inviteMember({ role: 'COORDINATOR' })),
    ).toEqual(['INVALID role']);
    const login = await LoginConnection.open(hub.ownerUrl);
    const variables = {
      'app.member_id': member.key,
      'app.partner_id': partner.key,
      'app.role': 'PARTNER_ADMINISTRATOR',
    };
    const error = await login.try(
      { role: 'hub_partner', variables },
      `update member set role = 'COORDINATOR' where id = $1`,
      [member.key],
    );
    await login.close();
    expect(error.code).toBe('42501');
  });

  it('cannot deactivate the last administrator, also when two administrators deactivate each other concurrently', async () => {
    const { client, partner, member } = admin;
    expect(await refusalsOf(client, 'deactivateMember', { member: `member_${member.key}` })).toEqual([
      'INVALID member',
    ]);
    const other = await hub.town.signedInMember(partner, 'PARTNER_ADMINISTRATOR');
    const query =
      'mutation ($input: DeactivateMemberInput!) { deactivateMember(input: $input) { member { id } } }';
    // The second is refused by the command, or already at authentication.
    const answers = await Promise.all([
      client.send(query, { input: { member: `member_${other.member.key}` } }),
      other.client.send(query, { input: { member: `member_${member.key}` } }),
    ]);
    expect(answers.filter(({ data }) => data?.deactivateMember.member)).toHaveLength(1);
    await hub.owner('update member set deactivated_at = null where partner_id = $1', [partner.key]);
  });

  it('finds no member and no service of another partner', async () => {
    const { client } = await hub.town.signedInMember(await hub.town.partner(), 'PARTNER_ADMINISTRATOR');
    const { id: service } = await runCommand(admin.client, 'addService', validInput.addService());
    expect(await refusalsOf(client, 'deactivateMember', { member: `member_${admin.member.key}` })).toEqual([
      'NOT_FOUND member',
    ]);
    expect(await refusalsOf(client, 'closeService', { service })).toEqual(['NOT_FOUND service']);
  });

  it('adds, changes and closes services, which every signed-in member sees in the directory', async () => {
    const { client, partner } = admin;
    const fields = 'id themes capacity capacityUpdatedAt status';
    const added = await runCommand(client, 'addService', validInput.addService({ name: 'Zinc' }), fields);
    expect(added).toMatchObject({ themes: ['REMOBILISATION'], capacity: 8, status: 'OPEN' });
    const changed = await runCommand(
      client,
      'changeService',
      { service: added.id, capacity: null, themes: ['NUMERIQUE'] },
      fields,
    );
    expect(changed).toMatchObject({ themes: ['NUMERIQUE'], capacity: null, capacityUpdatedAt: null });
    await runCommand(client, 'closeService', { service: added.id });
    expect(await refusalsOf(client, 'changeService', { service: added.id, name: 'Lead' })).toEqual([
      'INVALID service',
    ]);
    const otherPartner = await hub.town.caseworker();
    const query = 'query ($slug: String!) { partner(slug: $slug) { services { nodes { name status } } } }';
    const seen = await otherPartner.client.data(query, { slug: partner.slug });
    expect(seen.partner.services.nodes).toContainEqual({ name: 'Zinc', status: 'CLOSED' });
  });
});
