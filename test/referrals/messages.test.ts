import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client, Data } from '../kit/client.js';
import { refusalsOf, rowCountChanges, rowCounts, runCommand, validInput } from '../kit/commands.js';
import { sharedHub } from '../kit/hub.js';
import { performActions } from '../kit/referral-actions.js';
import { registerPerson, type SeededPartner, sendReferral } from '../kit/town.js';

describe('messages on a referral', () => {
  const hub = sharedHub();
  let sender: Client;
  let receiver: Client;
  let receiving: SeededPartner;
  let sending: SeededPartner;
  let person: string;

  beforeAll(async () => {
    ({ client: sender, partner: sending } = await hub.town.caseworker());
    ({ client: receiver, partner: receiving } = await hub.town.caseworker());
    person = await registerPerson(sender);
  });

  const send = (client: Client, referral: string, text: string) =>
    runCommand(
      client,
      'sendReferralMessage',
      validInput.sendReferralMessage(referral, { text }),
      'id at text',
    );
  const conversation = async (client: Client, referral: string): Promise<Data> =>
    (
      await client.data(
        `query ($id: ID!) { referral(id: $id) { version purpose transitions { reason }
          messages { totalCount nodes { text by { id } author { name } } } } }`,
        { id: referral },
      )
    ).referral;
  const texts = async (client: Client, referral: string) =>
    (await conversation(client, referral)).messages.nodes.map(({ text }: Data) => text);

  it('are visible to both sides, oldest first; the author only to the author’s own partner', async () => {
    const referral = await sendReferral(sender, person, receiving);
    await send(sender, referral, ' Mornings suit best ');
    await send(receiver, referral, 'Monday at nine?');
    await send(sender, referral, 'Yes');
    const line = (text: string, by: SeededPartner, own: boolean) => ({
      text,
      by: { id: by.id },
      author: own ? { name: expect.any(String) } : null,
    });
    for (const client of [sender, receiver]) {
      const own = client === sender;
      const { messages, version } = await conversation(client, referral);
      expect(messages).toEqual({
        totalCount: 3,
        nodes: [
          line('Mornings suit best', sending, own),
          line('Monday at nine?', receiving, !own),
          line('Yes', sending, own),
        ],
      });
      expect(version).toBe(1);
    }
  });

  it('notify both sides, and are stored once per idempotency key, also with concurrent calls', async () => {
    const referral = await sendReferral(sender, person, receiving);
    const listeners = await Promise.all(
      [sender, receiver].map((it) => it.subscribe('kind by { id } referral { id messages { totalCount } }')),
    );
    const input = validInput.sendReferralMessage(referral);
    const before = await rowCounts(hub);
    const ids = await Promise.all(
      [1, 2, 3].map(async () => (await runCommand(sender, 'sendReferralMessage', input)).id),
    );
    expect(new Set(ids).size).toBe(1);
    for (const listener of listeners) {
      expect(await listener.until('MESSAGED')).toEqual({
        kind: 'MESSAGED',
        by: { id: sending.id },
        referral: { id: referral, messages: { totalCount: 1 } },
      });
      await listener.stop();
    }
    const grown = rowCountChanges(before, await rowCounts(hub));
    expect(grown).toMatchObject({ referral_message: 1, event: 2 });
    expect(grown).not.toHaveProperty('referral_transition');
  });

  it('with sensitive wording are refused as WORDING unless confirmed', async () => {
    const referral = await sendReferral(sender, person, receiving);
    const input = validInput.sendReferralMessage(referral, { text: 'Suit un traitement pour dépression' });
    expect(await refusalsOf(receiver, 'sendReferralMessage', input)).toEqual(['WORDING text']);
    const empty = validInput.sendReferralMessage(referral, { text: ' ' });
    expect(await refusalsOf(receiver, 'sendReferralMessage', empty)).toEqual(['INVALID text']);
    expect(await texts(sender, referral)).toEqual([]);
    await runCommand(receiver, 'sendReferralMessage', { ...input, confirmWording: true });
    expect(await texts(sender, referral)).toHaveLength(1);
  });

  it('include questions and replies, whose text is stored once', async () => {
    const referral = await sendReferral(sender, person, receiving);
    const asked = { referral, expectedVersion: 1, message: 'Since when?' };
    await runCommand(receiver, 'requestReferralInfo', asked);
    await send(receiver, referral, 'No hurry');
    await runCommand(sender, 'replyToReferral', { referral, expectedVersion: 2, reply: 'Since May' });
    for (const client of [sender, receiver]) {
      const { messages, transitions } = await conversation(client, referral);
      expect(messages.nodes.map(({ text }: Data) => text)).toEqual(['Since when?', 'No hurry', 'Since May']);
      expect(transitions.map(({ reason }: Data) => reason)).toEqual([null, 'Since when?', 'Since May']);
    }
    const [stored] = await hub.owner<{ reasons: number }>(
      'select count(*)::int as reasons from referral_text where referral_id = $1 and change_id is not null',
      [referral.replace('referral_', '')],
    );
    expect(stored?.reasons).toBe(0);
  });

  it('cannot be sent on a draft, nor sent or read by another partner', async () => {
    const draft = (await runCommand(sender, 'draftReferral', validInput.draftReferral(person, receiving))).id;
    const input = validInput.sendReferralMessage(draft);
    expect(await refusalsOf(sender, 'sendReferralMessage', input)).toEqual([
      'TRANSITION_NOT_ALLOWED referral',
    ]);
    expect(await refusalsOf(receiver, 'sendReferralMessage', input)).toEqual(['NOT_FOUND referral']);
    const stranger = (await hub.town.caseworker()).client;
    const referral = await sendReferral(sender, person, receiving);
    const { id } = await send(sender, referral, 'Hello');
    const strange = validInput.sendReferralMessage(referral);
    expect(await refusalsOf(stranger, 'sendReferralMessage', strange)).toEqual(['NOT_FOUND referral']);
    const node = 'query ($id: ID!) { node(id: $id) { id } }';
    expect((await stranger.data(node, { id })).node).toBeNull();
    expect((await receiver.data(node, { id })).node).toEqual({ id });
  });

  it('can be sent on a closed referral as long as both sides see the person', async () => {
    const referral = await sendReferral(sender, person, receiving);
    await performActions(referral, 1, [receiver, 'ACCEPT'], [receiver, 'COMPLETE']);
    await send(receiver, referral, 'It went well');
    expect(await texts(sender, referral)).toEqual(['It went well']);
  });

  it('are hidden from a receiver that declined, and are refused when one side lost access', async () => {
    const other = await registerPerson(sender);
    const referral = await sendReferral(sender, other, receiving);
    await send(sender, referral, 'Lives with a cousin');
    await performActions(referral, 1, [receiver, 'DECLINE']);
    expect(await texts(receiver, referral)).toEqual([]);
    expect(await texts(sender, referral)).toEqual(['Lives with a cousin']);
    for (const client of [sender, receiver]) {
      const input = validInput.sendReferralMessage(referral);
      expect(await refusalsOf(client, 'sendReferralMessage', input)).toEqual(['AGREEMENT_REQUIRED referral']);
    }
  });

  it('are hidden from the receiver after the person’s withdrawal, including questions and replies', async () => {
    const other = await registerPerson(sender);
    const referral = await sendReferral(sender, other, receiving);
    const { id } = await send(sender, referral, 'Lives with a cousin');
    await performActions(referral, 1, [receiver, 'REQUEST_INFO'], [sender, 'REPLY']);
    const query = 'query ($id: ID!) { beneficiary(id: $id) { sharings { id basis } } }';
    const { sharings } = (await sender.data(query, { id: other })).beneficiary;
    const sharing = sharings.find(({ basis }: Data) => basis === 'REFERRAL').id;
    await runCommand(sender, 'withdrawSharing', { sharing });
    const withheld = await conversation(receiver, referral);
    expect(withheld.messages).toEqual({ totalCount: 0, nodes: [] });
    expect(withheld.transitions.map(({ reason }: Data) => reason)).toEqual([null, null, null, null]);
    const node = 'query ($id: ID!) { node(id: $id) { id } }';
    expect((await receiver.data(node, { id })).node).toBeNull();
    expect(await texts(sender, referral)).toEqual(['Lives with a cousin', 'Since when?', 'Since May']);
  });
});
