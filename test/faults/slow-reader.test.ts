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

/** Some 180 kB: as much as can be asked of one referral, so that what TCP itself keeps is soon full. */
const heavy = Array.from({ length: 99 }, (_, index) => `a${index}: purpose`).join(' ');
const purpose = 'Help with a first job. '.repeat(80);

const batch = 25;

/** A partner's reader, at the hub that is tested, and what it is told of. */
interface Reader {
  readonly partner: SeededPartner;
  readonly member: SeededMember;
  readonly client: Client;
  readonly referral: string;
}

/** How long events took to arrive, in milliseconds: here, where the flood is, and at another partner. */
type Took = Readonly<Record<'here' | 'there', number[]>>;

const share = (numbers: readonly number[], of: number) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length * of)] as number;
const shown = (numbers: readonly number[]) =>
  `${share(numbers, 0.5).toFixed(0)} ms (95 %: ${share(numbers, 0.95).toFixed(0)} ms)`;

describe('a client that stops reading', () => {
  let hub: HubProcess;
  let flood: Flood;
  let sender: Client;
  /** One that does not read for some seconds, although only few events wait. */
  let stuck: Promise<RawSocket>;

  // Before the hub of the tests, which drops the database when it goes.
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
    // It hears why it was sent away when it reads again at once, whenever that is.
    stuck = hub.said(new RegExp(`"code":${resume[0]}.*${reader.member.key}`)).then(() => {
      raw.socket.resume();
      return raw;
    });
  });

  const aReader = async (): Promise<Reader> => {
    const { partner, member } = await town.town.caseworker();
    const referral = await sendReferral(sender, await registerPerson(sender), partner, { purpose });
    return { partner, member, client: await hub.as(member), referral };
  };
  /** A socket with a subscription to as much as possible. */
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

  it('is sent away when 1,000 events wait; it costs little memory, delays nobody and resumes without a gap', async () => {
    const [flooded, other] = [await aReader(), await aReader()];
    const told = () => flood.told(flooded.partner);
    const tell = (count: number) => flood.tell(flooded.partner, flooded.referral, count);
    const here = await flooded.client.listen('cursor');
    const there = await other.client.listen('cursor');
    /** Events in batches, each as soon as the one before has arrived. */
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

    // One that reads: from then on the hub has the memory that such work takes.
    const reading = await follower(flooded);
    await rounds(8);
    await reading.message(() => cursorsOf(reading).length === told().length - 1);
    reading.close();
    const before = await rounds(24);

    const paused = await follower(flooded);
    paused.socket.pause();
    const start = told().length;
    const calm = await hub.memory();
    let most = 0;
    const during = await rounds(60, async () => {
      most = Math.max(most, await hub.memory());
    });
    paused.socket.resume();
    expect([await paused.closed, paused.reason]).toEqual(resume);
    const got = cursorsOf(paused);
    const behind = told().length - start - got.length;
    expect(behind).toBeGreaterThan(1000);
    expect(most - calm).toBeLessThan(50);
    for (const side of ['here', 'there'] as const) {
      expectSoon(share(during[side], 0.5), share(before[side], 0.5) + 5);
      expectSoon(share(during[side], 0.95), share(before[side], 0.95) + 10);
    }

    // From far behind, while more comes, and more at once than may wait for one who does not read.
    const again = await flooded.client.listen('cursor', got.at(-1));
    const rest = keysOf(again, behind + 8 * batch + 1200);
    await rounds(8);
    await Promise.all([tell(1200), keysOf(here, 1200)]);
    expect([...got.map(keyIn), ...(await rest)]).toEqual(told().slice(start));

    figure(
      'a client that does not read: at most 1,000 events wait, then 4205, and none is lost',
      `${got.length} of ${60 * batch} read, then closed; resumed ${behind} behind: 0 lost, 0 twice`,
    );
    figure('it costs the hub less than 50 MB', `${(most - calm).toFixed(0)} MB`);
    figure(
      'it does not delay its colleague',
      `${batch} events in ${shown(during.here)}, before ${shown(before.here)}`,
    );
    figure(
      'it does not delay another partner',
      `an event in ${shown(during.there)}, before ${shown(before.there)}`,
    );
  });

  it('is sent away when more than 4 MiB wait for it', async () => {
    const { client, referral } = await aReader();
    const raw = await RawSocket.signedIn(hub.url, client.token);
    raw.socket.pause();
    const query = `query ($id: ID!) { referral(id: $id) { ${heavy} } }`;
    for (let number = 0; number < 90; number++) raw.subscribe(`query ${number}`, query, { id: referral });
    // The hub has answered both once a colleague, who asked later, has all answers.
    for (let number = 0; number < 90; number++) await client.data(query, { id: referral });
    raw.socket.resume();
    expect([await raw.closed, raw.reason]).toEqual(resume);
    expect(raw.messages.length).toBeLessThan(90);
    figure(
      'answers that nobody reads: at most 4 MiB wait, then 4205',
      `${raw.messages.length} of 90 with 180 kB each, then closed`,
    );
  });

  it('is sent away when nothing that waits for it has moved for 10 s', async () => {
    const raw = await stuck;
    expect([await raw.closed, raw.reason]).toEqual(resume);
    expect(cursorsOf(raw).length).toBeLessThan(100);
    figure('a client that takes nothing for 10 s: 4205', `heard, ${cursorsOf(raw).length} events read`);
  });
});
