import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Data } from '../kit/client.js';
import { testHub } from '../kit/hub.js';
import { randomFrom } from '../kit/random.js';
import { registerPerson, type SeededMember, type SeededPartner, sendReferral } from '../kit/town.js';

type Caseworker = { partner: SeededPartner; member: SeededMember; client: Client };

describe('the events of a partner', () => {
  const hub = testHub();
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

  it('are live only without a cursor, and go to both sides and to no third partner', async () => {
    const receiver = await hub.town.caseworker();
    const third = await hub.town.caseworker();
    const early = await receiver.client.listen('cursor');
    await send(receiver);
    await early.next();
    const atReceiver = await receiver.client.listen('kind by { slug } referral { id }');
    const atSender = await sender.client.listen('kind by { slug } referral { id }');
    const atThird = await third.client.listen('referral { id }');
    const id = await send(receiver);
    const told = { kind: 'SENT', by: { slug: sender.partner.slug }, referral: { id } };
    expect(await atReceiver.next()).toEqual(told);
    expect(await atSender.next()).toEqual(told);
    await receiver.client.run('acceptReferral', { referral: id, expectedVersion: 1 }, 'referral { id }');
    const accepted = { kind: 'ACCEPTED', by: { slug: receiver.partner.slug }, referral: { id } };
    expect(await atReceiver.next()).toEqual(accepted);
    expect(await atSender.next()).toEqual(accepted);
    // The third partner's own event comes after all of these, and is its first.
    const own = await send(third);
    expect(await atThird.next()).toEqual({ referral: { id: own } });
    await Promise.all([early, atReceiver, atSender, atThird].map((it) => it.stop()));
  });

  it('have the same cursors in the query and in the subscription, and resume exactly after a cursor', async () => {
    const receiver = await hub.town.caseworker();
    const live = await receiver.client.listen('cursor referral { id }');
    const sent: string[] = [];
    for (let i = 0; i < 5; i++) sent.push(await send(receiver));
    const got = [];
    for (let i = 0; i < 5; i++) got.push(await live.next());
    const asked = (await eventsOf(receiver)).map(({ cursor, referral }) => ({ cursor, referral }));
    expect(got).toEqual(asked);
    expect(asked.map((event) => event.referral.id)).toEqual(sent);
    const later = await receiver.client.listen('referral { id }', asked[1]?.cursor);
    for (const id of sent.slice(2)) expect((await later.next()).referral.id).toBe(id);
    const next = await send(receiver);
    expect((await later.next()).referral.id).toBe(next);
    await Promise.all([live.stop(), later.stop()]);
  });

  it('resume without gap or duplicate from any cursor during continuous commands', async () => {
    const { random } = randomFrom('SUBSCRIPTION_SEED');
    const receiver = await hub.town.caseworker();
    const total = 160;
    for (let i = 0; i < 10; i++) await send(receiver);
    const early = await eventsOf(receiver);
    expect(early).toHaveLength(10);
    const known = early.map((event) => event.cursor as string);
    const helpers = await Promise.all([1, 2, 3].map(() => hub.as(sender.member)));
    let left = total - known.length;
    const acting = Promise.all(
      helpers.map(async (helper) => {
        while (left-- > 0) await sendReferral(helper, person, receiver.partner);
      }),
    );
    const readers = Array.from({ length: 10 }, async (_, number) => {
      // Each subscriber starts when enough events are known, from any of them.
      while (number > 0 && known.length < number * 12) await new Promise((resolve) => setTimeout(resolve, 5));
      const after = random.below(known.length);
      const client = new Client(hub.url, receiver.client.token);
      const listening = await client.listen('cursor', known[after]);
      const got: string[] = [];
      for (let place = after + 1; place < total; place++) {
        const { cursor } = await listening.next();
        got.push(cursor);
        if (number === 0 && place >= early.length) known.push(cursor);
      }
      await client.close();
      return { after: known[after], got };
    });
    const results = await Promise.all(readers);
    await acting;
    const all = (await eventsOf(receiver)).map((event) => event.cursor);
    expect(all).toHaveLength(total);
    for (const { after, got } of results) expect(got).toEqual(all.slice(all.indexOf(after) + 1));
  });
});
