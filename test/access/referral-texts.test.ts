import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client, Data } from '../kit/client.js';
import { runCommand } from '../kit/commands.js';
import { sharedHub } from '../kit/hub.js';
import { LoginConnection } from '../kit/login.js';
import { actionCommand, performActions } from '../kit/referral-actions.js';
import { registerPerson, type SeededMember, type SeededPartner, sendReferral } from '../kit/town.js';

const purpose = 'A place at the marked bakery';
const reason = 'Because of the marked baker';
const texts = 'purpose decline { comment } transitions { reason } messages { nodes { text } }';

describe('the receiver of a referral can no longer read its texts', () => {
  const hub = sharedHub();
  let sender: Client;
  let receiver: Client;
  let receiverMember: { partner: SeededPartner; member: SeededMember };
  let login: LoginConnection;

  beforeAll(async () => {
    ({ client: sender } = await hub.town.caseworker());
    const caseworker = await hub.town.caseworker();
    ({ client: receiver } = caseworker);
    receiverMember = caseworker;
    // An earlier event, whose cursor starts the replay.
    await sendReferral(sender, await registerPerson(sender), receiverMember.partner);
    login = await LoginConnection.open(hub.ownerUrl);
  });
  afterAll(() => login.close());

  /** All data of a referral that a partner reads, by every query, as text. */
  async function readAll(client: Client, id: string, cursor: string): Promise<string> {
    const answer: Data = await client.data(
      `query ($id: ID!, $ids: [ID!]!, $after: String) {
        referral(id: $id) { ${texts} }
        referrals(first: 100) { nodes { id ${texts} } }
        outbox: referrals(box: OUTBOX, first: 100) { nodes { id ${texts} } }
        node(id: $id) { ... on Referral { ${texts} } }
        nodes(ids: $ids) { ... on Referral { ${texts} } }
        referralEvents(first: 100, after: $after) { nodes { referral { id ${texts} } } }
        viewer { notifications(first: 100) { nodes { referral { id ${texts} } } } }
      }`,
      { id, ids: [id], after: cursor },
    );
    const isReferral = (it: Data) => (it.referral ?? it).id === id;
    return JSON.stringify([
      answer.referral,
      answer.referrals.nodes.filter(isReferral),
      answer.outbox.nodes.filter(isReferral),
      answer.node,
      answer.nodes,
      answer.referralEvents.nodes.filter(isReferral),
      answer.viewer.notifications.nodes.filter(isReferral),
    ]);
  }
  const readRows = (id: string) =>
    login.try(
      {
        role: 'hub_partner',
        variables: {
          'app.member_id': receiverMember.member.key,
          'app.partner_id': receiverMember.partner.key,
          'app.role': 'CASEWORKER',
        },
      },
      'select from referral_text where referral_id = $1',
      [id.slice('referral_'.length)],
    );

  const withdraw = async (person: string) => {
    const query = 'query ($id: ID!) { beneficiary(id: $id) { sharings { id partner { id } } } }';
    const { sharings } = (await sender.data(query, { id: person })).beneficiary;
    const sharing = sharings.find((it: Data) => it.partner.id === receiverMember.partner.id).id;
    await runCommand(sender, 'withdrawSharing', { sharing, reason });
  };

  it.each<[string, (referral: string, person: string) => Promise<unknown>]>([
    ['a withdrawal before the answer', (_, person) => withdraw(person)],
    [
      'a withdrawal after completion',
      async (referral, person) => {
        await performActions(referral, 1, [receiver, 'ACCEPT'], [receiver, 'COMPLETE']);
        await withdraw(person);
      },
    ],
    [
      'a decline',
      (referral) =>
        runCommand(
          receiver,
          ...actionCommand('DECLINE', referral, 1, { side: 'PROVIDER', reason: 'OTHER', comment: reason }),
        ),
    ],
    ['a cancellation', (referral) => runCommand(sender, ...actionCommand('CANCEL', referral, 1, { reason }))],
    [
      'a cancellation after acceptance',
      async (referral) => {
        await performActions(referral, 1, [receiver, 'ACCEPT'], [receiver, 'START']);
        await runCommand(receiver, ...actionCommand('HOLD', referral, 3, { reason }));
        await runCommand(sender, ...actionCommand('CANCEL', referral, 4, { reason }));
      },
    ],
    [
      'an entry in error',
      (referral) => runCommand(sender, ...actionCommand('ENTER_IN_ERROR', referral, 1, { reason })),
    ],
  ])('after %s', async (_, end) => {
    const person = await registerPerson(sender);
    await hub.settled();
    const { endCursor } = (await receiver.data('{ referralEvents(first: 100) { pageInfo { endCursor } } }'))
      .referralEvents.pageInfo;
    const referral = await sendReferral(sender, person, receiverMember.partner, { purpose });
    await hub.consumed();
    expect(await readAll(receiver, referral, endCursor)).toContain('marked bakery');
    expect((await readRows(referral)).count).toBeGreaterThan(0);

    await end(referral, person);
    await hub.consumed();
    const after = await readAll(receiver, referral, endCursor);
    expect(after).toContain('transitions');
    expect(after).not.toContain('marked');
    expect((await readRows(referral)).count).toBe(0);
    const replayed = await receiver.subscribe(`referral { id ${texts} }`, endCursor);
    expect(JSON.stringify(await replayed.next())).not.toContain('marked');
    await replayed.stop();
    // The sender still sees the person and reads all texts.
    expect(await readAll(sender, referral, endCursor)).toContain('marked bakery');
  });
});
