import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../kit/client.js';
import { expectSoon } from '../kit/figures.js';
import { sharedHub } from '../kit/hub.js';
import { daysAgo, registerPerson, type SeededPartner, sendReferral } from '../kit/town.js';

describe('a withdrawal', () => {
  const hub = sharedHub();
  let sender: Client;
  let receiver: Client;
  let receiverPartner: SeededPartner;

  beforeAll(async () => {
    ({ client: sender } = await hub.town.caseworker());
    ({ client: receiver, partner: receiverPartner } = await hub.town.caseworker());
  });

  const readReferral = async (client: Client, id: string) =>
    (
      await client.data(
        `query ($id: ID!) { referral(id: $id) { status purpose viewerCan beneficiary { firstName }
          transitions { to by { slug } } } }`,
        { id },
      )
    ).referral;
  const sharingWith = async (id: string) => {
    const { beneficiary } = await sender.data(
      'query ($id: ID!) { beneficiary(id: $id) { sharings { id partner { id } } } }',
      { id },
    );
    return beneficiary.sharings.find(
      (it: { partner: { id: string } }) => it.partner.id === receiverPartner.id,
    ).id;
  };

  it.each([
    ['before the answer', false],
    ['after acceptance', true],
  ])('%s cancels the referral, and the other side no longer sees the person', async (_, accepted) => {
    const person = await registerPerson(sender);
    const referral = await sendReferral(sender, person, receiverPartner);
    if (accepted) await receiver.run('acceptReferral', { referral, expectedVersion: 1 }, 'referral { id }');
    expect(await readReferral(receiver, referral)).toMatchObject({ beneficiary: { firstName: 'Amina' } });

    const live = await receiver.subscribe(
      'kind by { slug } referral { id status beneficiary { firstName } }',
    );
    const started = performance.now();
    const payload = await sender.run(
      'withdrawSharing',
      { sharing: await sharingWith(person), reason: 'Changed their mind' },
      'sharing { id }',
    );
    expect(payload.userErrors).toEqual([]);
    expect(await live.until('CANCELLED')).toEqual({
      kind: 'CANCELLED',
      by: null,
      referral: { id: referral, status: 'CANCELLED', beneficiary: null },
    });
    const elapsed = performance.now() - started;
    console.info(`from the withdrawal to the live event: ${elapsed.toFixed(0)} ms`);
    expectSoon(elapsed, 1000);
    await live.stop();

    expect(await readReferral(receiver, referral)).toMatchObject({
      status: 'CANCELLED',
      viewerCan: [],
      beneficiary: null,
    });
    const own = await readReferral(sender, referral);
    expect(own).toMatchObject({ status: 'CANCELLED', beneficiary: { firstName: 'Amina' } });
    expect(own.transitions.at(-1)).toEqual({ to: 'CANCELLED', by: null });
    const { beneficiary } = await receiver.data('query ($id: ID!) { beneficiary(id: $id) { id } }', {
      id: person,
    });
    expect(beneficiary).toBeNull();
  });

  it('hides the person also in earlier events that are replayed afterwards', async () => {
    const person = await registerPerson(sender);
    await hub.settled();
    const before = (await receiver.data('{ referralEvents(first: 100) { pageInfo { endCursor } } }'))
      .referralEvents.pageInfo.endCursor;
    const referral = await sendReferral(sender, person, receiverPartner);
    await receiver.run('withdrawSharing', { sharing: await sharingWith(person) }, 'sharing { id }');
    const replayed = await receiver.subscribe('kind referral { id beneficiary { id } }', before);
    for (const kind of ['SENT', 'CANCELLED']) {
      expect(await replayed.next()).toEqual({ kind, referral: { id: referral, beneficiary: null } });
    }
    await replayed.stop();
  });

  it('leaves a completed referral completed, and the other side no longer sees the person', async () => {
    const person = await registerPerson(sender);
    const referral = await sendReferral(sender, person, receiverPartner);
    await receiver.run('acceptReferral', { referral, expectedVersion: 1 }, 'referral { id }');
    const input = { referral, expectedVersion: 2, outcome: 'SERVICE_RECEIVED' };
    await receiver.run('completeReferral', input, 'referral { id }');
    await sender.run('withdrawSharing', { sharing: await sharingWith(person) }, 'sharing { id }');
    expect(await readReferral(receiver, referral)).toMatchObject({ status: 'COMPLETED', beneficiary: null });
  });

  it('is refused to a partner that sees the person but neither has nor granted the sharing', async () => {
    const third = await hub.town.caseworker();
    const person = await registerPerson(sender);
    const referral = await sendReferral(sender, person, receiverPartner);
    await sendReferral(sender, person, third.partner, { agreedOn: daysAgo(0) });
    const payload = await third.client.run(
      'withdrawSharing',
      { sharing: await sharingWith(person) },
      'sharing { id }',
    );
    expect(payload).toMatchObject({ sharing: null, userErrors: [{ code: 'NOT_FOUND' }] });
    expect(await readReferral(receiver, referral)).toMatchObject({
      status: 'REQUESTED',
      beneficiary: { firstName: 'Amina' },
    });
  });
});
