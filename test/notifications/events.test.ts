import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client, Data, Subscription } from '../kit/client.js';
import { runCommand } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { registerPerson, sendReferral } from '../kit/town.js';

const hub = testHub();
type SignedInMember = Awaited<ReturnType<typeof hub.town.caseworker>>;

const shown = 'cursor kind unread notification { id kind readAt referral { id } }';
const listen = (client: Client, after?: string): Promise<Subscription> =>
  client.subscribe(shown, after, 'notificationEvents');
const queried = async ({ client }: SignedInMember): Promise<Data[]> => {
  await hub.settled();
  return (await client.data(`{ notificationEvents(first: 100) { nodes { ${shown} } } }`)).notificationEvents
    .nodes;
};
/** The kind of an event, and the kind and the referral of its notification. */
const brief = ({ kind, unread, notification }: Data) => [
  kind,
  notification.kind,
  notification.referral.id,
  unread,
];

let sender: SignedInMember;
let person: string;
beforeAll(async () => {
  sender = await hub.town.caseworker();
  person = await registerPerson(sender.client);
});

const send = async ({ partner }: SignedInMember) => {
  const referral = await sendReferral(sender.client, person, partner);
  await hub.consumed();
  return referral;
};

describe('the events of notifications', () => {
  it('are delivered to the notified member only, live and by query, with the notification', async () => {
    const one = await hub.town.caseworker();
    const colleague = await hub.town.signedInMember(one.partner);
    const first = await send(one);
    const [mine, theirs] = [await listen(one.client), await listen(colleague.client)];
    await runCommand(one.client, 'assignReferral', {
      referral: first,
      member: `member_${colleague.member.key}`,
    });
    await hub.consumed();
    const second = await send(one);
    expect(brief(await theirs.next())).toEqual(['ADDED', 'REFERRAL_ASSIGNED', first, 2]);
    expect(brief(await theirs.next())).toEqual(['ADDED', 'REFERRAL_SENT', second, 3]);
    // The member who assigned the referral has acted on it. The colleague's events are not among the member's own.
    expect(brief(await mine.next())).toEqual(['READ', 'REFERRAL_SENT', first, 0]);
    expect(brief(await mine.next())).toEqual(['ADDED', 'REFERRAL_SENT', second, 1]);
    const own = (await queried(one)).map((it) => it.notification.id);
    const others = (await queried(colleague)).map((it) => it.notification.id);
    expect([own.length, others.length]).toEqual([3, 3]);
    expect(own.filter((it) => others.includes(it))).toEqual([]);
    await Promise.all([mine.stop(), theirs.stop()]);
  });

  it('tell the other windows of the member what was read, once', async () => {
    const one = await hub.town.caseworker();
    for (let i = 0; i < 4; i++) await send(one);
    const ids = (await queried(one)).map((it) => it.notification.id);
    const window = await listen(await hub.as(one.member));
    const mark = (input: Data) => runCommand(one.client, 'markNotificationsRead', input, 'role');
    await mark({ notifications: [ids[1]] });
    await mark({ notifications: [ids[1]] });
    await mark({ upTo: ids[2] });
    await mark({ upTo: ids[2] });
    await mark({ notifications: [ids[3]] });
    const events = [await window.next(), await window.next(), await window.next()];
    expect(events.map(({ kind, notification }) => [kind, notification.id])).toEqual([
      ['READ', ids[1]],
      ['READ_UP_TO', ids[2]],
      ['READ', ids[3]],
    ]);
    expect(events.at(-1)).toMatchObject({ unread: 0, notification: { readAt: expect.any(String) } });
    await window.stop();
  });

  it('continue after a cursor in another process, without gap or duplicate', async () => {
    const one = await hub.town.caseworker();
    const another = await hub.startAnother();
    const before = await listen(await another.as(one.member));
    const sent = [await send(one)];
    const { cursor } = await before.next();
    await before.stop();
    await another.stop();
    for (let i = 0; i < 3; i++) sent.push(await send(one));
    const resumed = await listen(one.client, cursor);
    for (const referral of sent.slice(1))
      expect((await resumed.next()).notification.referral.id).toBe(referral);
    await resumed.stop();
    expect((await queried(one)).map((it) => it.notification.referral.id)).toEqual(sent);
  });

  it('have no notification once it was deleted, and are deleted with an erased person', async () => {
    const one = await hub.town.caseworker();
    const officer = await hub.town.signedInMember(sender.partner, 'DATA_PROTECTION_OFFICER');
    const somebody = await registerPerson(sender.client);
    await sendReferral(sender.client, somebody, one.partner);
    await send(one);
    const [, kept] = await queried(one);
    await runCommand(officer.client, 'eraseBeneficiary', {
      idempotencyKey: kept.cursor.slice(-30),
      beneficiary: somebody,
      reason: 'REQUEST',
    });
    expect((await queried(one)).map(({ cursor }) => cursor)).toEqual([kept.cursor]);
    await hub.owner('delete from notification where member_id = $1', [one.member.key]);
    expect(await queried(one)).toEqual([{ ...kept, unread: 0, notification: null }]);
  });
});
