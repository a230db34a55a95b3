import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Data } from '../kit/client.js';
import { sharedHub } from '../kit/hub.js';
import { randomFrom } from '../kit/random.js';
import { registerPerson, type SeededMember, type SeededPartner, sendReferral } from '../kit/town.js';

type Caseworker = { partner: SeededPartner; member: SeededMember; client: Client };

describe('the events of a partner', () => {
  const hub = sharedHub();
  let sender: Caseworker;
  let person: string;

  beforeAll(async () => {
    sender = await hub.town.caseworker();
    person = await registerPerson(sender.client);
  });

  const send = (to: Caseworker) => sendReferral(sender.client, person, to.partner);
  const eventsOf = async ({ client }: Caseworker): Promise<Data[]> => {
    await hub.settled();
    const nodes: Data[] = [];
    for (let after: string | null = null; ; after = nodes.at(-1).cursor) {
      const { referralEvents } = await client.data(
        'query ($after: String) { referralEvents(first: 100, after: $after) { nodes { cursor kind referral { id } } } }',
        { after },
      );
      if (referralEvents.nodes.length === 0) return nodes;
      nodes.push(...referralEvents.nodes);
    }
  };

  it('are delivered to both sides and to no other partner; without a cursor, only new events', async () => {
    const receiver = await hub.town.caseworker();
    const third = await hub.town.caseworker();
    const early = await receiver.client.subscribe('cursor');
    await send(receiver);
    await early.next();
    const atReceiver = await receiver.client.subscribe('kind by { slug } referral { id }');
    const atSender = await sender.client.subscribe('kind by { slug } referral { id }');
    const atThird = await third.client.subscribe('referral { id }');
    const id = await send(receiver);
    const sent = { kind: 'SENT', by: { slug: sender.partner.slug }, referral: { id } };
    expect(await atReceiver.next()).toEqual(sent);
    expect(await atSender.next()).toEqual(sent);
    await receiver.client.run('acceptReferral', { referral: id, expectedVersion: 1 }, 'referral { id }');
    const accepted = { kind: 'ACCEPTED', by: { slug: receiver.partner.slug }, referral: { id } };
    expect(await atReceiver.next()).toEqual(accepted);
    expect(await atSender.next()).toEqual(accepted);
    // An event of the third partner, sent after all of these, is the first that it receives.
    const own = await send(third);
    expect(await atThird.next()).toEqual({ referral: { id: own } });
    await Promise.all([early, atReceiver, atSender, atThird].map((it) => it.stop()));
  });

  it('have the same cursors in the query and in the subscription, and continue directly after a cursor', async () => {
    const receiver = await hub.town.caseworker();
    const live = await receiver.client.subscribe('cursor referral { id }');
    const sent: string[] = [];
    for (let i = 0; i < 5; i++) sent.push(await send(receiver));
    const received = [];
    for (let i = 0; i < 5; i++) received.push(await live.next());
    const queried = (await eventsOf(receiver)).map(({ cursor, referral }) => ({ cursor, referral }));
    expect(received).toEqual(queried);
    expect(queried.map((event) => event.referral.id)).toEqual(sent);
    const resumed = await receiver.client.subscribe('referral { id }', queried[1]?.cursor);
    for (const id of sent.slice(2)) expect((await resumed.next()).referral.id).toBe(id);
    const next = await send(receiver);
    expect((await resumed.next()).referral.id).toBe(next);
    await Promise.all([live.stop(), resumed.stop()]);
  });

  it('continue without gap or duplicate after any cursor, while commands run', async () => {
    const { random } = randomFrom('SUBSCRIPTION_SEED');
    const receiver = await hub.town.caseworker();
    const total = 160;
    for (let i = 0; i < 10; i++) await send(receiver);
    const firstEvents = await eventsOf(receiver);
    expect(firstEvents).toHaveLength(10);
    const knownCursors = firstEvents.map((event) => event.cursor as string);
    const clients = await Promise.all([1, 2, 3].map(() => hub.as(sender.member)));
    let remaining = total - knownCursors.length;
    const sending = Promise.all(
      clients.map(async (helper) => {
        while (remaining-- > 0) await sendReferral(helper, person, receiver.partner);
      }),
    );
    const readers = Array.from({ length: 10 }, async (_, number) => {
      // Each subscriber starts when enough events are known, from any of them.
      while (number > 0 && knownCursors.length < number * 12)
        await new Promise((resolve) => setTimeout(resolve, 5));
      const after = random.below(knownCursors.length);
      const client = new Client(hub.url, receiver.client.token);
      const live = await client.subscribe('cursor', knownCursors[after]);
      const received: string[] = [];
      for (let index = after + 1; index < total; index++) {
        const { cursor } = await live.next();
        received.push(cursor);
        if (number === 0 && index >= firstEvents.length) knownCursors.push(cursor);
      }
      await client.close();
      return { after: knownCursors[after], received };
    });
    const results = await Promise.all(readers);
    await sending;
    const all = (await eventsOf(receiver)).map((event) => event.cursor);
    expect(all).toHaveLength(total);
    for (const { after, received } of results) expect(received).toEqual(all.slice(all.indexOf(after) + 1));
  });
});
