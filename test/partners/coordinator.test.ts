import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { done, refused } from '../kit/acts.js';
import { testHub } from '../kit/hub.js';
import { registerPerson, sendReferral } from '../kit/town.js';

const query =
  '{ unansweredReferrals { totalCount nodes { reference from { id } to { id } priority sentAt daysWaiting } } }';

describe('the coordinator', () => {
  const hub = testHub();

  it('adds a partner once with its first administrator, and renames it', async () => {
    const { client } = await hub.town.signedIn(await hub.town.partner(undefined, 'TOWN'), 'COORDINATOR');
    const input = {
      idempotencyKey: randomUUID(),
      slug: 'la-fabrique',
      name: 'La Fabrique',
      kind: 'ASSOCIATION',
      administratorName: 'Nour Benali',
      administratorEmail: 'Nour@Fabrique.test',
    };
    const { id } = await done(client, 'addPartner', input);
    expect((await done(client, 'addPartner', input)).id).toBe(id);
    expect(await refused(client, 'addPartner', { ...input, idempotencyKey: randomUUID() })).toEqual([
      'INVALID slug',
    ]);
    expect(
      await hub.owner('select email, role, subject from member where partner_id = $1', [id.split('_')[1]]),
    ).toEqual([{ email: 'nour@fabrique.test', role: 'PARTNER_ADMINISTRATOR', subject: null }]);
    const renamed = await done(client, 'renamePartner', { partner: id, name: 'La Ruche' }, 'name');
    expect(renamed).toEqual({ name: 'La Ruche' });
  });

  it('reads which referrals wait for an answer, without the person; nobody else reads them', async () => {
    const { client } = await hub.town.signedIn(await hub.town.partner(undefined, 'TOWN'), 'COORDINATOR');
    const sender = await hub.town.caseworker();
    const receiver = await hub.town.caseworker();
    const referral = await sendReferral(sender.client, await registerPerson(sender.client), receiver.partner);
    await hub.owner(`update referral set sent_at = sent_at - interval '3 days'`);
    expect((await client.data(query)).unansweredReferrals).toMatchObject({
      totalCount: 1,
      nodes: [{ from: { id: sender.partner.id }, to: { id: receiver.partner.id }, daysWaiting: 3 }],
    });
    expect((await sender.client.data(query)).unansweredReferrals.totalCount).toBe(0);
    await done(receiver.client, 'acceptReferral', { referral, expectedVersion: 1 });
    expect((await client.data(query)).unansweredReferrals.totalCount).toBe(0);
  });
});
