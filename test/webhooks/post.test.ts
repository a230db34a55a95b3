import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import tls from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, post } from '../../src/features/webhooks/post.js';
import { AddressPolicy } from '../../src/network/address-policy.js';
import { type Behaviour, Receiver } from './receiver.js';
import { selfSigned } from './self-signed.js';

const here = { address: '127.0.0.1', family: 4 };
const allowing = new AddressPolicy(['127.0.0.0/8', 'localhost']);
const running = new AbortController().signal;
const message = { headers: { 'content-type': 'application/json' }, body: '{"é":1}' };
const send = (address: string, addressPolicy = allowing, timeout?: number): Promise<Answer> =>
  post({ address, ...message }, addressPolicy, running, timeout);

describe('a message of a webhook', () => {
  let receiver: Receiver;
  beforeAll(async () => {
    receiver = await Receiver.start();
  });
  afterAll(() => receiver.stop());

  const answers: [name: string, behaviour: Behaviour, answer: Answer][] = [
    ['200', (it) => it.writeHead(200).end('thank you'), { status: 200 }],
    ['204', (it) => it.writeHead(204).end(), { status: 204 }],
    ['500', (it) => it.writeHead(500).end('for Ada Lovelace'), { status: 500, problem: 'REFUSED' }],
    ['410', (it) => it.writeHead(410).end(), { status: 410, problem: 'REFUSED' }],
    [
      'a redirect',
      (it) => it.writeHead(307, { location: 'http://127.0.0.1:1/' }).end(),
      { status: 307, problem: 'REFUSED' },
    ],
    ['a reset', (it) => it.destroy(), { problem: 'NOT_REACHED' }],
    [
      'a reset in the middle',
      (it) => it.writeHead(200, { 'content-length': 9 }).write('1', () => it.destroy()),
      { problem: 'NOT_REACHED' },
    ],
    [
      'another protocol',
      (it) => it.socket?.end('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'),
      { problem: 'NOT_REACHED' },
    ],
    ['a protocol other than HTTP', (it) => it.socket?.end('SSH-2.0-x\r\n'), { problem: 'NOT_REACHED' }],
    [
      'an endless body',
      (it) => {
        it.writeHead(200);
        const pour = () => {
          while (!it.destroyed && it.write(Buffer.alloc(65_536)));
        };
        it.on('drain', pour).on('error', () => {});
        pour();
      },
      { status: 200 },
    ],
  ];
  it.each(answers)('that is answered by %s gets the matching result', async (_, behaviour, answer) => {
    receiver.reset();
    receiver.behaves = behaviour;
    expect(await send(receiver.address)).toEqual(answer);
    expect(receiver.got.map(({ body }) => body)).toEqual([message.body]);
  });

  it('times out as a whole: without an answer, with a slow body, and with a slow name lookup', async () => {
    receiver.behaves = () => {};
    expect(await send(receiver.address, allowing, 200)).toEqual({ problem: 'TOO_SLOW' });
    receiver.behaves = (it) => {
      it.writeHead(200);
      const drops = setInterval(() => it.write('.'), 20);
      it.on('close', () => clearInterval(drops));
    };
    expect(await send(receiver.address, allowing, 300)).toEqual({ problem: 'TOO_SLOW' });
    const never = new AddressPolicy([], () => new Promise(() => {}));
    expect(await send('https://partner.example/', never, 100)).toEqual({ problem: 'TOO_SLOW' });
  });

  it('is sent to the address that was checked (no DNS rebinding)', async () => {
    receiver.reset();
    const { port } = new URL(receiver.address);
    let asked = 0;
    const rebinding = new AddressPolicy(['127.0.0.2'], async () => [
      asked++ === 0 ? { address: '127.0.0.2', family: 4 } : here,
    ]);
    expect(await send(`http://rebinding.example:${port}/`, rebinding)).toEqual({ problem: 'NOT_REACHED' });
    expect([asked, receiver.got]).toEqual([1, []]);
    const steady = new AddressPolicy(['127.0.0.1'], async () => [here]);
    expect(await send(`http://steady.example:${port}/`, steady)).toEqual({ status: 204 });
    expect(receiver.got[0]?.headers.host).toBe(`steady.example:${port}`);
  });

  it('reports the same problem for a refused address, an unknown name and a closed port', async () => {
    const strict = new AddressPolicy([]);
    const unknown = new AddressPolicy([], async () => {
      throw Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' });
    });
    const stopped = await Receiver.start();
    const { address } = stopped;
    await stopped.stop();
    const same = { problem: 'NOT_REACHED' };
    expect(await send(receiver.address, strict)).toEqual(same);
    expect(await send('https://127.0.0.1/', strict)).toEqual(same);
    expect(await send('https://partner.example/', unknown)).toEqual(same);
    expect(await send(address)).toEqual(same);
  });

  it('is not sent to a receiver with an untrusted certificate or one for another name', async () => {
    let delivered = 0;
    const server = createServer(selfSigned, (_, response) => {
      delivered++;
      response.end();
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const before = tls.getCACertificates('default');
    try {
      expect(await send(`https://localhost:${port}/`)).toEqual({ problem: 'NOT_REACHED' });
      expect(delivered).toBe(0);
      tls.setDefaultCACertificates([...before, selfSigned.cert]);
      expect(await send(`https://localhost:${port}/`)).toEqual({ status: 200 });
      // Trusted, but for another name.
      const other = new AddressPolicy(['other.example'], async () => [here]);
      expect(await send(`https://other.example:${port}/`, other)).toEqual({ problem: 'NOT_REACHED' });
      expect(delivered).toBe(1);
    } finally {
      tls.setDefaultCACertificates(before);
      server.close();
    }
  });
});
