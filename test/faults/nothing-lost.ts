import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, it } from '@jest/globals';
import { Client } from '../kit/client.js';
import { asOwner, settled } from '../kit/database.js';
import { expectSoon, figure } from '../kit/figures.js';
import { randomFrom } from '../kit/random.js';
import { embeddedServer } from '../kit/scratch-server.js';
import { registerPerson, Seed, sendReferral } from '../kit/town.js';
import { Cluster } from './cluster.js';
import { PersistentSender, ResumingReader } from './resuming.js';

const undo: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const step of undo.reverse()) await step();
});

/** The number of referrals and of faults. */
interface Campaign {
  readonly referrals: number;
  readonly kills: number;
  /** The kills after which PostgreSQL is restarted as well. */
  readonly restarts: readonly number[];
}

/** Declares the test that every referral reaches every subscriber once and in order, with kills and restarts. */
export const nothingIsLost = ({ referrals, kills, restarts }: Campaign) =>
  it(`${referrals} referrals reach every subscriber once and in order, with cut sockets, kills and restarts of PostgreSQL`, async () => {
    const betweenFaults = referrals / (kills + 1);
    const { random } = randomFrom('NOTHING_LOST_SEED');
    const postgres = await embeddedServer({ max_connections: '200' });
    undo.push(() => postgres.stop());
    const hubs = await Cluster.start({ DATABASE_URL: postgres.url, HUB_BUDGET: '10000000' }, 2, random);
    undo.push(() => hubs.stop());
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
    const all: string[] = [];
    /** The subscribers, each with the referrals that it should receive. */
    const listeners = await Promise.all(
      [sender, ...receivers].map(async ({ client, partner }) => {
        const { referralEvents } = await client.data('{ referralEvents { nodes { cursor } } }');
        const reader = new ResumingReader(url, client.token, referralEvents.nodes.at(-1).cursor);
        return { partner, reader, told: sent[partner.key] ?? all };
      }),
    );
    undo.push(() => Promise.all(listeners.map(({ reader }) => reader.stop())));

    let mayBegin = betweenFaults;
    let begun = 0;
    const senders = Array.from({ length: 6 }, () => new PersistentSender(url, sender.client.token));
    const sending = senders.map(async (it) => {
      while (begun < referrals) {
        if (begun >= mayBegin) await pause(5);
        else {
          const { partner } = receivers[begun++ % 2] as typeof sender;
          const id = await it.send(person, partner);
          for (const list of [all, sent[partner.key]]) list?.push(id);
        }
      }
    });
    let cuts = 0;
    const cutting = new AbortController();
    /** Whether each subscriber has made progress since then, or has everything: on a slow machine, cuts must not be faster than progress. */
    const allMoved = (had: readonly number[]) =>
      listeners.every(
        ({ reader, told }, at) => reader.got.length > (had[at] ?? 0) || reader.got.length >= told.length,
      );
    const cuttingOver = (async () => {
      for (let had: number[] = []; !cutting.signal.aborted; ) {
        await pause(50 + random.below(200));
        if (!allMoved(had)) continue;
        had = listeners.map(({ reader }) => reader.got.length);
        cuts += hubs.cut(4);
      }
    })();

    /** How long it takes until every subscriber has the referrals that are answered now, in milliseconds. */
    const caughtUp = async (): Promise<number> => {
      const start = performance.now();
      await Promise.all(listeners.map(({ reader, told }) => reader.has([...told])));
      return Math.round(performance.now() - start);
    };
    const afterKills: Promise<number>[] = [];
    const afterRestarts: Promise<number>[] = [];
    for (let kill = 1; kill <= kills; kill++) {
      while (all.length < (kill - 0.5) * betweenFaults) await pause(5);
      const { replaced } = await hubs.kill(kill);
      afterKills.push(caughtUp());
      mayBegin += betweenFaults;
      await replaced;
      if (!restarts.includes(kill)) continue;
      await postgres.halt('immediate');
      await pause(300);
      await postgres.restart();
      afterRestarts.push(caughtUp());
    }
    await Promise.all(sending);
    const atTheEnd = await caughtUp();
    cutting.abort();
    await cuttingOver;

    expect(new Set(all).size).toBe(referrals);
    const [{ count }] = (await owner('select count(*)::int from referral')) as [{ count: number }];
    expect(count).toBe(referrals + receivers.length);
    for (const { partner, reader, told } of listeners) {
      const rows = await owner(
        "select id from event where partner_id = $1 and topic = 'REFERRAL' order by event.xid, id",
        [partner.key],
      );
      // Before the start, each receiver had one event, and the sender one for each.
      const expected = rows.map(({ id }) => id).slice(told === all ? 2 : 1);
      expect(expected.length).toBe(told.length);
      expect(reader.got).toEqual(expected);
    }
    const took = { kills: await Promise.all(afterKills), restarts: await Promise.all(afterRestarts) };
    expectSoon(atTheEnd, 2000);
    const times = [...took.kills, ...took.restarts].toSorted((a, b) => a - b);
    expectSoon(times[Math.floor(times.length / 2)] as number, 2000);
    // A lost client is not an error of the hub.
    expect(hubs.output.filter((line) => /"msg":"bug"|Internal error/.test(line))).toEqual([]);
    const connections = listeners.reduce((sum, { reader }) => sum + reader.connections, 0);
    const retries = senders.reduce((sum, it) => sum + it.retries, 0);
    figure(
      `${referrals} referrals through cuts, ${kills} kills and ${restarts.length} restarts of PostgreSQL: 0 lost, 0 twice, in order`,
      `${all.length * 2} deliveries in ${connections} connections, ${cuts} cuts, ${retries} commands repeated: 0 lost, 0 twice`,
    );
    figure(
      'caught up in less than 2 s',
      `${atTheEnd} ms after the last; ${took.kills.join(', ')} ms after kills; ${took.restarts.join(', ')} ms after restarts`,
    );
  });
