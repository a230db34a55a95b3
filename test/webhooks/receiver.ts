import { createHmac, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A message as a receiver gets it. */
export interface Message {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What a receiver does with a message; nothing given, it says that it has it. */
export type Behaviour = (response: ServerResponse, message: Message) => void;

const takes: Behaviour = (response) => response.writeHead(204).end();

/** A partner's system that listens on this machine, and keeps what it gets. */
export class Receiver {
  readonly got: Message[] = [];
  behaves = takes;
  #heard = () => {};

  private constructor(private readonly server: Server) {}

  static async start(): Promise<Receiver> {
    const server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (part) => (body += part));
      request.once('end', () => {
        const message = { headers: request.headers, body };
        receiver.got.push(message);
        receiver.behaves(response, message);
        receiver.#heard();
      });
    });
    const receiver = new Receiver(server);
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return receiver;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/hub?key=1`;
  }

  /** The ids of the events that came, in the order in which they came. */
  get ids(): string[] {
    return this.got.map(({ headers }) => headers['webhook-id'] as string);
  }

  /** Waits until so many messages came. */
  async until(count: number): Promise<Message[]> {
    while (this.got.length < count) await new Promise<void>((resolve) => (this.#heard = resolve));
    return this.got;
  }

  /** Answers as it did at first, and forgets what came. */
  recovers(): void {
    this.behaves = takes;
    this.got.length = 0;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }
}

/** Whether a message is genuine, by the code that docs/webhooks.md gives to integrators. */
export const isGenuine = await (async () => {
  const page = await readFile(new URL('../../docs/webhooks.md', import.meta.url), 'utf8');
  const [, code = ''] = /```js\nimport [^\n]+\n([\s\S]+?)```/.exec(page) ?? [];
  const make = new Function('createHmac', 'timingSafeEqual', `${code}; return isGenuine;`);
  return make(createHmac, timingSafeEqual) as (
    secret: string,
    headers: IncomingHttpHeaders,
    body: string,
  ) => boolean;
})();
