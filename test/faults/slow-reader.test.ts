import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client, Listening } from '../kit/client.js';
import { expectSoon, figure } from '../kit/figures.js';
import { testHub } from '../kit/hub.js';
import { HubProcess } from '../kit/process.js';
import { RawSocket } from '../kit/raw-socket.js';
import { registerPerson, type SeededMember, type SeededPartner, sendReferral } from '../kit/town.js';
import { Flood, keysOf } from './flood.js';
import { keyIn } from './readers.js';

const resume = [4205, 'resume from your last cursor'];

/** About 180 kB, the most that can be selected of one referral, so that the TCP buffers are soon full. */
const heavy = Array.from({ length: 99 }, (_, index) => `a${index}: purpose`).join(' ');
const purpose = 'Help with a first job. '.repeat(80);

const batch = 25;

/** A partner's subscriber at the tested hub, and the referrals of its events. */
interface Reader {
  readonly partner: SeededPartner;
  readonly member: SeededMember;
  readonly client: Client;
  readonly referral: string;
}

/** The delivery times of events in milliseconds, at the partner with the flood and at another partner. */
type Took = Readonly<Record<'here' | 'there', number[]>>;

const share = (numbers: readonly number[], of: number) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length * of)] as number;
const shown = (numbers: readonly number[]) =>
  `${share(numbers, 0.5).toFixed(0)} ms (95 %: ${share(numbers, 0.95).toFixed(0)} ms)`;

describe('a client that stops reading', () => {
  let hub: HubProcess;
  let flood: Flood;
  let sender: Client;
  /** A client that does not read for some seconds while only few events are queued. */
  let stuck: Promise<RawSocket>;

  // Stops before the test hub, which drops the database at its end.
  afterAll(async () => {
    await flood.close();
    await hub.stop();
  });
  const town = testHub();

  beforeAll(async () => {
    hub = await HubProcess.start({ DATABASE_URL: town.ownerUrl, LOG_LEVEL: 'info' });
    flood = await Flood.open(town.ownerUrl);
    sender = (await town.town.caseworker()).client;
    const reader = await aReader();
    const raw = await follower(reader);
    raw.socket.pause();
    await flood.tell(reader.partner, reader.referral, 100);
    stuck = readsWhenClosed(raw, reader);
  });

  /**
   * Lets a paused client read again as soon as the hub has closed its socket.
   * The hub drops a socket that does not answer the close within 10 s, and such a client would not see the code.
   */
  const readsWhenClosed = async (raw: RawSocket, { member }: Reader): Promise<RawSocket> => {
    await hub.said(new RegExp(`"code":${resume[0]}.*${member.key}`));
    raw.socket.resume();
    return raw;
  };

  const aReader = async (): Promise<Reader> => {
    const { partner, member } = await town.town.caseworker();
    const referral = await sendReferral(sender, await registerPerson(sender), partner, { purpose });
    return { partner, member, client: await hub.as(member), referral };
  };
  /** A socket with the largest possible subscription. */
  const follower = async ({ client }: Reader): Promise<RawSocket> => {
    const raw = await RawSocket.signedIn(hub.url, client.token);
    raw.subscribe('events', `subscription { referralEvents { cursor referral { ${heavy} } } }`);
    raw.subscribe('placed', '{ viewer { role } }');
    await raw.message((it) => it.id === 'placed');
    return raw;
  };
  const cursorsOf = ({ messages }: RawSocket): string[] =>
    messages
      .filter(({ id, type }) => id === 'events' && type === 'next')
      .map((it) => it.payload.data.referralEvents.cursor);

  it('is disconnected with 1,000 queued events; uses little memory, delays no other client and resumes without a gap', async () => {
    const [flooded, other] = [await aReader(), await aReader()];
    const told = () => flood.told(flooded.partner);
    const tell = (count: number) => flood.tell(flooded.partner, flooded.referral, count);
    const here = await flooded.client.listen('cursor');
    const there = await other.client.listen('cursor');
    /** Sends events in batches, each as soon as the one before has arrived. */
    const rounds = async (count: number, afterEach = async () => {}): Promise<Took> => {
      const took: Took = { here: [], there: [] };
      const arrived = async (listening: Listening, events: number, times: number[]) => {
        const start = performance.now();
        await keysOf(listening, events);
        times.push(performance.now() - start);
      };
      for (let round = 0; round < count; round++) {
        await tell(batch);
        await flood.tell(other.partner, other.referral, 1);
        await Promise.all([arrived(here, batch, took.here), arrived(there, 1, took.there)]);
        await afterEach();
      }
      return took;
    };

    // A client that reads: after this, the hub's memory includes what such work needs.
    const reading = await follower(flooded);
    await rounds(8);
    await reading.message(() => cursorsOf(reading).length === told().length - 1);
    reading.close();
    const before = await rounds(24);

    const paused = await follower(flooded);
    paused.socket.pause();
    const closed = readsWhenClosed(paused, flooded);
    const start = told().length;
    const calm = await hub.memory();
    let most = 0;
    const during = await rounds(60, async () => {
      most = Math.max(most, await hub.memory());
    });
    await closed;
    expect([await paused.closed, paused.reason]).toEqual(resume);
    const got = cursorsOf(paused);
    const behind = told().length - start - got.length;
    expect(behind).toBeGreaterThan(1000);
    expect(most - calm).toBeLessThan(50);
    for (const side of ['here', 'there'] as const) {
      expectSoon(share(during[side], 0.5), share(before[side], 0.5) + 5);
      expectSoon(share(during[side], 0.95), share(before[side], 0.95) + 10);
    }

    // Resumes from far behind, while more events arrive than may be queued for a client that does not read.
    const again = await flooded.client.listen('cursor', got.at(-1));
    const rest = keysOf(again, behind + 8 * batch + 1200);
    await rounds(8);
    await Promise.all([tell(1200), keysOf(here, 1200)]);
    expect([...got.map(keyIn), ...(await rest)]).toEqual(told().slice(start));

    figure(
      'a client that does not read: at most 1,000 events are queued, then 4205, and none is lost',
      `${got.length} of ${60 * batch} read, then closed; resumed ${behind} behind: 0 lost, 0 twice`,
    );
    figure('the hub’s memory grows by less than 50 MB', `${(most - calm).toFixed(0)} MB`);
    figure(
      'its colleague is not delayed',
      `${batch} events in ${shown(during.here)}, before ${shown(before.here)}`,
    );
    figure(
      'another partner is not delayed',
      `an event in ${shown(during.there)}, before ${shown(before.there)}`,
    );
  });

  it('is disconnected when more than 4 MiB are queued for it', async () => {
    const reader = await aReader();
    const { client, referral } = reader;
    const raw = await RawSocket.signedIn(hub.url, client.token);
    raw.socket.pause();
    const query = `query ($id: ID!) { referral(id: $id) { ${heavy} } }`;
    for (let number = 0; number < 90; number++) raw.subscribe(`query ${number}`, query, { id: referral });
    await readsWhenClosed(raw, reader);
    expect([await raw.closed, raw.reason]).toEqual(resume);
    expect(raw.messages.length).toBeLessThan(90);
    figure(
      'unread answers: at most 4 MiB are queued, then 4205',
      `${raw.messages.length} of 90 with 180 kB each, then closed`,
    );
  });

  it('is disconnected when its queued data has not moved for 10 s', async () => {
    const raw = await stuck;
    expect([await raw.closed, raw.reason]).toEqual(resume);
    expect(cursorsOf(raw).length).toBeLessThan(100);
    figure('a client that does not read for 10 s: 4205', `closed, ${cursorsOf(raw).length} events read`);
  });
});
