import { beforeEach, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import type { Data } from '../kit/client.js';
import { runCommand, validInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { registerPerson, sendReferral } from '../kit/town.js';

const hub = testHub();
type SignedInMember = Awaited<ReturnType<typeof hub.town.caseworker>>;

let sender: SignedInMember;
let receiver: SignedInMember;
let person: string;
beforeEach(async () => {
  sender = await hub.town.caseworker();
  receiver = await hub.town.caseworker();
  person = await registerPerson(sender.client);
});

/** Sends a referral of the person, and waits until members have been notified of it. */
async function send(changes = {}): Promise<string> {
  const referral = await sendReferral(sender.client, person, receiver.partner, changes);
  await hub.consumed();
  return referral;
}

/** The kinds of a member’s notifications about a referral, the earliest first, read through the referral of each notification. */
async function notificationsOf({ client }: SignedInMember, referral: string): Promise<string[]> {
  await hub.consumed();
  const query = '{ viewer { notifications(first: 100) { nodes { kind referral { id } } } } }';
  const { nodes } = (await client.data(query)).viewer.notifications;
  return nodes
    .filter((it: Data) => it.referral?.id === referral)
    .map((it: Data) => it.kind.replace('REFERRAL_', ''))
    .toReversed();
}

const setRole = ({ member }: SignedInMember, role: string) =>
  hub.owner('update member set role = $2::member_role where id = $1', [member.key, role]);
const deactivate = ({ member }: SignedInMember) =>
  hub.owner('update member set deactivated_at = now() where id = $1', [member.key]);

describe('when the usual addressees have left, the remaining members of a side', () => {
  it('are notified of all events of the other side when the partner has administrators only', async () => {
    await setRole(receiver, 'PARTNER_ADMINISTRATOR');
    const again = { confirmAlreadyReferred: true };
    const [cancelled, mistaken, waiting] = [await send(), await send(again), await send(again)];
    const reason = 'No longer needed';
    await runCommand(sender.client, 'cancelReferral', { referral: cancelled, expectedVersion: 1, reason });
    await runCommand(sender.client, 'enterReferralInError', {
      referral: mistaken,
      expectedVersion: 1,
      reason,
    });
    const message = validInput.sendReferralMessage(waiting, { text: 'When do you meet?' });
    await runCommand(sender.client, 'sendReferralMessage', message);
    await hub.owner(
      `insert into event (id, partner_id, topic, kind, subject) values ($1, $2, 'REFERRAL', 'REMINDED', $3)`,
      [v7(), receiver.partner.key, waiting.slice('referral_'.length)],
    );
    expect(await notificationsOf(receiver, cancelled)).toEqual(['SENT', 'CANCELLED']);
    expect(await notificationsOf(receiver, mistaken)).toEqual(['SENT', 'ENTERED_IN_ERROR']);
    expect(await notificationsOf(receiver, waiting)).toEqual(['SENT', 'MESSAGED', 'REMINDED']);
  });

  it('are notified of a message once the assignee has left', async () => {
    const assignee = await hub.town.signedInMember(receiver.partner);
    const referral = await send();
    const assigned = { referral, member: `member_${assignee.member.key}` };
    await runCommand(receiver.client, 'assignReferral', assigned);
    await deactivate(assignee);
    const message = validInput.sendReferralMessage(referral, { text: 'When do you meet?' });
    await runCommand(sender.client, 'sendReferralMessage', message);
    expect(await notificationsOf(receiver, referral)).toEqual(['SENT', 'MESSAGED']);
  });

  it('are notified of an answer once the member who sent it has a role without files; that member is not notified', async () => {
    const colleague = await hub.town.signedInMember(sender.partner);
    const referral = await send();
    await setRole(sender, 'DATA_PROTECTION_OFFICER');
    await runCommand(receiver.client, 'acceptReferral', { referral, expectedVersion: 1 });
    expect(await notificationsOf(colleague, referral)).toEqual(['ACCEPTED']);
    const unread = 'select from notification where member_id = $1';
    expect(await hub.owner(unread, [sender.member.key])).toEqual([]);
  });

  it('are notified of an answer to a machine’s referral: the caseworkers, not the administrators', async () => {
    const colleague = await hub.town.signedInMember(sender.partner);
    const administrator = await hub.town.signedInMember(sender.partner, 'PARTNER_ADMINISTRATOR');
    const referral = await send();
    await hub.owner(
      `update member set kind = 'MACHINE', client_id = id::text, subject = id::text, email = null where id = $1`,
      [sender.member.key],
    );
    await runCommand(receiver.client, 'acceptReferral', { referral, expectedVersion: 1 });
    expect(await notificationsOf(colleague, referral)).toEqual(['ACCEPTED']);
    expect(await notificationsOf(administrator, referral)).toEqual([]);
  });
});
