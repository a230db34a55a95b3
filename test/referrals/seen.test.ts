import diagnostics from 'node:diagnostics_channel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Data } from '../kit/client.js';
import { rowCountChanges, rowCounts, runCommand } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { audience, type IdentityProvider, newKeys, startIdentityProvider } from '../kit/identity-provider.js';
import { acceptAllInvitations, requestWithToken } from '../kit/invitations.js';
import { registerPerson, type SeededPartner, sendReferral } from '../kit/town.js';

const seenBy = 'query ($id: ID!) { referral(id: $id) { version seenAt } }';

describe('the read receipt of a referral', () => {
  const hub = testHub();
  let provider: IdentityProvider;
  let sender: Client;
  let receiver: Client;
  let colleague: Client;
  let receiving: SeededPartner;
  let person: string;

  beforeAll(async () => {
    provider = await startIdentityProvider([await newKeys('ES256', 'a key')]);
    ({ client: sender } = await hub.town.caseworker());
    ({ client: receiver, partner: receiving } = await hub.town.caseworker());
    colleague = (await hub.town.signedInMember(receiving)).client;
    person = await registerPerson(sender);
  });
  afterAll(() => provider.stop());

  const send = () => sendReferral(sender, person, receiving);
  const seenAt = async (client: Client, id: string) =>
    (await client.data(seenBy, { id })).referral.seenAt as string | null;

  it('is set by a read by id: the response contains it, the sender is notified, the version does not change', async () => {
    const referral = await send();
    const listening = await sender.subscribe('kind by { id } referral { id seenAt }');
    expect(await seenAt(sender, referral)).toBeNull();
    const { referral: opened } = await receiver.data(seenBy, { id: referral });
    expect(opened).toEqual({ version: 1, seenAt: expect.any(String) });
    expect(await listening.until('SEEN')).toEqual({
      kind: 'SEEN',
      by: { id: receiving.id },
      referral: { id: referral, seenAt: opened.seenAt },
    });
    await listening.stop();
    expect(await seenAt(sender, referral)).toBe(opened.seenAt);
  });

  it.each([
    ['by a read with `node`', 'query ($id: ID!) { node(id: $id) { ... on Referral { seenAt } } }', 'node'],
    [
      'by a read combined with introspection, which another part of the hub answers',
      'query ($id: ID!) { __typename referral(id: $id) { seenAt } __schema { queryType { name } } }',
      'referral',
    ],
    [
      'once by two reads in one operation, under aliases and in a fragment',
      'query ($id: ID!) { a: referral(id: $id) { id } ...F } fragment F on Query { b: referral(id: $id) { seenAt } }',
      'b',
    ],
  ])('is set %s', async (_, query, key) => {
    const referral = await send();
    const before = await rowCounts(hub);
    expect((await receiver.data(query, { id: referral }))[key].seenAt).toEqual(expect.any(String));
    expect(rowCountChanges(before, await rowCounts(hub))).toMatchObject({ event: 1 });
  });

  it('is set once, by the first member of the receiver, also with concurrent reads', async () => {
    const referral = await send();
    const before = await rowCounts(hub);
    const times = await Promise.all(
      Array.from({ length: 20 }, (_, index) => seenAt(index % 2 ? receiver : colleague, referral)),
    );
    expect(new Set(times).size).toBe(1);
    expect(times[0]).toEqual(expect.any(String));
    expect(rowCountChanges(before, await rowCounts(hub))).toMatchObject({ event: 1 });
    const again = await rowCounts(hub);
    expect(await seenAt(colleague, referral)).toBe(times[0]);
    expect(rowCountChanges(again, await rowCounts(hub))).not.toHaveProperty('event');
  });

  it('is not set by a read in a list, in an event, with `nodes` or as a nested field', async () => {
    await hub.settled();
    const listening = await receiver.subscribe('kind referral { id seenAt }');
    const referral = await send();
    expect(await listening.until('SENT', referral)).toMatchObject({
      referral: { id: referral, seenAt: null },
    });
    await listening.stop();
    await hub.settled();
    await receiver.data(
      `query ($id: ID!, $person: ID!) { referrals(first: 100) { nodes { id seenAt } } nodes(ids: [$id]) { id }
        beneficiary(id: $person) { referrals { nodes { seenAt } } } referralEvents { nodes { referral { seenAt } } } }`,
      { id: referral, person },
    );
    expect(await seenAt(sender, referral)).toBeNull();
  });

  it('is not set by the sender, by another partner or by a machine account of the receiver', async () => {
    const referral = await send();
    const forMachines = await hub.startAnother({
      AUTH_ISSUER: provider.issuer,
      AUTH_AUDIENCE: audience,
      AUTH_JWKS_URL: provider.jwksUrl,
    });
    const administrator = (await hub.town.signedInMember(receiving, 'PARTNER_ADMINISTRATOR')).client;
    const account = { name: 'Our software', clientId: 'ours', role: 'CASEWORKER', mayWrite: true };
    await runCommand(administrator, 'addMachineAccount', { idempotencyKey: 'ours', ...account });
    const token = await provider.token({ sub: 'ours', client_id: 'ours', scope: 'hub:write' });
    await acceptAllInvitations(requestWithToken(forMachines.url, token));
    const machine = new Client(forMachines.url, token);
    expect((await machine.data(seenBy, { id: referral })).referral).toEqual({ version: 1, seenAt: null });
    const stranger = (await hub.town.caseworker()).client;
    expect((await stranger.data(seenBy, { id: referral })).referral).toBeNull();
    expect(await seenAt(sender, referral)).toBeNull();
  });

  // The event of the command tells the sender more than SEEN would.
  it('is set by a command or a message of the receiver too', async () => {
    for (const [command, input] of [
      ['reviewReferral', { expectedVersion: 1 }],
      ['sendReferralMessage', { idempotencyKey: 'hello', text: 'Hello' }],
    ] as const) {
      const referral = await send();
      await runCommand(receiver, command, { referral, ...input });
      expect(await seenAt(sender, referral)).toEqual(expect.any(String));
    }
  });

  it('adds no write and no statement to a later read', async () => {
    const referral = await send();
    await seenAt(receiver, referral);
    const texts: string[] = [];
    const note = (message: unknown) => texts.push((message as Data).text);
    diagnostics.subscribe('hub:statement', note);
    try {
      await seenAt(receiver, referral);
    } finally {
      diagnostics.unsubscribe('hub:statement', note);
    }
    const reads = texts.filter((it) => /"referral"/.test(it) || /update referral/.test(it));
    expect(reads).toHaveLength(1);
  });
});
