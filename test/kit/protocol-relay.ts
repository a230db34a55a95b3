import { connect, createServer, type Server, type Socket } from 'node:net';

/** Messages of one connection: the text of a simple query, or `execute` for an Execute message of the extended protocol. */
export type ClientMessages = readonly string[];

/**
 * A relay in front of a PostgreSQL server that parses the client's messages of the frontend protocol. It shows which
 * statements the server really receives, independently of what the client reports.
 */
export class ProtocolRelay {
  readonly #connections: string[][] = [];
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;

  private constructor(readonly target: URL) {
    this.#server = createServer((client) => this.#relay(client));
  }

  /** Opens a relay and returns it with the URL of the server through it. */
  static async open(url: string): Promise<{ relay: ProtocolRelay; url: string }> {
    const relay = new ProtocolRelay(new URL(url));
    await new Promise<void>((resolve) => relay.#server.listen(0, '127.0.0.1', resolve));
    const relayUrl = new URL(url);
    relayUrl.hostname = '127.0.0.1';
    relayUrl.port = String((relay.#server.address() as { port: number }).port);
    return { relay, url: relayUrl.href };
  }

  /** The messages that clients send during `work`, by connection. */
  async messagesDuring(work: () => Promise<unknown>): Promise<ClientMessages[]> {
    const before = this.#connections.map((sent) => sent.length);
    await work();
    return this.#connections
      .map((sent, index) => sent.slice(before[index] ?? 0))
      .filter((it) => it.length > 0);
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #relay(client: Socket): void {
    const server = connect(Number(this.target.port), this.target.hostname);
    const sent: string[] = [];
    this.#connections.push(sent);
    let rest = Buffer.alloc(0);
    let started = false;
    client.on('data', (chunk) => {
      rest = Buffer.concat([rest, chunk as Buffer]);
      for (;;) {
        // The first message has no type byte; the length of each message includes the length field itself.
        const at = started ? 1 : 0;
        if (rest.length < at + 4) return;
        const end = at + rest.readInt32BE(at);
        if (rest.length < end) return;
        const type = started ? String.fromCharCode(rest[0] as number) : '';
        if (type === 'Q') sent.push(rest.toString('utf8', 5, end - 1));
        if (type === 'E') sent.push('execute');
        started = true;
        rest = rest.subarray(end);
      }
    });
    client.pipe(server);
    server.pipe(client);
    for (const socket of [client, server]) {
      this.#sockets.add(socket);
      socket.on('error', () => {
        client.destroy();
        server.destroy();
      });
      socket.on('close', () => this.#sockets.delete(socket));
    }
  }
}
