import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { notices } from '../../src/features/notifications/notice.js';
import { ReferralEventKind } from '../../src/features/referrals/lifecycle.js';
import type { Client, Data } from '../kit/client.js';
import { refusalsOf, runCommand, validInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { registerPerson, type SeededMember, type SeededPartner, sendReferral } from '../kit/town.js';
import { until } from '../kit/until.js';

const hub = testHub();

interface SignedInMember {
  readonly member: SeededMember;
  readonly partner: SeededPartner;
  readonly client: Client;
}

let sender: SignedInMember;
let colleague: SignedInMember;
let senderAdministrator: SignedInMember;
let receiver: SignedInMember;
let second: SignedInMember;
let administrator: SignedInMember;
let officer: SignedInMember;
let person: string;
beforeAll(async () => {
  sender = await hub.town.caseworker();
  colleague = await hub.town.signedInMember(sender.partner);
  senderAdministrator = await hub.town.signedInMember(sender.partner, 'PARTNER_ADMINISTRATOR');
  receiver = await hub.town.caseworker();
  second = await hub.town.signedInMember(receiver.partner);
  administrator = await hub.town.signedInMember(receiver.partner, 'PARTNER_ADMINISTRATOR');
  officer = await hub.town.signedInMember(receiver.partner, 'DATA_PROTECTION_OFFICER');
  person = await registerPerson(sender.client);
});

const send = () => sendReferral(sender.client, person, receiver.partner);
const list = 'notifications(first: 100) { nodes { id kind at readAt referral { id } } }';
const of = async ({ client }: SignedInMember, selection = list): Promise<Data> =>
  (await client.data(`{ viewer { unreadNotifications ${selection} } }`)).viewer;
/** The kinds of a member’s notifications about one referral, the latest first. */
const about = async (one: SignedInMember, referral: string): Promise<string[]> => {
  await hub.consumed();
  const { notifications } = await of(one);
  return notifications.nodes
    .filter((it: Data) => it.referral?.id === referral)
    .map((it: Data) => (it.readAt ? `${it.kind} (read)` : it.kind));
};

describe('who is notified', () => {
  it('every kind of referral event that both sides receive has a notice', () => {
    const notNotified = ['DRAFTED', 'DRAFT_CHANGED', 'SEEN', 'REVIEWED'];
    const missing = Object.keys(ReferralEventKind).filter(
      (kind) => !notNotified.includes(kind) && !Object.hasOwn(notices, `REFERRAL_${kind}`),
    );
    expect(missing).toEqual([]);
  });

  it('a sent referral notifies caseworkers and administrators of the receiver', async () => {
    const referral = await send();
    for (const one of [receiver, second, administrator]) {
      expect(await about(one, referral)).toEqual(['REFERRAL_SENT']);
    }
    for (const one of [sender, colleague, senderAdministrator, officer]) {
      expect(await about(one, referral)).toEqual([]);
    }
  });

  it('an answer notifies the member who sent the referral, or all caseworkers once that member has left', async () => {
    const answered = await send();
    await runCommand(receiver.client, 'acceptReferral', { referral: answered, expectedVersion: 1 });
    expect(await about(sender, answered)).toEqual(['REFERRAL_ACCEPTED']);
    for (const one of [colleague, senderAdministrator]) expect(await about(one, answered)).toEqual([]);

    const leaving = await hub.town.signedInMember(sender.partner);
    const left = await sendReferral(leaving.client, person, receiver.partner);
    await hub.owner('update member set deactivated_at = now() where id = $1', [leaving.member.key]);
    const decline = { referral: left, expectedVersion: 1, side: 'PROVIDER', reason: 'NO_CAPACITY' };
    await runCommand(receiver.client, 'declineReferral', decline);
    for (const one of [sender, colleague]) expect(await about(one, left)).toEqual(['REFERRAL_DECLINED']);
    expect(await about(senderAdministrator, left)).toEqual([]);
  });

  it('a cancelled referral notifies the other side, also when it is cancelled by a withdrawal', async () => {
    const referral = await send();
    await runCommand(colleague.client, 'cancelReferral', {
      referral,
      expectedVersion: 1,
      reason: 'No longer needed',
    });
    expect(await about(receiver, referral)).toEqual(['REFERRAL_CANCELLED', 'REFERRAL_SENT']);
    expect(await about(sender, referral)).toEqual([]);

    const somebody = await registerPerson(sender.client);
    const withdrawn = await sendReferral(sender.client, somebody, receiver.partner);
    const { beneficiary } = await sender.client.data(
      `{ beneficiary(id: "${somebody}") { sharings { id partner { id } } } }`,
    );
    const shared = beneficiary.sharings.find((it: Data) => it.partner.id === receiver.partner.id);
    await runCommand(sender.client, 'withdrawSharing', { sharing: shared.id });
    expect(await about(receiver, withdrawn)).toEqual(['REFERRAL_CANCELLED', 'REFERRAL_SENT']);
  });

  it('a reminder notifies the side that must answer: the receiver’s caseworkers, or the member who sent the referral', async () => {
    const remind = (referral: string, { partner }: SignedInMember) =>
      hub.owner(
        `insert into event (id, partner_id, topic, kind, subject) values ($1, $2, 'REFERRAL', 'REMINDED', $3)`,
        [v7(), partner.key, referral.slice('referral_'.length)],
      );
    const [waiting, asked] = [await send(), await send()];
    await remind(waiting, receiver);
    await remind(asked, sender);
    for (const one of [receiver, second]) {
      expect(await about(one, waiting)).toEqual(['REFERRAL_REMINDED', 'REFERRAL_SENT']);
    }
    expect(await about(administrator, waiting)).toEqual(['REFERRAL_SENT']);
    expect(await about(sender, asked)).toEqual(['REFERRAL_REMINDED']);
    for (const one of [colleague, senderAdministrator]) expect(await about(one, asked)).toEqual([]);
  });

  it('an assigned referral notifies only its assignee at the receiver; a message notifies the side that did not write', async () => {
    const referral = await send();
    await hub.consumed();
    await runCommand(receiver.client, 'assignReferral', { referral, member: `member_${second.member.key}` });
    const message = (text: string) => validInput.sendReferralMessage(referral, { text });
    await runCommand(sender.client, 'sendReferralMessage', message('When do you meet?'));
    await runCommand(second.client, 'sendReferralMessage', message('Next Tuesday'));
    expect(await about(second, referral)).toEqual([
      'REFERRAL_MESSAGED (read)',
      'REFERRAL_ASSIGNED (read)',
      'REFERRAL_SENT (read)',
    ]);
    for (const one of [receiver, administrator]) {
      expect((await about(one, referral)).map((it) => it.replace(' (read)', ''))).toEqual(['REFERRAL_SENT']);
    }
    expect(await about(sender, referral)).toEqual(['REFERRAL_MESSAGED']);
    for (const one of [colleague, senderAdministrator]) expect(await about(one, referral)).toEqual([]);
  });

  it('acting on a referral marks its notifications as read for the member who acts, not for colleagues', async () => {
    const referral = await send();
    await hub.consumed();
    await runCommand(receiver.client, 'acceptReferral', { referral, expectedVersion: 1 });
    expect(await about(receiver, referral)).toEqual(['REFERRAL_SENT (read)']);
    expect(await about(second, referral)).toEqual(['REFERRAL_SENT']);
  });

  it('a link request notifies the referent without naming the person', async () => {
    const wanted = { firstName: 'Amina', lastName: 'Linkowska', birthDate: '1990-05-17' };
    await registerPerson(receiver.client, wanted);
    await runCommand(sender.client, 'requestLink', validInput.requestLink(wanted));
    await hub.consumed();
    const { notifications } = await of(receiver);
    expect(notifications.nodes[0]).toMatchObject({ kind: 'LINK_REQUESTED', referral: null });
  });

  it('no mail is queued when the hub has no mail server', async () => {
    expect(await hub.owner('select from pending_mail')).toEqual([]);
    expect(await hub.owner(`select from jobs.job where name = 'notification-mail'`)).toEqual([]);
  });
});

describe('notifications', () => {
  it('are listed the newest first, in pages, and filtered by unreadOnly', async () => {
    const one = await hub.town.caseworker();
    const referrals = [];
    for (let i = 0; i < 3; i++) referrals.push(await sendReferral(sender.client, person, one.partner));
    await hub.consumed();
    const page = 'nodes { id referral { id } } pageInfo { hasNextPage endCursor }';
    const first = (await of(one, `notifications(first: 2) { ${page} }`)).notifications;
    const rest = (await of(one, `notifications(after: "${first.pageInfo.endCursor}") { ${page} }`))
      .notifications;
    expect([...first.nodes, ...rest.nodes].map((it: Data) => it.referral.id)).toEqual(referrals.toReversed());
    expect([first.pageInfo.hasNextPage, rest.pageInfo.hasNextPage]).toEqual([true, false]);
    await runCommand(one.client, 'markNotificationsRead', { notifications: [first.nodes[0].id] }, 'role');
    const left = await of(one, 'notifications(unreadOnly: true) { nodes { referral { id } } }');
    expect(left.unreadNotifications).toBe(2);
    expect(left.notifications.nodes.map((it: Data) => it.referral.id)).toEqual(
      referrals.slice(0, 2).toReversed(),
    );
  });

  it('are marked as read by id, or all up to one; repeating it changes nothing', async () => {
    const one = await hub.town.caseworker();
    for (let i = 0; i < 4; i++) await sendReferral(sender.client, person, one.partner);
    await hub.consumed();
    const ids = (await of(one)).notifications.nodes.map((it: Data) => it.id) as string[];
    const mark = async (input: Data) =>
      (await runCommand(one.client, 'markNotificationsRead', input, 'unreadNotifications'))
        .unreadNotifications;
    expect(await mark({ notifications: [ids[3]] })).toBe(3);
    const readAt = (await of(one)).notifications.nodes[3].readAt;
    expect(await mark({ upTo: ids[1] })).toBe(1);
    expect((await of(one)).notifications.nodes.map((it: Data) => it.readAt !== null)).toEqual([
      false,
      true,
      true,
      true,
    ]);
    expect(await mark({ notifications: ids, upTo: ids[0] })).toBe(0);
    expect((await of(one)).notifications.nodes[3].readAt).toBe(readAt);
  });

  it('of other members and unknown ids are NOT_FOUND, and no notification is marked then', async () => {
    const one = await hub.town.caseworker();
    await sendReferral(sender.client, person, one.partner);
    await hub.consumed();
    const [mine] = (await of(one)).notifications.nodes;
    const theirs = await hub.town.insertNotification(second.member);
    const none = theirs.replace(/.{12}$/, '000000000000');
    const mark = (input: Data) => refusalsOf(one.client, 'markNotificationsRead', input);
    expect(await mark({ notifications: [mine.id, theirs] })).toEqual(['NOT_FOUND notifications.1']);
    expect(await mark({ notifications: [none] })).toEqual(['NOT_FOUND notifications.0']);
    expect(await mark({ upTo: theirs })).toEqual(['NOT_FOUND upTo']);
    expect(await mark({})).toEqual(['INVALID notifications']);
    expect(
      await mark({
        notifications: Array.from({ length: 101 }, (_, i) => mine.id.replace(/.{4}$/, `${1000 + i}`)),
      }),
    ).toEqual(['INVALID notifications']);
    expect((await of(one)).unreadNotifications).toBe(1);
    expect((await one.client.data(`{ node(id: "${theirs}") { id } }`)).node).toBeNull();
  });

  it('show the referral with the reader’s rights, and are deleted when the person is erased', async () => {
    const somebody = await registerPerson(sender.client);
    const referral = await sendReferral(sender.client, somebody, receiver.partner);
    expect(await about(receiver, referral)).toEqual(['REFERRAL_SENT']);
    const count = async () =>
      (await hub.owner('select from notification where referral_id = $1', [referral.slice(9)])).length;
    expect(await count()).toBe(3);
    const officer = await hub.town.signedInMember(sender.partner, 'DATA_PROTECTION_OFFICER');
    await hub.town.insertNotification(officer.member, referral);
    expect((await of(officer)).notifications.nodes[0].referral).toBeNull();
    await runCommand(officer.client, 'eraseBeneficiary', {
      idempotencyKey: referral,
      beneficiary: somebody,
      reason: 'REQUEST',
    });
    expect(await count()).toBe(0);
  });
});

it('deletes notifications 6 months after they were read and unread ones after 12 months, and keeps the others', async () => {
  const { member } = await hub.town.caseworker();
  const aged = async (at: string, readAt: string | null) => {
    const id = (await hub.town.insertNotification(member)).slice('notification_'.length);
    await hub.owner(
      'update notification set at = now() - $2::interval, read_at = now() - $3::interval where id = $1',
      [id, at, readAt],
    );
    return id;
  };
  const stay = [await aged('11 months', '5 months'), await aged('11 months', null)];
  await aged('8 months', '7 months');
  await aged('13 months', null);
  const ids = async () =>
    (await hub.owner<{ id: string }>('select id from notification where member_id = $1', [member.key])).map(
      (it) => it.id,
    );
  // The periodic task runs when a hub starts, and once a day.
  const again = await hub.startAnother();
  await until(async () => ((await ids()).length === stay.length ? true : undefined));
  await again.stop();
  expect((await ids()).toSorted()).toEqual(stay.toSorted());
});

it('docs/notifications.md names every kind', async () => {
  const page = await readFile(new URL('../../docs/notifications.md', import.meta.url), 'utf8');
  expect(Object.keys(notices).filter((kind) => !page.includes(`\`${kind}\``))).toEqual([]);
});

it('mail settings have defaults and belong to one member', async () => {
  const one = await hub.town.caseworker();
  expect(await of(one, 'mailTiming mailLanguage')).toMatchObject({
    mailTiming: 'AT_ONCE',
    mailLanguage: 'FR',
  });
  await runCommand(one.client, 'chooseMail', { timing: 'NONE' }, 'role');
  await runCommand(one.client, 'chooseMail', { language: 'EN' }, 'role');
  expect(await of(one, 'mailTiming mailLanguage')).toMatchObject({ mailTiming: 'NONE', mailLanguage: 'EN' });
  const peer = await hub.town.signedInMember(one.partner);
  expect(await of(peer, 'mailTiming')).toMatchObject({ mailTiming: 'AT_ONCE' });
});
