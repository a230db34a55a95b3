import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Data } from '../kit/client.js';
import { demoToken } from '../kit/demo-token.js';
import { inTime, secondsFromNow } from '../kit/expiry.js';
import { figure } from '../kit/figures.js';
import { testHub } from '../kit/hub.js';
import { HubProcess } from '../kit/process.js';
import { RawSocket } from '../kit/raw-socket.js';
import { registerPerson, sendReferral } from '../kit/town.js';

/** By how much the clocks are wrong, in seconds. */
const clockError = 600;

/** For how long after its expiry or before its start a token is accepted, in seconds. */
const tolerance = 60;

/** The environment variables that shift the clock of a Node process. */
const shiftClock = (seconds: number) => {
  const code = `const RealDate = Date;
    globalThis.Date = class Date extends RealDate {
      constructor(...args) { args.length > 0 ? super(...args) : super(RealDate.now() + ${seconds * 1000}); }
      static now() { return RealDate.now() + ${seconds * 1000}; }
    };`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` };
};

describe('hubs with clocks that are wrong by 10 minutes, on one database', () => {
  const started: HubProcess[] = [];
  // Stops before the test hub, which drops the database at its end.
  afterAll(() => Promise.all(started.map((hub) => hub.kill())));
  const correct = testHub();
  let ahead: HubProcess;
  let behind: HubProcess;
  beforeAll(async () => {
    const start = async (seconds: number) => {
      const hub = await HubProcess.start({ DATABASE_URL: correct.ownerUrl, ...shiftClock(seconds) });
      started.push(hub);
      return hub;
    };
    [ahead, behind] = await Promise.all([start(clockError), start(-clockError)]);
  });

  it('record the order and the time of commands by the database’s clock', async () => {
    const sender = await correct.town.caseworker();
    const receiver = await correct.town.caseworker();
    const person = await registerPerson(sender.client);
    const hubs = [ahead.url, correct.url, behind.url];
    const listening = await Promise.all(
      hubs
        .map((url) => new Client(url, receiver.client.token))
        .map(async (client) => ({ client, events: await client.subscribe('cursor at referral { id }') })),
    );
    const began = Date.now();
    const sent: string[] = [];
    for (let number = 0; number < 12; number++) {
      const client = new Client(hubs[number % 3] as string, sender.client.token);
      sent.push(await sendReferral(client, person, receiver.partner));
    }
    const ended = Date.now();
    for (const { client, events } of listening) {
      const received: Data[] = [];
      while (received.length < sent.length) received.push(await events.next());
      expect(received.map((event) => event.referral.id)).toEqual(sent);
      const times = received.map((event) => Date.parse(event.at));
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(times.filter((at) => at < began - 1000 || at > ended + 1000)).toEqual([]);
      // A cursor of one hub is used at all others.
      const query = 'query ($after: String) { referralEvents(after: $after) { nodes { referral { id } } } }';
      for (const url of hubs) {
        const other = new Client(url, receiver.client.token);
        const { referralEvents } = await other.data(query, { after: received[5].cursor });
        expect(referralEvents.nodes.map((event: Data) => event.referral.id)).toEqual(sent.slice(6));
      }
      await client.close();
    }
    const stored = await correct.owner<{ id: string }>(
      'select id from referral where id = any ($1::uuid[]) order by sent_at, id',
      [sent.map((id) => id.slice('referral_'.length))],
    );
    expect(stored.map(({ id }) => `referral_${id}`)).toEqual(sent);
    figure(
      'the hub’s clock is wrong by 10 minutes: the order is that of the database’s clock',
      `${sent.length} commands on hubs 10 min ahead, correct and 10 min behind: one order and correct times on all of them`,
    );
  });

  it('accept a token up to 60 s after its expiry or before its start by their own clock', async () => {
    const { member } = await correct.town.caseworker();
    const status = async (url: string, expiresAt: number, claims = {}) => {
      const client = new Client(url, await demoToken(member.email, expiresAt, claims));
      return (await client.post({ query: '{ viewer { role } }' })).status;
    };
    for (const [url, error] of [
      [ahead.url, clockError],
      [behind.url, -clockError],
    ] as const) {
      const accepted = { seconds: tolerance - 45, longest: tolerance - 5 };
      expect(await inTime(accepted, (end) => status(url, end - tolerance + error))).toBe(200);
      expect(await status(url, secondsFromNow(error - 65))).toBe(401);
      expect(await status(url, secondsFromNow(1200), { nbf: secondsFromNow(error + 45) })).toBe(200);
      const refused = { seconds: 15 };
      const notBefore = (end: number) => ({ nbf: end + tolerance + error });
      expect(await inTime(refused, (end) => status(url, end + 1200, notBefore(end)))).toBe(401);
    }
    figure(
      '… tokens are accepted with a tolerance of 60 s',
      'accepted 45 s after their expiry and before their start, refused 65 s after and 75 s before',
    );
  });

  it('keep a socket open until the end of the tolerance if its token was accepted within the tolerance', async () => {
    const { member } = await correct.town.caseworker();
    const raw = await inTime({ seconds: 8, longest: tolerance - 5 }, async (end) => {
      const token = await demoToken(member.email, end - tolerance + clockError);
      const socket = await RawSocket.signedIn(ahead.url, token);
      await delay(1500);
      socket.subscribe('query', '{ viewer { role } }');
      expect((await socket.message((it) => it.id === 'query')).type).toBe('next');
      return socket;
    });
    expect(await raw.closed).toBe(4403);
  });
});
