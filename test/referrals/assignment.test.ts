import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client, Data } from '../kit/client.js';
import { refusalsOf, runCommand } from '../kit/commands.js';
import { sharedHub } from '../kit/hub.js';
import { performActions } from '../kit/referral-actions.js';
import { registerPerson, type SeededMember, type SeededPartner, sendReferral } from '../kit/town.js';

describe('the assignment of a referral', () => {
  const hub = sharedHub();
  let sender: Client;
  let receiver: Client;
  let receiving: SeededPartner;
  let colleague: SeededMember;
  let person: string;

  const idOf = ({ key }: SeededMember) => `member_${key}`;

  beforeAll(async () => {
    ({ client: sender } = await hub.town.caseworker());
    ({ client: receiver, partner: receiving } = await hub.town.caseworker());
    colleague = await hub.town.member(receiving);
    person = await registerPerson(sender);
  });

  const assigneeOf = async (client: Client, id: string): Promise<Data> => {
    const query = 'query ($id: ID!) { referral(id: $id) { version assignee { id } } }';
    return (await client.data(query, { id })).referral;
  };

  it('is made by the receiver; only the receiver sees it and is notified; the version does not change', async () => {
    const referral = await sendReferral(sender, person, receiving);
    await hub.settled();
    const [receiverEvents, senderEvents] = await Promise.all(
      [receiver, sender].map((it) => it.subscribe('kind')),
    );
    const member = idOf(colleague);
    const shown = await runCommand(
      receiver,
      'assignReferral',
      { referral, member },
      'version assignee { id }',
    );
    expect(shown).toEqual({ version: 1, assignee: { id: member } });
    expect(await assigneeOf(sender, referral)).toEqual({ version: 1, assignee: null });
    await receiverEvents?.until('ASSIGNED');
    await performActions(referral, 1, [receiver, 'ACCEPT']);
    expect(await senderEvents?.next()).toEqual({ kind: 'ACCEPTED' });
    await receiverEvents?.stop();
    await senderEvents?.stop();
    const unassigned = await runCommand(
      receiver,
      'assignReferral',
      { referral, member: null },
      'assignee { id }',
    );
    expect(unassigned).toEqual({ assignee: null });
  });

  it('is a filter of `referrals` for the receiver; for the sender the filter matches nothing', async () => {
    const [one] = await Promise.all([1, 2].map(() => sendReferral(sender, person, receiving)));
    const assignee = idOf(await hub.town.member(receiving));
    await runCommand(receiver, 'assignReferral', { referral: one, member: assignee });
    const query = `query ($box: ReferralBox!, $assignee: ID!) {
      referrals(box: $box, filter: { assignee: $assignee }) { totalCount nodes { id } } }`;
    const found = async (client: Client, box: string) =>
      (await client.data(query, { box, assignee })).referrals;
    expect(await found(receiver, 'INBOX')).toEqual({ totalCount: 1, nodes: [{ id: one }] });
    expect(await found(sender, 'OUTBOX')).toEqual({ totalCount: 0, nodes: [] });
  });

  it('requires an active caseworker or administrator of the receiver who is a person', async () => {
    const referral = await sendReferral(sender, person, receiving);
    const machine = await hub.town.member(receiving);
    await hub.owner("update member set kind = 'MACHINE', subject = null where id = $1", [machine.key]);
    const gone = await hub.town.member(receiving);
    await hub.owner('update member set deactivated_at = now() where id = $1', [gone.key]);
    const officer = await hub.town.member(receiving, 'DATA_PROTECTION_OFFICER');
    for (const unfit of [machine, gone, officer]) {
      const input = { referral, member: idOf(unfit) };
      expect(await refusalsOf(receiver, 'assignReferral', input)).toEqual(['INVALID member']);
    }
    const elsewhere = (await hub.town.caseworker()).member;
    const foreign = { referral, member: idOf(elsewhere) };
    expect(await refusalsOf(receiver, 'assignReferral', foreign)).toEqual(['NOT_FOUND member']);
    const administrator = await hub.town.member(receiving, 'PARTNER_ADMINISTRATOR');
    await runCommand(receiver, 'assignReferral', { referral, member: idOf(administrator) });
  });

  it('cannot be set by the sender, nor on a closed referral', async () => {
    const referral = await sendReferral(sender, person, receiving);
    const input = { referral, member: null };
    expect(await refusalsOf(sender, 'assignReferral', input)).toEqual(['TRANSITION_NOT_ALLOWED referral']);
    await performActions(referral, 1, [sender, 'CANCEL']);
    expect(await refusalsOf(receiver, 'assignReferral', input)).toEqual(['TRANSITION_NOT_ALLOWED referral']);
  });
});
