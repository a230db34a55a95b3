import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, it } from '@jest/globals';
import { Client } from '../kit/client.js';
import { asOwner, consumed, settled } from '../kit/database.js';
import { expectSoon, figure } from '../kit/figures.js';
import { randomFrom } from '../kit/random.js';
import { embeddedServer } from '../kit/scratch-server.js';
import { registerPerson, Seed, sendReferral } from '../kit/town.js';
import { Cluster } from './cluster.js';
import { ResumingReader, RetryingSender } from './resuming.js';

const cleanups: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const step of cleanups.reverse()) await step();
});

/** The number of referrals and of faults. */
interface Campaign {
  readonly referrals: number;
  readonly kills: number;
  /** The kills after which PostgreSQL is restarted as well. */
  readonly restarts: readonly number[];
}

/** Declares the test that every referral reaches every subscriber once and in order, in spite of kills and restarts. */
export const nothingIsLost = ({ referrals, kills, restarts }: Campaign) =>
  it(`${referrals} referrals reach every subscriber once and in order, in spite of cut sockets, killed processes and restarts of PostgreSQL`, async () => {
    const referralsPerFault = referrals / (kills + 1);
    const { random } = randomFrom('NOTHING_LOST_SEED');
    const postgres = await embeddedServer({ max_connections: '200' });
    cleanups.push(() => postgres.stop());
    const hubs = await Cluster.start({ DATABASE_URL: postgres.url, HUB_BUDGET: '10000000' }, 2, random);
    cleanups.push(() => hubs.stop());
    const url = () => hubs.url;
    const owner = (text: string, values: readonly unknown[] = []) =>
      asOwner(postgres.url, async (client) => (await client.query(text, [...values])).rows);

    const town = new Seed(owner as never, ({ email }) => Client.signIn(hubs.url, email));
    const sender = await town.caseworker();
    const receivers = [await town.caseworker(), await town.caseworker()] as const;
    const person = await registerPerson(sender.client);
    // A first referral for each, so that all have a cursor.
    for (const { partner } of receivers) await sendReferral(sender.client, person, partner);
    await asOwner(postgres.url, settled);
    const sent = { [receivers[0].partner.key]: [] as string[], [receivers[1].partner.key]: [] as string[] };
    const allSent: string[] = [];
    await asOwner(postgres.url, consumed);
    const subscribe = async (
      { client, partner }: typeof sender,
      recipient: string,
      events: 'referralEvents' | 'notificationEvents' = 'referralEvents',
    ) => {
      const data = await client.data(`{ ${events} { nodes { cursor } } }`);
      const reader = new ResumingReader(url, client.token, data[events].nodes.at(-1).cursor, events);
      const topic = events.replace('Events', '').toUpperCase();
      return { recipient, topic, reader, expectedReferrals: sent[partner.key] ?? allSent };
    };
    /** The subscribers, each with the referrals that it must receive. A receiver also follows its notifications. */
    const subscribers = await Promise.all([
      ...[sender, ...receivers].map((it) => subscribe(it, it.partner.key)),
      subscribe(receivers[0], receivers[0].member.key, 'notificationEvents'),
    ]);
    cleanups.push(() => Promise.all(subscribers.map(({ reader }) => reader.stop())));

    let maxStarted = referralsPerFault;
    let started = 0;
    const senders = Array.from({ length: 6 }, () => new RetryingSender(url, sender.client.token));
    const sending = senders.map(async (it) => {
      while (started < referrals) {
        if (started >= maxStarted) await pause(5);
        else {
          const { partner } = receivers[started++ % 2] as typeof sender;
          const id = await it.send(person, partner);
          for (const list of [allSent, sent[partner.key]]) list?.push(id);
        }
      }
    });
    let cuts = 0;
    const stopCutting = new AbortController();
    /**
     * Whether each subscriber has received an event since the last cut, or has all events. On a slow machine, cuts must
     * not come faster than the subscribers make progress.
     */
    const allProgressed = (before: readonly number[]) =>
      subscribers.every(
        ({ reader, expectedReferrals }, at) =>
          reader.received.length > (before[at] ?? 0) || reader.received.length >= expectedReferrals.length,
      );
    const cutting = (async () => {
      for (let before: number[] = []; !stopCutting.signal.aborted; ) {
        await pause(50 + random.below(200));
        if (!allProgressed(before)) continue;
        before = subscribers.map(({ reader }) => reader.received.length);
        cuts += hubs.cut(4);
      }
    })();

    /** Measures how long it takes, in milliseconds, until every subscriber has the referrals that are sent by now. */
    const measureCatchUp = async (): Promise<number> => {
      const start = performance.now();
      await Promise.all(
        subscribers.map(({ reader, expectedReferrals }) => reader.waitFor([...expectedReferrals])),
      );
      return Math.round(performance.now() - start);
    };
    const afterKills: Promise<number>[] = [];
    const afterRestarts: Promise<number>[] = [];
    for (let kill = 1; kill <= kills; kill++) {
      while (allSent.length < (kill - 0.5) * referralsPerFault) await pause(5);
      const { replaced } = await hubs.kill(kill);
      afterKills.push(measureCatchUp());
      maxStarted += referralsPerFault;
      await replaced;
      if (!restarts.includes(kill)) continue;
      await postgres.halt('immediate');
      await pause(300);
      await postgres.restart();
      afterRestarts.push(measureCatchUp());
    }
    await Promise.all(sending);
    const afterLast = await measureCatchUp();
    stopCutting.abort();
    await cutting;

    expect(new Set(allSent).size).toBe(referrals);
    const [{ count }] = (await owner('select count(*)::int from referral')) as [{ count: number }];
    expect(count).toBe(referrals + receivers.length);
    for (const { recipient, topic, reader, expectedReferrals } of subscribers) {
      const rows = await owner(
        'select id from event where coalesce(to_member_id, partner_id) = $1 and topic = $2 order by event.xid, id',
        [recipient, topic],
      );
      // Before the first fault, each receiver had one event, and the sender one for each receiver.
      const expected = rows.map(({ id }) => id).slice(expectedReferrals === allSent ? 2 : 1);
      expect(expected.length).toBe(expectedReferrals.length);
      expect(reader.received).toEqual(expected);
    }
    const catchUpTimes = { kills: await Promise.all(afterKills), restarts: await Promise.all(afterRestarts) };
    expectSoon(afterLast, 2000);
    const times = [...catchUpTimes.kills, ...catchUpTimes.restarts].toSorted((a, b) => a - b);
    expectSoon(times[Math.floor(times.length / 2)] as number, 2000);
    // A lost connection of a client is not an error of the hub.
    expect(hubs.output.filter((line) => /"msg":"bug"|Internal error/.test(line))).toEqual([]);
    const connections = subscribers.reduce((sum, { reader }) => sum + reader.connections, 0);
    const retries = senders.reduce((sum, it) => sum + it.retries, 0);
    figure(
      `${referrals} referrals through cuts, ${kills} kills and ${restarts.length} restarts of PostgreSQL: 0 lost, 0 delivered twice, in order`,
      `${subscribers.reduce((sum, it) => sum + it.reader.received.length, 0)} deliveries over ${connections} connections, ${cuts} cuts, ${retries} commands repeated: 0 lost, 0 delivered twice`,
    );
    figure(
      'caught up in less than 2 s',
      `${afterLast} ms after the last command; ${catchUpTimes.kills.join(', ')} ms after kills; ${catchUpTimes.restarts.join(', ')} ms after restarts`,
    );
  });
