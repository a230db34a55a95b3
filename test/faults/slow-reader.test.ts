import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client, Subscription } from '../kit/client.js';
import { expectSoon, figure } from '../kit/figures.js';
import { testHub } from '../kit/hub.js';
import { HubProcess } from '../kit/process.js';
import { RawSocket } from '../kit/raw-socket.js';
import { registerPerson, type SeededMember, type SeededPartner, sendReferral } from '../kit/town.js';
import { Flood, nextKeys } from './flood.js';
import { eventKeyOf } from './readers.js';

/** The close code and the reason for a client that does not read. */
const expectedClose = [4205, 'resume from your last cursor'];

/** The largest selection of one referral that the hub accepts, about 180 kB, so that the TCP buffers are soon full. */
const largeSelection = Array.from({ length: 99 }, (_, index) => `a${index}: purpose`).join(' ');

/** More of these answers than any buffer of TCP holds: 144 MB. */
const mostAnswers = 800;

/** How many are asked for at a time, and the pause in between in milliseconds: below the limit of messages. */
const [batch, pause] = [40, 1500];

const purpose = 'Help with a first job. '.repeat(80);

const batchSize = 25;

/** A partner's subscriber at the tested hub, and the referral of its events. */
interface Reader {
  readonly partner: SeededPartner;
  readonly member: SeededMember;
  readonly client: Client;
  readonly referral: string;
}

/** The delivery times of events in milliseconds, to the partner with the flood and to another partner. */
type DeliveryTimes = Readonly<Record<'flooded' | 'other', number[]>>;

const percentile = (numbers: readonly number[], share: number) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length * share)] as number;
const summary = (numbers: readonly number[]) =>
  `${percentile(numbers, 0.5).toFixed(0)} ms (95 %: ${percentile(numbers, 0.95).toFixed(0)} ms)`;

describe('a client that stops reading', () => {
  let hub: HubProcess;
  let flood: Flood;
  let sender: Client;
  /** A client that stops reading while few events are queued for it; resolves when the hub has closed its socket. */
  let notReading: Promise<RawSocket>;

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
    const reader = await createReader();
    const raw = await subscribe(reader);
    raw.socket.pause();
    await flood.emit(reader.partner, reader.referral, 100);
    notReading = readWhenClosed(raw, reader);
  });

  /**
   * Lets a paused client read again as soon as the hub has closed its socket.
   * The hub drops a socket that does not answer the close within 10 s, and such a client would not see the code.
   */
  const readWhenClosed = async (raw: RawSocket, { member }: Reader): Promise<RawSocket> => {
    await hub.waitForOutput(new RegExp(`"code":${expectedClose[0]}.*${member.key}`));
    raw.socket.resume();
    return raw;
  };

  const createReader = async (): Promise<Reader> => {
    const { partner, member } = await town.town.caseworker();
    const referral = await sendReferral(sender, await registerPerson(sender), partner, { purpose });
    return { partner, member, client: await hub.as(member), referral };
  };
  /** A socket with the largest possible subscription. */
  const subscribe = async ({ client }: Reader): Promise<RawSocket> => {
    const raw = await RawSocket.signedIn(hub.url, client.token);
    raw.subscribe('events', `subscription { referralEvents { cursor referral { ${largeSelection} } } }`);
    raw.subscribe('ready', '{ viewer { role } }');
    await raw.message((it) => it.id === 'ready');
    return raw;
  };
  const cursorsOf = ({ messages }: RawSocket): string[] =>
    messages
      .filter(({ id, type }) => id === 'events' && type === 'next')
      .map((it) => it.payload.data.referralEvents.cursor);

  it('is disconnected with 1,000 queued events; uses little memory, delays no other client and resumes without a gap', async () => {
    const [flooded, other] = [await createReader(), await createReader()];
    const written = () => flood.written(flooded.partner);
    const emit = (count: number) => flood.emit(flooded.partner, flooded.referral, count);
    const floodedStream = await flooded.client.subscribe('cursor');
    const otherStream = await other.client.subscribe('cursor');
    /** Emits events in batches, each as soon as the one before has arrived; measures the delivery times. */
    const runBatches = async (count: number, afterEach = async () => {}): Promise<DeliveryTimes> => {
      const times: DeliveryTimes = { flooded: [], other: [] };
      const arrived = async (listening: Subscription, events: number, durations: number[]) => {
        const start = performance.now();
        await nextKeys(listening, events);
        durations.push(performance.now() - start);
      };
      for (let run = 0; run < count; run++) {
        await emit(batchSize);
        await flood.emit(other.partner, other.referral, 1);
        await Promise.all([
          arrived(floodedStream, batchSize, times.flooded),
          arrived(otherStream, 1, times.other),
        ]);
        await afterEach();
      }
      return times;
    };

    // A client that reads comes first, so that the memory that such work needs is already allocated.
    const reading = await subscribe(flooded);
    await runBatches(8);
    await reading.message(() => cursorsOf(reading).length === written().length - 1);
    reading.close();
    const before = await runBatches(10);

    const paused = await subscribe(flooded);
    paused.socket.pause();
    const closed = readWhenClosed(paused, flooded);
    const start = written().length;
    const memoryBefore = await hub.memory();
    let peakMemory = 0;
    const during = await runBatches(60, async () => {
      peakMemory = Math.max(peakMemory, await hub.memory());
    });
    await closed;
    expect([await paused.closed, paused.reason]).toEqual(expectedClose);
    const received = cursorsOf(paused);
    const unread = written().length - start - received.length;
    expect(unread).toBeGreaterThan(1000);
    expect(peakMemory - memoryBefore).toBeLessThan(50);
    for (const side of ['flooded', 'other'] as const) {
      expectSoon(percentile(during[side], 0.5), percentile(before[side], 0.5) + 5);
      expectSoon(percentile(during[side], 0.95), percentile(before[side], 0.95) + 10);
    }

    // It resumes from an old cursor, while more events arrive than may be queued for a client that does not read.
    const resumed = await flooded.client.subscribe('cursor', received.at(-1));
    const rest = nextKeys(resumed, unread + 8 * batchSize + 1200);
    await runBatches(8);
    await Promise.all([emit(1200), nextKeys(floodedStream, 1200)]);
    expect([...received.map(eventKeyOf), ...(await rest)]).toEqual(written().slice(start));

    figure(
      'a client that does not read: at most 1,000 events are queued, then 4205; none is lost',
      `${received.length} of ${60 * batchSize} read, then closed; resumed ${unread} events behind: 0 lost, 0 delivered twice`,
    );
    figure('the hub’s memory grows by less than 50 MB', `${(peakMemory - memoryBefore).toFixed(0)} MB`);
    figure(
      'another client of the same partner is not delayed',
      `${batchSize} events in ${summary(during.flooded)}, before ${summary(before.flooded)}`,
    );
    figure(
      'another partner is not delayed',
      `an event in ${summary(during.other)}, before ${summary(before.other)}`,
    );
  });

  it('is disconnected when more than 4 MiB are queued for it', async () => {
    const reader = await createReader();
    const { client, referral } = reader;
    const raw = await RawSocket.signedIn(hub.url, client.token);
    raw.socket.pause();
    const query = `query ($id: ID!) { referral(id: $id) { ${largeSelection} } }`;
    const closed = readWhenClosed(raw, reader);
    // How many answers the buffers of TCP hold depends on the machine: the client asks until it is disconnected.
    let asked = 0;
    for (let open = true; open && asked < mostAnswers; ) {
      for (const end = asked + batch; asked < end; asked++)
        raw.subscribe(`query ${asked}`, query, { id: referral });
      open = await Promise.race([closed.then(() => false), delay(pause).then(() => true)]);
    }
    await closed;
    expect([await raw.closed, raw.reason]).toEqual(expectedClose);
    const answers = raw.messages.filter(({ type }) => type === 'next').length;
    expect(answers).toBeLessThan(mostAnswers);
    figure(
      'unread answers: at most 4 MiB are queued, then 4205',
      `${answers} of ${asked} with 180 kB each, then closed`,
    );
  });

  it('is disconnected when its queued data has not moved for 10 s', async () => {
    const raw = await notReading;
    expect([await raw.closed, raw.reason]).toEqual(expectedClose);
    expect(cursorsOf(raw).length).toBeLessThan(100);
    figure('a client that does not read for 10 s: 4205', `closed, ${cursorsOf(raw).length} events read`);
  });
});
