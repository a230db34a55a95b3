import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Data } from '../kit/client.js';
import { refusalsOf, runCommand, validInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { audience, type IdentityProvider, newKeys, startIdentityProvider } from '../kit/identity-provider.js';
import { answerInvitation, invitationsOf, requestWithToken } from '../kit/invitations.js';
import { registerPerson, type Seed, type SeededPartner, sendReferral } from '../kit/town.js';
import { uniqueWord } from '../kit/unique.js';
import { until } from '../kit/until.js';

const hub = testHub();
let provider: IdentityProvider;
/** The address of the same hub in the mode `jwt`: it accepts access tokens of an identity provider. */
let url: string;
let csc: Awaited<ReturnType<Seed['signedInMember']>>;
let drieets: SeededPartner;

beforeAll(async () => {
  provider = await startIdentityProvider([await newKeys('RS256', 'one')]);
  const settings = {
    AUTH: 'jwt',
    AUTH_ISSUER: provider.issuer,
    AUTH_AUDIENCE: audience,
    AUTH_JWKS_URL: provider.jwksUrl,
  };
  ({ url } = await hub.startAnother(settings));
  csc = await hub.town.signedInMember(await hub.town.partner(), 'PARTNER_ADMINISTRATOR');
  drieets = await hub.town.partner(undefined, 'INSTITUTION');
});
afterAll(() => provider.stop());

const query = '{ viewer { role partner { slug } memberships { role partner { slug } } } }';

/** A person with an account at the provider, and a token. `claims` change the token's claims. */
async function person(claims: Data = {}) {
  const subject = randomUUID();
  const email = `${uniqueWord()}@people.test`;
  const token = await provider.token({ sub: subject, email, email_verified: true, ...claims });
  const asked = async (headers: Record<string, string> = {}): Promise<Data> => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
      body: JSON.stringify({ query }),
    });
    return { status: response.status, ...((await response.json()) as object) };
  };
  return { subject, email, token, asked, ask: requestWithToken(url, token) };
}

/** A machine with a token. */
async function machine() {
  const client = randomUUID();
  const token = await provider.token({ sub: client, client_id: client, scope: 'hub:write' });
  const input = { name: 'Our software', clientId: client, role: 'CASEWORKER', mayWrite: true };
  const add = () => ({ idempotencyKey: randomUUID(), ...input });
  return { add, ask: requestWithToken(url, token), client: new Client(url, token) };
}

const invite = (email: string, changes: Data = {}, by = csc.client) =>
  runCommand(by, 'inviteMember', validInput.inviteMember({ email, ...changes }), 'id invited deactivatedAt');

const memberEvents = async (partner: SeededPartner, id: string) =>
  (
    await hub.owner<{ kind: string }>(
      `select kind from event where topic = 'MEMBER' and partner_id = $1 and 'member_' || subject = $2 order by xid, id`,
      [partner.key, id],
    )
  ).map(({ kind }) => kind);

describe('an invitation', () => {
  it('has no effect on a member of another partner until the person accepts it', async () => {
    const { subject, email, asked, ask } = await person();
    const { key } = await hub.town.member(drieets);
    await hub.owner('update member set subject = $2, email = $3 where id = $1', [key, subject, email]);
    const before = await asked();
    expect(before.data.viewer.partner.slug).toBe(drieets.slug);
    const member = await invite(email);
    expect(member).toMatchObject({ invited: true, deactivatedAt: null });
    expect(await asked()).toEqual(before);

    const [invitation, ...others] = await invitationsOf(ask);
    expect([invitation, others]).toEqual([
      { id: member.id, slug: csc.partner.slug, partner: expect.any(String), role: 'CASEWORKER' },
      [],
    ]);
    expect(await answerInvitation(ask, 'accept', member)).toBe(204);
    expect(await invitationsOf(ask)).toEqual([]);
    const { status, errors } = await asked();
    const partners = [csc.partner.slug, drieets.slug].sort();
    expect([status, errors[0].extensions]).toEqual([400, { code: 'PARTNER_REQUIRED', partners }]);
    expect((await asked({ 'x-hub-partner': csc.partner.slug })).data.viewer.partner.slug).toBe(
      csc.partner.slug,
    );
    expect(await memberEvents(csc.partner, member.id)).toEqual(['INVITED', 'JOINED']);
  });

  it('gives access to a person without any membership once accepted', async () => {
    const { email, asked, ask } = await person();
    const member = await invite(email);
    expect((await asked()).status).toBe(401);
    expect(await answerInvitation(ask, 'accept', member)).toBe(204);
    expect((await asked()).data.viewer.partner.slug).toBe(csc.partner.slug);
  });

  it('that was declined can no longer be accepted, until the partner reactivates it', async () => {
    const { email, asked, ask } = await person();
    const member = await invite(email);
    expect(await answerInvitation(ask, 'decline', member)).toBe(204);
    expect(await answerInvitation(ask, 'accept', member)).toBe(404);
    expect(await memberEvents(csc.partner, member.id)).toEqual(['INVITED', 'DECLINED']);
    const again = validInput.inviteMember({ email });
    expect(await refusalsOf(csc.client, 'inviteMember', again)).toEqual(['INVALID email']);
    await runCommand(csc.client, 'reactivateMember', { member: member.id });
    expect(await invitationsOf(ask)).toHaveLength(1);
    expect(await answerInvitation(ask, 'accept', member)).toBe(204);
    expect((await asked()).status).toBe(200);
  });

  it('that the partner has withdrawn can no longer be accepted', async () => {
    const { email, ask } = await person();
    const member = await invite(email);
    await runCommand(csc.client, 'deactivateMember', { member: member.id });
    expect(await invitationsOf(ask)).toEqual([]);
    expect(await answerInvitation(ask, 'accept', member)).toBe(404);
  });

  it('is matched only by a verified e-mail address', async () => {
    const { email } = await person();
    const member = await invite(email);
    const others = [
      await person({ email, email_verified: false }),
      await person({ email, email_verified: 'true' }),
      await person({ email: null }),
      await person(),
    ];
    for (const { ask } of others) {
      expect(await invitationsOf(ask)).toEqual([]);
      expect(await answerInvitation(ask, 'accept', member)).toBe(404);
      expect(await answerInvitation(ask, 'decline', member)).toBe(404);
    }
    expect((await fetch(`${url}/auth/session`)).status).toBe(401);
    const { ask } = await person({ email: ` ${email.toUpperCase()}` });
    expect(await invitationsOf(ask)).toHaveLength(1);
  });

  it('must be accepted before the person can be assigned a referral', async () => {
    const { email, ask } = await person();
    const invited = await invite(email);
    const caseworker = await hub.town.signedInMember(csc.partner);
    const sender = await hub.town.caseworker();
    const referral = await sendReferral(sender.client, await registerPerson(sender.client), csc.partner);
    const input = { referral, member: invited.id };
    expect(await refusalsOf(caseworker.client, 'assignReferral', input)).toEqual(['INVALID member']);
    await answerInvitation(ask, 'accept', invited);
    await runCommand(caseworker.client, 'assignReferral', input);
  });
});

describe('an account with several roles at a partner', () => {
  it('selects a role per request and has only the rights of that role', async () => {
    const { email, asked, ask } = await person();
    await answerInvitation(ask, 'accept', await invite(email));
    const second = await invite(email, { role: 'COMMITTEE_MEMBER' });
    expect((await asked()).data.viewer.role).toBe('CASEWORKER');
    await answerInvitation(ask, 'accept', second);
    const { status, errors } = await asked();
    const roles = ['CASEWORKER', 'COMMITTEE_MEMBER'];
    expect([status, errors[0].extensions]).toEqual([400, { code: 'ROLE_REQUIRED', roles }]);
    for (const role of roles) {
      const { viewer } = (await asked({ 'x-hub-role': role })).data;
      expect([viewer.role, viewer.memberships.map((it: Data) => it.role)]).toEqual([role, roles]);
    }
    expect((await asked({ 'x-hub-role': 'COORDINATOR' })).status).toBe(401);
  });

  it('cannot have the same role twice', async () => {
    const { email, ask } = await person();
    const first = await invite(email);
    await answerInvitation(ask, 'accept', first);
    const again = validInput.inviteMember({ email });
    expect(await refusalsOf(csc.client, 'inviteMember', again)).toEqual(['INVALID email']);
    const second = await invite(email, { role: 'DATA_PROTECTION_OFFICER' });
    const same = { member: second.id, role: 'CASEWORKER' };
    expect(await refusalsOf(csc.client, 'setMemberRole', same)).toEqual(['INVALID role']);
    // Another address of the same person: the partner cannot know that it is the same person.
    const { email: other } = await person();
    const third = await invite(other);
    const { subject } = (
      await hub.owner('select subject from member where id = $1', [first.id.slice(7)])
    )[0] as Data;
    const token = await provider.token({ sub: subject, email: other, email_verified: true });
    expect(await answerInvitation(requestWithToken(url, token), 'accept', third)).toBe(409);
  });

  it('can lose one role, or all roles when the person leaves', async () => {
    const { email, asked, ask } = await person();
    const roles = ['CASEWORKER', 'COMMITTEE_MEMBER', 'DATA_PROTECTION_OFFICER'];
    const members: Data[] = [];
    for (const role of roles) {
      const member = await invite(email, { role });
      await answerInvitation(ask, 'accept', member);
      members.push(member);
    }
    const [caseworker, , officer] = members;
    await runCommand(csc.client, 'deactivateMember', { member: officer.id });
    expect((await asked({ 'x-hub-role': 'CASEWORKER' })).status).toBe(200);
    expect((await asked({ 'x-hub-role': 'DATA_PROTECTION_OFFICER' })).status).toBe(401);
    await runCommand(csc.client, 'deactivateMember', { member: caseworker.id, everyRole: true });
    // The command ran in the other hub: this one is told by the database.
    await until(async () => (await asked()).status === 401);
    for (const { id } of members) expect((await memberEvents(csc.partner, id)).at(-1)).toBe('DEACTIVATED');
  });
});

describe('a machine', () => {
  it('works for no partner until it accepts an invitation, and then only for that partner', async () => {
    const { add, ask, client } = await machine();
    const other = await hub.town.signedInMember(await hub.town.partner(), 'PARTNER_ADMINISTRATOR');
    // Being the first partner that invites the machine gives no advantage.
    const first = await runCommand(other.client, 'addMachineAccount', add(), 'id invited');
    expect(first.invited).toBe(true);
    expect((await client.send(query)).errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
    const { id } = await runCommand(csc.client, 'addMachineAccount', add());
    expect((await invitationsOf(ask)).map(({ slug }) => slug).sort()).toEqual(
      [csc.partner.slug, other.partner.slug].sort(),
    );
    expect(await answerInvitation(ask, 'accept', { id })).toBe(204);
    expect((await client.data(query)).viewer.partner.slug).toBe(csc.partner.slug);
    expect(await answerInvitation(ask, 'accept', first)).toBe(409);
    expect((await client.data(query)).viewer.partner.slug).toBe(csc.partner.slug);
  });

  it('that works for a partner cannot be invited by another; the error does not name the partner', async () => {
    const { add, ask } = await machine();
    const { id } = await runCommand(csc.client, 'addMachineAccount', add());
    await answerInvitation(ask, 'accept', { id });
    const other = await hub.town.signedInMember(await hub.town.partner(), 'PARTNER_ADMINISTRATOR');
    const text = `mutation ($input: AddMachineAccountInput!) {
      addMachineAccount(input: $input) { member { id } userErrors { code path message } } }`;
    const { data } = await other.client.send(text, { input: add() });
    expect(data.addMachineAccount).toEqual({
      member: null,
      userErrors: [
        {
          code: 'INVALID',
          path: ['input', 'clientId'],
          message: 'This account already exists. If it is deactivated at your partner, reactivate it.',
        },
      ],
    });
  });
});
