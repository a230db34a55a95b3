import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { refusalsOf, runCommand, validInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { registerPerson, sendReferral } from '../kit/town.js';

const query =
  '{ unansweredReferrals { totalCount nodes { reference from { id } to { id } priority sentAt daysWaiting } } }';

describe('the coordinator', () => {
  const hub = testHub();

  it('adds a partner once with its first administrator, and renames it', async () => {
    const { client } = await hub.town.signedInMember(
      await hub.town.partner(undefined, 'TOWN'),
      'COORDINATOR',
    );
    const input = {
      idempotencyKey: randomUUID(),
      slug: 'la-fabrique',
      name: 'La Fabrique',
      kind: 'ASSOCIATION',
      administratorName: 'Nour Benali',
      administratorEmail: 'Nour@Fabrique.test',
    };
    const { id } = await runCommand(client, 'addPartner', input);
    expect((await runCommand(client, 'addPartner', input)).id).toBe(id);
    expect(await refusalsOf(client, 'addPartner', { ...input, idempotencyKey: randomUUID() })).toEqual([
      'INVALID slug',
    ]);
    expect(
      await hub.owner('select email, role, subject from member where partner_id = $1', [id.split('_')[1]]),
    ).toEqual([{ email: 'nour@fabrique.test', role: 'PARTNER_ADMINISTRATOR', subject: null }]);
    const renamed = await runCommand(client, 'renamePartner', { partner: id, name: 'La Ruche' }, 'name');
    expect(renamed).toEqual({ name: 'La Ruche' });
    const invisible = { partner: id, name: 'La Ru\u200bche' };
    expect(await refusalsOf(client, 'renamePartner', invisible)).toEqual(['INVALID name']);
  });

  it('reads unanswered referrals without the person; other roles read none', async () => {
    const { client } = await hub.town.signedInMember(
      await hub.town.partner(undefined, 'TOWN'),
      'COORDINATOR',
    );
    const sender = await hub.town.caseworker();
    const receiver = await hub.town.caseworker();
    const referral = await sendReferral(sender.client, await registerPerson(sender.client), receiver.partner);
    await hub.owner(`update referral set sent_at = sent_at - interval '3 days'`);
    expect((await client.data(query)).unansweredReferrals).toMatchObject({
      totalCount: 1,
      nodes: [{ from: { id: sender.partner.id }, to: { id: receiver.partner.id }, daysWaiting: 3 }],
    });
    expect((await sender.client.data(query)).unansweredReferrals.totalCount).toBe(0);
    await runCommand(receiver.client, 'acceptReferral', { referral, expectedVersion: 1 });
    expect((await client.data(query)).unansweredReferrals.totalCount).toBe(0);
  });

  it('can enter a sent referral in error without seeing it, but not a draft', async () => {
    const { client } = await hub.town.signedInMember(
      await hub.town.partner(undefined, 'TOWN'),
      'COORDINATOR',
    );
    const sender = await hub.town.caseworker();
    const receiver = await hub.town.caseworker();
    const person = await registerPerson(sender.client);
    await sendReferral(sender.client, person, receiver.partner);
    const shown = '{ unansweredReferrals { nodes { referral version from { id } } } }';
    const { nodes } = (await client.data(shown)).unansweredReferrals;
    const { referral, version: expectedVersion } = nodes.find(
      (it: { from: { id: string } }) => it.from.id === sender.partner.id,
    );
    const input = { referral, expectedVersion, reason: ' Sent twice ' };
    const stale = { ...input, expectedVersion: 7 };
    expect(await refusalsOf(client, 'enterReferralInError', stale)).toEqual([
      'STALE_VERSION expectedVersion',
    ]);
    expect(await refusalsOf(client, 'cancelReferral', input)).toEqual(['NOT_FOUND referral']);
    const events = await receiver.client.subscribe('kind by { kind } referral { id beneficiary { id } }');
    expect(await client.run('enterReferralInError', input, 'referral { id }')).toEqual({
      referral: null,
      userErrors: [],
    });
    expect(await events.until('ENTERED_IN_ERROR')).toEqual({
      kind: 'ENTERED_IN_ERROR',
      by: { kind: 'TOWN' },
      referral: { id: referral, beneficiary: null },
    });
    await events.stop();
    const query = `query ($id: ID!) { referral(id: $id) {
      status closedAt beneficiary { id } transitions { to by { kind } reason } } }`;
    expect((await receiver.client.data(query, { id: referral })).referral).toEqual({
      status: 'ENTERED_IN_ERROR',
      closedAt: expect.any(String),
      beneficiary: null,
      transitions: [
        { to: 'REQUESTED', by: { kind: 'ASSOCIATION' }, reason: null },
        { to: 'ENTERED_IN_ERROR', by: { kind: 'TOWN' }, reason: null },
      ],
    });
    const { transitions } = (await sender.client.data(query, { id: referral })).referral;
    expect(transitions.at(-1)).toMatchObject({ reason: 'Sent twice' });
    const again = { ...input, expectedVersion: expectedVersion + 1 };
    expect(await refusalsOf(client, 'enterReferralInError', again)).toEqual([
      'TRANSITION_NOT_ALLOWED referral',
    ]);
    const draft = await runCommand(
      sender.client,
      'draftReferral',
      validInput.draftReferral(person, receiver.partner),
      'id',
    );
    const ofDraft = { ...input, referral: draft.id, expectedVersion: 1 };
    expect(await refusalsOf(client, 'enterReferralInError', ofDraft)).toEqual(['NOT_FOUND referral']);
  });
});
