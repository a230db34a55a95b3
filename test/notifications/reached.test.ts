import { beforeEach, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { done, rightInput } from '../kit/acts.js';
import type { Data } from '../kit/client.js';
import { testHub } from '../kit/hub.js';
import { registerPerson, sendReferral } from '../kit/town.js';

const hub = testHub();
type Somebody = Awaited<ReturnType<typeof hub.town.caseworker>>;

let sender: Somebody;
let receiver: Somebody;
let person: string;
beforeEach(async () => {
  sender = await hub.town.caseworker();
  receiver = await hub.town.caseworker();
  person = await registerPerson(sender.client);
});

/** Sends a referral of the person; those whom it concerns by then are told before anything else happens. */
async function send(changes = {}): Promise<string> {
  const referral = await sendReferral(sender.client, person, receiver.partner, changes);
  await hub.consumed();
  return referral;
}

/** What of a referral a member is notified of, the earliest first, each notification by its own way to the referral. */
async function told({ client }: Somebody, referral: string): Promise<string[]> {
  await hub.consumed();
  const query = '{ viewer { notifications(first: 100) { nodes { kind referral { id } } } } }';
  const { nodes } = (await client.data(query)).viewer.notifications;
  return nodes
    .filter((it: Data) => it.referral?.id === referral)
    .map((it: Data) => it.kind.replace('REFERRAL_', ''))
    .toReversed();
}

const become = ({ member }: Somebody, role: string) =>
  hub.owner('update member set role = $2::member_role where id = $1', [member.key, role]);
const leave = ({ member }: Somebody) =>
  hub.owner('update member set deactivated_at = now() where id = $1', [member.key]);

describe('whoever is left at a side', () => {
  it('is told of all that the other side does, with administrators only', async () => {
    await become(receiver, 'PARTNER_ADMINISTRATOR');
    const again = { confirmAlreadyReferred: true };
    const [cancelled, mistaken, waiting] = [await send(), await send(again), await send(again)];
    const reason = 'No longer needed';
    await done(sender.client, 'cancelReferral', { referral: cancelled, expectedVersion: 1, reason });
    await done(sender.client, 'enterReferralInError', { referral: mistaken, expectedVersion: 1, reason });
    const message = rightInput.sendReferralMessage(waiting, { text: 'When do you meet?' });
    await done(sender.client, 'sendReferralMessage', message);
    await hub.owner(
      `insert into event (id, partner_id, topic, kind, subject) values ($1, $2, 'REFERRAL', 'REMINDED', $3)`,
      [v7(), receiver.partner.key, waiting.slice('referral_'.length)],
    );
    expect(await told(receiver, cancelled)).toEqual(['SENT', 'CANCELLED']);
    expect(await told(receiver, mistaken)).toEqual(['SENT', 'ENTERED_IN_ERROR']);
    expect(await told(receiver, waiting)).toEqual(['SENT', 'MESSAGED', 'REMINDED']);
  });

  it('is told of a message once the assignee has left', async () => {
    const assignee = await hub.town.signedIn(receiver.partner);
    const referral = await send();
    const assigned = { referral, member: `member_${assignee.member.key}` };
    await done(receiver.client, 'assignReferral', assigned);
    await leave(assignee);
    const message = rightInput.sendReferralMessage(referral, { text: 'When do you meet?' });
    await done(sender.client, 'sendReferralMessage', message);
    expect(await told(receiver, referral)).toEqual(['SENT', 'MESSAGED']);
  });

  it('is told of an answer once the sender works with persons no more, who is told of nothing', async () => {
    const colleague = await hub.town.signedIn(sender.partner);
    const referral = await send();
    await become(sender, 'DATA_PROTECTION_OFFICER');
    await done(receiver.client, 'acceptReferral', { referral, expectedVersion: 1 });
    expect(await told(colleague, referral)).toEqual(['ACCEPTED']);
    const unread = 'select from notification where member_id = $1';
    expect(await hub.owner(unread, [sender.member.key])).toEqual([]);
  });

  it('is told of an answer to what a machine sent: the caseworkers, not the administrators', async () => {
    const colleague = await hub.town.signedIn(sender.partner);
    const administrator = await hub.town.signedIn(sender.partner, 'PARTNER_ADMINISTRATOR');
    const referral = await send();
    await hub.owner(
      `update member set kind = 'MACHINE', client_id = id::text, subject = id::text, email = null where id = $1`,
      [sender.member.key],
    );
    await done(receiver.client, 'acceptReferral', { referral, expectedVersion: 1 });
    expect(await told(colleague, referral)).toEqual(['ACCEPTED']);
    expect(await told(administrator, referral)).toEqual([]);
  });
});
