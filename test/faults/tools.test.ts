import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { asOwner } from '../kit/database.js';
import { TcpProxy } from '../kit/proxy.js';
import { embeddedServer } from '../kit/scratch-server.js';

describe('the proxy', () => {
  /** The server's sockets, which echo everything. */
  const others: Socket[] = [];
  const server = createServer((socket) => {
    others.push(socket);
    socket.on('error', () => {}).pipe(socket);
  });
  let proxy: TcpProxy;
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    proxy = await TcpProxy.open(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
  afterAll(async () => {
    await proxy.close();
    server.close();
  });

  beforeEach(() => {
    others.length = 0;
  });

  const open = async () => {
    const socket = connect(Number(new URL(proxy.url).port), '127.0.0.1').on('error', () => {});
    await once(socket, 'connect');
    return socket;
  };
  /** Sends a text; returns the echo and the number of its chunks. */
  const echo = async (socket: Socket, text: string) => {
    const pieces: string[] = [];
    socket.setNoDelay().write(text);
    while (pieces.join('').length < text.length) pieces.push(String((await once(socket, 'data'))[0]));
    return { said: pieces.join(''), pieces: pieces.length };
  };

  it('passes everything in order, including the end', async () => {
    const socket = await open();
    const text = 'all that is said, '.repeat(20_000);
    expect((await echo(socket, text)).said).toBe(text);
    socket.end();
    await once(socket, 'close');
    expect(proxy.connections).toBe(0);
  });

  it('delays data by the latency in both directions', async () => {
    const socket = await open();
    proxy.faults.latency = 50;
    const began = performance.now();
    await echo(socket, 'one');
    proxy.faults.latency = 0;
    expect(performance.now() - began).toBeGreaterThan(90);
    socket.destroy();
  });

  it('passes single bytes one at a time', async () => {
    const socket = await open();
    proxy.faults.pieces = { bytes: 1, pause: 2 };
    const { said, pieces } = await echo(socket, 'letter by letter');
    proxy.faults.pieces = { bytes: Number.POSITIVE_INFINITY, pause: 0 };
    expect(said).toBe('letter by letter');
    expect(pieces).toBeGreaterThan(5);
    socket.destroy();
  });

  it('passes nothing while it is stalled, not even the end, and everything afterwards', async () => {
    const [leaving, staying] = [await open(), await open()];
    await Promise.all([echo(leaving, 'a'), echo(staying, 'b')]);
    proxy.stall('received');
    staying.write('half open');
    const heard = once(staying, 'data');
    const late = await open();
    late.write('late');
    // The server receives from both sockets; no answer of the server passes.
    while (others.length < 3 || others.filter((it) => it.bytesRead > 1).length < 2) await delay(5);
    proxy.stall();
    leaving.resetAndDestroy();
    await delay(20);
    expect([staying.bytesRead, late.bytesRead, others.some((it) => it.destroyed)]).toEqual([1, 0, false]);
    proxy.resume();
    expect(String((await heard)[0])).toBe('half open');
    expect(String((await once(late, 'data'))[0])).toBe('late');
    for (const socket of [staying, late]) socket.destroy();
  });

  it('cuts the chosen connections on both sides', async () => {
    const sockets = [await open(), await open()] as const;
    for (const socket of sockets) await echo(socket, 'here');
    const closed = [sockets[0], others[0] as Socket].map(
      (it) => new Promise((resolve) => it.once('close', resolve)),
    );
    const which = [true, false];
    proxy.reset(() => which.shift() ?? false);
    await Promise.all(closed);
    expect(await echo(sockets[1], 'still here')).toMatchObject({ said: 'still here' });
    sockets[1].destroy();
  });
});

it.each(['fast', 'immediate', 'kill'] as const)(
  'a server that is stopped (%s) restarts on the same port with its data',
  async (how) => {
    const server = await embeddedServer();
    await asOwner(server.url, (owner) => owner.query('create table kept as select 1 as one'));
    await server.halt(how);
    await expect(asOwner(server.url, async () => {})).rejects.toThrow('ECONNREFUSED');
    await server.restart();
    const { rows } = await asOwner(server.url, (owner) => owner.query('select one from kept'));
    expect(rows).toEqual([{ one: 1 }]);
    await server.stop();
  },
);
