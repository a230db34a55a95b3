import { createHmac, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A message as the receiver got it. */
export interface Message {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** How a receiver answers a message; by default with 204. */
export type Behaviour = (response: ServerResponse, message: Message) => void;

const accepts: Behaviour = (response) => response.writeHead(204).end();

/** A receiver of webhooks on this machine that stores the messages it gets. */
export class Receiver {
  readonly got: Message[] = [];
  behaves = accepts;
  #onMessage = () => {};

  private constructor(private readonly server: Server) {}

  static async start(): Promise<Receiver> {
    const server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (part) => (body += part));
      request.once('end', () => {
        const message = { headers: request.headers, body };
        receiver.got.push(message);
        receiver.behaves(response, message);
        receiver.#onMessage();
      });
    });
    const receiver = new Receiver(server);
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return receiver;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/hub?key=1`;
  }

  /** The event ids of the received messages, in the order of arrival. */
  get ids(): string[] {
    return this.got.map(({ headers }) => headers['webhook-id'] as string);
  }

  /** Waits until this many messages have arrived. */
  async until(count: number): Promise<Message[]> {
    while (this.got.length < count) await new Promise<void>((resolve) => (this.#onMessage = resolve));
    return this.got;
  }

  /** Resets the behaviour and the stored messages. */
  reset(): void {
    this.behaves = accepts;
    this.got.length = 0;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }
}

/** Verifies a message with the code in docs/webhooks.md. */
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
