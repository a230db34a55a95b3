import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../kit/client.js';
import { expectSoon } from '../kit/figures.js';
import { testHub } from '../kit/hub.js';
import { daysAgo, registerPerson, type SeededPartner, sendReferral } from '../kit/town.js';

describe('a person withdraws', () => {
  const hub = testHub();
  let sender: Client;
  let receiver: Client;
  let receiving: SeededPartner;

  beforeAll(async () => {
    ({ client: sender } = await hub.town.caseworker());
    ({ client: receiver, partner: receiving } = await hub.town.caseworker());
  });

  const seen = async (client: Client, id: string) =>
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
    return beneficiary.sharings.find((it: { partner: { id: string } }) => it.partner.id === receiving.id).id;
  };

  it.each([
    ['before the answer', false],
    ['after acceptance', true],
  ])(
    '%s: the hub cancels the referral, and the other side no longer sees the person in it',
    async (_, accepted) => {
      const person = await registerPerson(sender);
      const referral = await sendReferral(sender, person, receiving);
      if (accepted) await receiver.run('acceptReferral', { referral, expectedVersion: 1 }, 'referral { id }');
      expect(await seen(receiver, referral)).toMatchObject({ beneficiary: { firstName: 'Amina' } });

      const listening = await receiver.listen(
        'kind by { slug } referral { id status beneficiary { firstName } }',
      );
      const started = performance.now();
      const payload = await sender.run(
        'withdrawSharing',
        { sharing: await sharingWith(person), reason: 'Changed their mind' },
        'sharing { id }',
      );
      expect(payload.userErrors).toEqual([]);
      expect(await listening.until('CANCELLED')).toEqual({
        kind: 'CANCELLED',
        by: null,
        referral: { id: referral, status: 'CANCELLED', beneficiary: null },
      });
      const took = performance.now() - started;
      console.info(`from the withdrawal to the live stream: ${took.toFixed(0)} ms`);
      expectSoon(took, 1000);
      await listening.stop();

      expect(await seen(receiver, referral)).toMatchObject({
        status: 'CANCELLED',
        viewerCan: [],
        beneficiary: null,
      });
      const own = await seen(sender, referral);
      expect(own).toMatchObject({ status: 'CANCELLED', beneficiary: { firstName: 'Amina' } });
      expect(own.transitions.at(-1)).toEqual({ to: 'CANCELLED', by: null });
      const { beneficiary } = await receiver.data('query ($id: ID!) { beneficiary(id: $id) { id } }', {
        id: person,
      });
      expect(beneficiary).toBeNull();
    },
  );

  it('earlier events, replayed afterwards, do not contain the person either', async () => {
    const person = await registerPerson(sender);
    await hub.settled();
    const before = (await receiver.data('{ referralEvents(first: 100) { pageInfo { endCursor } } }'))
      .referralEvents.pageInfo.endCursor;
    const referral = await sendReferral(sender, person, receiving);
    await receiver.run('withdrawSharing', { sharing: await sharingWith(person) }, 'sharing { id }');
    const replayed = await receiver.listen('kind referral { id beneficiary { id } }', before);
    for (const kind of ['SENT', 'CANCELLED']) {
      expect(await replayed.next()).toEqual({ kind, referral: { id: referral, beneficiary: null } });
    }
    await replayed.stop();
  });

  it('from a completed referral: it stays completed, and the other side no longer sees the person', async () => {
    const person = await registerPerson(sender);
    const referral = await sendReferral(sender, person, receiving);
    await receiver.run('acceptReferral', { referral, expectedVersion: 1 }, 'referral { id }');
    const done = { referral, expectedVersion: 2, outcome: 'SERVICE_RECEIVED' };
    await receiver.run('completeReferral', done, 'referral { id }');
    await sender.run('withdrawSharing', { sharing: await sharingWith(person) }, 'sharing { id }');
    expect(await seen(receiver, referral)).toMatchObject({ status: 'COMPLETED', beneficiary: null });
  });

  it('a partner that sees the person but is not a side of the sharing cannot end it or cancel the referral', async () => {
    const third = await hub.town.caseworker();
    const person = await registerPerson(sender);
    const referral = await sendReferral(sender, person, receiving);
    await sendReferral(sender, person, third.partner, { agreedOn: daysAgo(0) });
    const payload = await third.client.run(
      'withdrawSharing',
      { sharing: await sharingWith(person) },
      'sharing { id }',
    );
    expect(payload).toMatchObject({ sharing: null, userErrors: [{ code: 'NOT_FOUND' }] });
    expect(await seen(receiver, referral)).toMatchObject({
      status: 'REQUESTED',
      beneficiary: { firstName: 'Amina' },
    });
  });
});
