import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import WebSocket from 'ws';
import type { Client } from '../kit/client.js';
import { testHub } from '../kit/hub.js';
import { RawSocket } from '../kit/raw-socket.js';

const hub = testHub();
let client: Client;

// A separate member for each attack, so that the attacks do not share a budget or limits.
beforeEach(async () => {
  ({ client } = await hub.town.caseworker());
});
afterEach(async () => {
  const next = await hub.town.caseworker();
  const raw = await RawSocket.signedIn(hub.url, next.client.token);
  raw.subscribe('next', '{ viewer { role } }');
  expect((await raw.message((it) => it.id === 'next')).payload.data).toEqual({
    viewer: { role: 'CASEWORKER' },
  });
  raw.close();
});

const live = 'subscription { referralEvents { cursor } }';

describe('a socket is closed after', () => {
  it.each<[string, number, (raw: RawSocket) => void]>([
    ['no connection_init for five seconds', 4408, () => {}],
    ['an operation before connection_init', 4401, (raw) => raw.subscribe('early', live)],
    ['a connection_init without a token', 4403, (raw) => raw.init()],
    ['a connection_init with an invalid token', 4403, (raw) => raw.init('no.token.this')],
    [
      'a second connection_init',
      4429,
      (raw) => {
        raw.init(client.token);
        raw.init(client.token);
      },
    ],
    ['a message of an unknown type', 4400, (raw) => raw.send({ type: 'unheard_of' })],
    ['a message that is not JSON', 4400, (raw) => raw.send('{')],
    ['a message that is not an object', 4400, (raw) => raw.send('[1]')],
    ['a binary message', 4400, (raw) => raw.socket.send(Buffer.from([0, 255, 254]))],
    ['a message of more than 64 KiB', 1009, (raw) => raw.send(`"${'a'.repeat(65 * 1024)}"`)],
    [
      'a message in a thousand small frames',
      1008,
      (raw) => {
        for (let i = 0; i < 1000; i++) raw.socket.send('{', { fin: i === 999 });
      },
    ],
  ])('%s, with %i', async (_, code, attack) => {
    const raw = await RawSocket.open(hub.url);
    attack(raw);
    expect(await raw.closed).toBe(code);
  });

  it('a second operation with the same id, with 4409', async () => {
    const raw = await RawSocket.signedIn(hub.url, client.token);
    raw.subscribe('same', live);
    raw.subscribe('same', live);
    expect(await raw.closed).toBe(4409);
  });

  it('another protocol, with 4406', async () => {
    const raw = await RawSocket.open(hub.url, 'graphql-ws').catch(() => undefined);
    if (raw) expect(await raw.closed).toBe(4406);
  });

  it.each<[string, (raw: RawSocket, number: number) => void]>([
    ['pings', (raw) => raw.send({ type: 'ping' })],
    [
      'subscriptions that are completed immediately',
      (raw, number) => {
        raw.subscribe(String(number), live);
        raw.send({ id: String(number), type: 'complete' });
      },
    ],
  ])('a flood of %s, with 4429', async (_, one) => {
    const raw = await RawSocket.signedIn(hub.url, client.token);
    for (let number = 0; number < 1000; number++) one(raw, number);
    expect(await raw.closed).toBe(4429);
  });
});

it('a socket accepts at most 100 operations, and a member at most 20 sockets', async () => {
  const raw = await RawSocket.signedIn(hub.url, client.token);
  for (let number = 1; number <= 101; number++) raw.subscribe(String(number), live);
  expect((await raw.errorsOf('101'))[0].extensions.code).toBe('TOO_MANY_OPERATIONS');
  expect(raw.messages.filter((it) => it.type === 'error')).toHaveLength(1);
  for (let number = 102; number <= 1000; number++) raw.subscribe(String(number), live);
  expect(await raw.closed).toBe(4429);

  const open = await Promise.all(Array.from({ length: 20 }, () => RawSocket.signedIn(hub.url, client.token)));
  const more = await RawSocket.open(hub.url);
  more.init(client.token);
  expect(await more.closed).toBe(4429);
  open[0]?.socket.close();
  await open[0]?.closed;
  const again = await RawSocket.signedIn(hub.url, client.token);
  for (const it of [...open, again]) it.close();
});

it('1,000 unauthenticated sockets do not affect open sockets; further sockets are refused with 503', async () => {
  const member = await RawSocket.signedIn(hub.url, client.token);
  // The hub closes a socket that does not authenticate within 5 s. A slow machine may need several attempts to have so
  // many at a time.
  let status = 101;
  for (let attempt = 1; status === 101 && attempt <= 20; attempt++) {
    const unauthenticated = await Promise.all(Array.from({ length: 1000 }, upgraded));
    const more = await upgraded();
    status = more.status;
    if (status === 503) {
      member.subscribe('next', '{ viewer { role } }');
      await member.message((it) => it.id === 'next');
    }
    for (const { socket } of [...unauthenticated, more]) socket.destroy();
  }
  expect(status).toBe(503);
  member.close();
});

/** Asks for a WebSocket without a library, to open many within a few seconds. */
async function upgraded(): Promise<{ readonly status: number; readonly socket: Socket }> {
  const { port, hostname, host } = new URL(hub.url);
  const socket = connect(Number(port), hostname).on('error', () => {});
  socket.write(
    `GET /graphql HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n` +
      'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n',
  );
  const [answer] = (await once(socket, 'data')) as [Buffer];
  return { status: Number(/^HTTP\/1.1 (\d+)/.exec(String(answer))?.[1]), socket };
}

it.each(['/', '/health/live', '/graphql/x', '/graphiql'])('no socket is opened at %s', async (path) => {
  const socket = new WebSocket(`${hub.url.replace('http', 'ws')}${path}`, 'graphql-transport-ws');
  const [, response] = await once(socket, 'unexpected-response');
  expect(response.statusCode).toBe(404);
  socket.on('error', () => {});
  socket.terminate();
});
