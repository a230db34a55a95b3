import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Data } from '../kit/client.js';
import { rightInput } from '../kit/commands.js';
import { expectSoon, figure } from '../kit/figures.js';
import { testHub } from '../kit/hub.js';
import { HubProcess } from '../kit/process.js';
import { TcpProxy } from '../kit/proxy.js';
import { randomFrom } from '../kit/random.js';
import { RawSocket } from '../kit/raw-socket.js';
import { registerPerson, sendReferral } from '../kit/town.js';
import { until } from '../kit/until.js';

/** The limit for an answer, and the limit for the detection of a dead socket; in milliseconds. */
const hang = 15_000;
const notice = 30_000;

/** The maximum number of sockets of a member. */
const slots = 20;

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
const follow = 'subscription { referralEvents { cursor referral { id } } }';

describe('a bad network between a client and the hub', () => {
  const undo: (() => unknown)[] = [];
  // Stops before the test hub, which drops the database at its end.
  afterAll(async () => {
    for (const step of undo.reverse()) await step();
  });
  const town = testHub();
  let hub: HubProcess;
  let sender: Awaited<ReturnType<typeof town.town.caseworker>>;
  let receiver: typeof sender;
  let person: string;
  /** The slow measurements, started concurrently at the beginning. */
  let cuts: Promise<Record<string, number>>;
  let unread: Promise<{ sent: number; read: number; took: number }>;
  let noticed: Promise<number>;

  beforeAll(async () => {
    hub = await HubProcess.start({ DATABASE_URL: town.ownerUrl });
    undo.push(() => hub.kill());
    sender = await town.town.caseworker();
    receiver = await town.town.caseworker();
    person = await registerPerson(sender.client);
    cuts = cutOff();
    unread = unreadAnswers();
    noticed = deadSockets();
  });

  async function proxied(): Promise<{ proxy: TcpProxy; as: (it: typeof sender) => Client }> {
    const proxy = await TcpProxy.open(hub.url);
    undo.push(() => proxy.close());
    return {
      proxy,
      as: ({ client }) => {
        return new Client(proxy.url, client.token);
      },
    };
  }

  async function dial(): Promise<Socket> {
    const { port } = new URL(hub.url);
    const socket = connect(Number(port), '127.0.0.1').on('error', () => {});
    undo.push(() => socket.destroy());
    await once(socket, 'connect');
    return socket;
  }

  /** How long the hub waits for slow requests. */
  async function cutOff(): Promise<Record<string, number>> {
    const post = `POST /graphql HTTP/1.1\r\nhost: hub\r\nauthorization: Bearer ${sender.client.token}\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n`;
    const slow: Record<string, [at: string, slowly: string]> = {
      'who says nothing': ['', ''],
      'whose headers come byte by byte': ['', post],
      'whose body comes byte by byte': [`${post}\r\n`, '{"query":"{ viewer { role } }"}'.padEnd(1000)],
    };
    const durations = Object.entries(slow).map(async ([who, [at, slowly]]) => {
      const socket = await dial();
      const began = performance.now();
      const closed = new Promise((resolve) => socket.once('close', resolve));
      socket.resume().write(at);
      const letters = [...slowly];
      const writing = setInterval(() => socket.write(letters.shift() ?? ''), 1000);
      await closed;
      clearInterval(writing);
      return [who, performance.now() - began] as const;
    });
    return Object.fromEntries(await Promise.all(durations));
  }

  /** How much a client gets that requests much and reads nothing, and when it is disconnected. */
  async function unreadAnswers(): Promise<{ sent: number; read: number; took: number }> {
    const page = await (await fetch(`${hub.url}/graphiql`)).text();
    const files = await Promise.all(
      [...page.matchAll(/src="([^"]+\.js)"/g)].map(async ([, path]) => {
        const { pathname } = new URL(path as string, `${hub.url}/graphiql`);
        return { pathname, size: (await (await fetch(`${hub.url}${pathname}`)).arrayBuffer()).byteLength };
      }),
    );
    const [largest] = files.sort((a, b) => b.size - a.size);
    const { pathname, size } = largest as (typeof files)[number];
    const socket = await dial();
    const asked = 40;
    socket.pause();
    socket.write(`GET ${pathname} HTTP/1.1\r\nhost: hub\r\n\r\n`.repeat(asked));
    const began = performance.now();
    // A client that does not read detects the end by a second write. Each write restarts the hub's timeout.
    while (!socket.destroyed) {
      await delay(hang - 1000);
      for (const probe of ['\r\n', '\r\n']) {
        socket.write(probe);
        await delay(300);
      }
    }
    return { sent: asked * size, read: socket.bytesRead, took: performance.now() - began };
  }

  /** How soon the sockets of a member whose network has silently failed no longer count. */
  async function deadSockets(): Promise<number> {
    const { member, client } = await town.town.signedIn(sender.partner);
    const { proxy } = await proxied();
    const dead = await Promise.all(
      Array.from({ length: slots }, () => RawSocket.signedIn(proxy.url, client.token)),
    );
    undo.push(() => Promise.all(dead.map(async (it) => it.close())));
    for (const raw of dead) raw.subscribe('events', follow);
    await Promise.all(
      dead.map(async (raw) => {
        raw.subscribe('placed', '{ viewer { role } }');
        await raw.message((it) => it.id === 'placed');
      }),
    );
    proxy.stall();
    const began = performance.now();
    const alive = await hub.as(member);
    await until(async () => {
      const raw = await RawSocket.open(hub.url);
      raw.init(alive.token);
      const admitted = await raw.message((it) => it.type === 'connection_ack').catch(() => undefined);
      raw.close();
      if (!admitted) await delay(200);
      return admitted;
    });
    return performance.now() - began;
  }

  it('with high latency or single bytes delivers requests, commands and events', async () => {
    const { proxy, as } = await proxied();
    const took: number[] = [];
    for (const [latency, bytes] of [
      [150, Number.POSITIVE_INFINITY],
      [0, 1],
    ] as const) {
      Object.assign(proxy.faults, { latency, pieces: { bytes, pause: 0 } });
      const [sending, receiving] = [as(sender), as(receiver)];
      const began = performance.now();
      const listening = await receiving.listen('referral { id }');
      const referral = await sendReferral(sending, person, receiver.partner);
      expect((await listening.next()).referral.id).toBe(referral);
      took.push(performance.now() - began);
      await receiving.close();
    }
    expectSoon(Math.max(...took), hang);
    figure(
      'network: latency of 150 ms, and one byte at a time: no hang beyond 15 s',
      `a command and its event took ${took.map(seconds).join(' and ')}`,
    );
  });

  it('with resets leaks no resources, and a repeated command is done once', async () => {
    const { random } = randomFrom('RESET_SEED');
    const { proxy } = await proxied();
    proxy.faults.pieces = { bytes: 20, pause: 1 };
    const query = `mutation ($input: SendReferralInput!) { sendReferral(input: $input) { referral { id } userErrors { code } } }`;
    const inputs = Array.from({ length: 40 }, () => rightInput.sendReferral(person, receiver.partner));
    const through = new Client(proxy.url, sender.client.token);
    const sockets: RawSocket[] = [];
    let over = false;
    const connecting = (async () => {
      while (!over) {
        const raw = await RawSocket.signedIn(proxy.url, receiver.client.token).catch(() => undefined);
        raw?.subscribe('events', follow);
        if (raw) sockets.push(raw);
        await delay(30);
      }
    })();
    const resetting = (async () => {
      while (!over) {
        await delay(random.below(40));
        proxy.reset(() => random.below(3) === 0);
      }
    })();
    let broken = 0;
    for (const input of inputs) {
      const answer = await through.post({ query, variables: { input } }).catch(() => undefined);
      // The request has been sent and the answer may be under way: the connection is cut at this moment.
      const text = await answer?.text().catch(() => undefined);
      if (text === undefined) broken++;
    }
    over = true;
    await Promise.all([connecting, resetting]);
    proxy.reset();

    const again = new Client(hub.url, sender.client.token);
    /** Repeats a command as long as the hub says so: on a busy machine a statement may time out. */
    const repeat = async (input: Data): Promise<string> => {
      for (;;) {
        const { data, errors } = await again.send(query, { input });
        if (!errors) return data.sendReferral.referral.id;
        expect(errors[0]?.extensions?.['code']).toBe('UNAVAILABLE');
        await delay(100);
      }
    };
    const sent = await Promise.all(inputs.map(repeat));
    const rows = await town.owner<{ id: string }>('select id from referral where id = any ($1::uuid[])', [
      sent.map((id) => id.slice('referral_'.length)),
    ]);
    expect([new Set(sent).size, rows.length]).toEqual([inputs.length, inputs.length]);

    // All slots of the member are free, and no database connection is in a transaction or waiting.
    await until(async () => {
      const all = await Promise.all(
        Array.from({ length: slots }, () =>
          RawSocket.signedIn(hub.url, receiver.client.token).catch(() => undefined),
        ),
      );
      for (const raw of all) raw?.close();
      if (all.every(Boolean)) return true;
      await delay(500);
      return undefined;
    });
    await until(async () => {
      const [row] = await town.owner<{ busy: number }>(
        `select count(*)::int as busy from pg_stat_activity
          where datname = current_database() and application_name = 'partner-hub' and state <> 'idle'`,
      );
      return row?.busy === 0 || undefined;
    });
    expect(broken).toBeGreaterThan(0);
    figure(
      'network: resets leak no connection, transaction or subscriber',
      `${broken} of ${inputs.length} commands and ${sockets.length} sockets broken off: each command done once, 0 transactions open, all ${slots} sockets free`,
    );
  });

  it('with slow requests is disconnected after a timeout', async () => {
    const durations = Object.entries(await cuts);
    for (const [, took] of durations) expectSoon(took, hang);
    figure(
      'network: no hang beyond 15 s',
      durations.map(([who, took]) => `${who}: disconnected after ${seconds(took)}`).join('; '),
    );
  });

  it('with a client that does not read its answers is disconnected after a timeout', async () => {
    const { sent, read, took } = await unread;
    expect(read).toBeLessThan(sent);
    expectSoon(took, hang);
    figure(
      'network: a client that does not read is disconnected within 15 s',
      `after ${seconds(took)}; it got ${(read / 1e6).toFixed(0)} of ${(sent / 1e6).toFixed(0)} MB`,
    );
  });

  it('that fails silently is detected within 30 s, and its sockets no longer count', async () => {
    const took = await noticed;
    expectSoon(took, notice);
    figure('network: dead sockets detected within 30 s', `${slots} half-open sockets after ${seconds(took)}`);
  });
});
