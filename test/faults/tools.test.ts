import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { asOwner } from '../kit/database.js';
import { TcpProxy } from '../kit/proxy.js';
import { embeddedServer } from '../kit/scratch-server.js';

describe('the proxy', () => {
  /** The server's sockets, which echo everything. */
  const serverSockets: Socket[] = [];
  const server = createServer((socket) => {
    serverSockets.push(socket);
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
    serverSockets.length = 0;
  });

  const open = async () => {
    const socket = connect(Number(new URL(proxy.url).port), '127.0.0.1').on('error', () => {});
    await once(socket, 'connect');
    return socket;
  };
  /** Sends a text; returns the text that comes back, and in how many chunks. */
  const echo = async (socket: Socket, text: string) => {
    const chunks: string[] = [];
    socket.setNoDelay().write(text);
    while (chunks.join('').length < text.length) chunks.push(String((await once(socket, 'data'))[0]));
    return { text: chunks.join(''), count: chunks.length };
  };

  it('passes everything in order, including the end of a connection', async () => {
    const socket = await open();
    const text = 'some text, '.repeat(20_000);
    expect((await echo(socket, text)).text).toBe(text);
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

  it('can pass one byte at a time', async () => {
    const socket = await open();
    proxy.faults.pieces = { bytes: 1, pause: 2 };
    const { text, count } = await echo(socket, 'byte by byte');
    proxy.faults.pieces = { bytes: Number.POSITIVE_INFINITY, pause: 0 };
    expect(text).toBe('byte by byte');
    expect(count).toBeGreaterThan(5);
    socket.destroy();
  });

  it('passes nothing while it is stalled, not even the end of a connection, and everything afterwards', async () => {
    const [closing, staying] = [await open(), await open()];
    await Promise.all([echo(closing, 'a'), echo(staying, 'b')]);
    proxy.stall('received');
    staying.write('half open');
    const received = once(staying, 'data');
    const late = await open();
    late.write('late');
    // The server receives from both sockets; no answer of the server passes.
    while (serverSockets.length < 3 || serverSockets.filter((it) => it.bytesRead > 1).length < 2)
      await delay(5);
    proxy.stall();
    closing.resetAndDestroy();
    await delay(20);
    expect([staying.bytesRead, late.bytesRead, serverSockets.some((it) => it.destroyed)]).toEqual([
      1,
      0,
      false,
    ]);
    proxy.resume();
    expect(String((await received)[0])).toBe('half open');
    expect(String((await once(late, 'data'))[0])).toBe('late');
    for (const socket of [staying, late]) socket.destroy();
  });

  it('resets the chosen connections on both sides', async () => {
    const sockets = [await open(), await open()] as const;
    for (const socket of sockets) await echo(socket, 'before');
    const closed = [sockets[0], serverSockets[0] as Socket].map(
      (it) => new Promise((resolve) => it.once('close', resolve)),
    );
    const decisions = [true, false];
    proxy.reset(() => decisions.shift() ?? false);
    await Promise.all(closed);
    expect(await echo(sockets[1], 'after')).toMatchObject({ text: 'after' });
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
