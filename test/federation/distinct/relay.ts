import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the hub sent to a party, and what it answered. */
export interface Exchange {
  readonly path: string;
  readonly sent: Buffer;
  readonly answer: Buffer;
}

/** Passes requests on to a party and keeps what went through. */
export class Relay {
  readonly exchanges: Exchange[] = [];
  /** Called before a request is passed on, with the step of the run; when it fails, the connection is cut. */
  before: (step: string) => Promise<void> = async () => {};
  url = '';
  readonly #server = createServer(async (incoming, outgoing) => {
    const sent = Buffer.concat(await incoming.toArray());
    const path = incoming.url ?? '';
    try {
      await this.before(path.split('/').at(-1) ?? '');
    } catch {
      outgoing.destroy();
      return;
    }
    const { method, headers } = incoming;
    const onward = request(new URL(path, this.target), { method, headers }, async (answered) => {
      const answer = Buffer.concat(await answered.toArray());
      this.exchanges.push({ path, sent, answer });
      outgoing.writeHead(answered.statusCode ?? 500, answered.headers).end(answer);
    });
    onward.on('error', () => outgoing.destroy());
    onward.end(sent);
  });

  private constructor(public target: string) {}

  static async to(target: string): Promise<Relay> {
    const relay = new Relay(target);
    await new Promise<void>((resolve) => relay.#server.listen(0, '127.0.0.1', resolve));
    relay.url = `http://127.0.0.1:${(relay.#server.address() as AddressInfo).port}/graphql`;
    return relay;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

/** The values in bytes. */
export function valuesIn(bytes: Buffer): string[] {
  return Array.from({ length: bytes.length / 32 }, (_, index) =>
    bytes.subarray(index * 32, index * 32 + 32).toString('hex'),
  );
}
