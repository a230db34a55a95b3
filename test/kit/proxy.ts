import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as delay, setImmediate as turn } from 'node:timers/promises';

/** A direction, from the client's point of view. */
export type Direction = 'sent' | 'received';

/** Faults of the connections. Changes also apply to open connections. */
export interface Faults {
  /** Delay of each chunk, in milliseconds. */
  latency: number;
  /** The pieces in which chunks are forwarded: their maximum number of bytes, and the pause after each in ms. */
  pieces: { bytes: number; pause: number };
}

/** High-water mark: reading pauses above this number of buffered bytes. */
const maxBuffered = 64 * 1024;

/** A TCP proxy in front of a server that simulates network faults. */
export class TcpProxy {
  readonly faults: Faults = { latency: 0, pieces: { bytes: Number.POSITIVE_INFINITY, pause: 0 } };
  /** The target's URL through the proxy. */
  readonly url: string;
  readonly #connections = new Set<ProxiedConnection>();
  readonly #stalled = new Set<Direction>();

  private constructor(
    private readonly server: Server,
    private target: URL,
  ) {
    const proxyUrl = new URL(target);
    proxyUrl.hostname = '127.0.0.1';
    proxyUrl.port = String((server.address() as AddressInfo).port);
    // Without the trailing slash of an HTTP URL, because clients append a path.
    this.url = proxyUrl.href.replace(/\/$/, '');
    server.on('connection', (client) => this.#connect(client));
  }

  /** Opens a proxy in front of the server at a URL of any scheme. */
  static async open(url: string): Promise<TcpProxy> {
    // Half-open connections: after one side has ended, data of the other side are still forwarded.
    const server = createServer({ allowHalfOpen: true, noDelay: true }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new TcpProxy(server, new URL(url));
  }

  /** Number of open connections. */
  get connections(): number {
    return this.#connections.size;
  }

  /**
   * Stops forwarding data and connection ends without notice to either side, as when a cable is cut or when the other
   * side neither reads nor answers. New connections are accepted but not forwarded.
   * @param directions both by default; stalling one direction simulates a half-open connection
   */
  stall(...directions: Direction[]): void {
    for (const direction of directions.length > 0 ? directions : (['sent', 'received'] as const))
      this.#stalled.add(direction);
    for (const link of this.#connections) link.update();
  }

  /** Continues forwarding; data sent meanwhile are delivered. */
  resume(): void {
    this.#stalled.clear();
    for (const link of this.#connections) link.update();
  }

  /** Resets all connections, or those for which `filter` returns true, with RST on both sides. */
  reset(filter: () => boolean = () => true): void {
    for (const link of [...this.#connections]) if (filter()) link.reset();
  }

  /** Resets open connections and forwards new ones to another server, as after a failover. */
  forwardTo(url: string): void {
    this.target = new URL(url);
    this.reset();
  }

  async close(): Promise<void> {
    this.reset();
    this.server.close();
    await once(this.server, 'close');
  }

  #connect(client: Socket): void {
    const server = connect({
      port: Number(this.target.port),
      host: this.target.hostname,
      allowHalfOpen: true,
      noDelay: true,
    });
    const connection = new ProxiedConnection(client, server, this.faults, this.#stalled, () =>
      this.#connections.delete(connection),
    );
    this.#connections.add(connection);
  }
}

/** One connection through the proxy. */
class ProxiedConnection {
  readonly #forwarders: readonly Forwarder[];

  constructor(
    private readonly client: Socket,
    private readonly server: Socket,
    faults: Faults,
    stalled: ReadonlySet<Direction>,
    onEnd: () => void,
  ) {
    this.#forwarders = [
      new Forwarder(client, server, 'sent', faults, stalled),
      new Forwarder(server, client, 'received', faults, stalled),
    ];
    for (const socket of [client, server]) {
      socket.on('error', () => {});
      // While the proxy is stalled, the other side is not notified.
      socket.on('close', (hadError) => {
        const other = socket === client ? server : client;
        if (hadError && stalled.size === 0) other.resetAndDestroy();
        if (client.destroyed && server.destroyed) onEnd();
      });
    }
  }

  update(): void {
    for (const lane of this.#forwarders) lane.update();
    // One side has closed the connection while the proxy was stalled.
    if (this.client.destroyed !== this.server.destroyed && !this.#forwarders.some((it) => it.stalled)) {
      for (const socket of [this.client, this.server]) socket.resetAndDestroy();
    }
  }

  reset(): void {
    this.client.resetAndDestroy();
    this.server.resetAndDestroy();
  }
}

/** Forwards the chunks of one direction of a connection, in order. */
class Forwarder {
  #last: Promise<void> = Promise.resolve();
  #buffered = 0;
  #resume: (() => void) | undefined;

  constructor(
    private readonly from: Socket,
    private readonly to: Socket,
    private readonly direction: Direction,
    private readonly faults: Faults,
    private readonly stalledDirections: ReadonlySet<Direction>,
  ) {
    from.on('data', (chunk: Buffer) => {
      this.#buffered += chunk.length;
      this.#enqueue(async () => {
        await this.#forward(chunk);
        this.#buffered -= chunk.length;
      });
      this.update();
    });
    from.on('end', () => this.#enqueue(async () => void to.end()));
    this.update();
  }

  get stalled(): boolean {
    return this.stalledDirections.has(this.direction);
  }

  /** Pauses or resumes reading. */
  update(): void {
    if (this.stalled || this.#buffered > maxBuffered) {
      this.from.pause();
      return;
    }
    this.#resume?.();
    this.from.resume();
  }

  /** Runs `work` after all earlier work, once its latency has passed and the direction is not stalled. */
  #enqueue(work: () => Promise<void>): void {
    const due = performance.now() + this.faults.latency;
    this.#last = this.#last.then(async () => {
      const remaining = due - performance.now();
      if (remaining > 0) await delay(remaining);
      while (this.stalled && !this.to.destroyed)
        await new Promise<void>((resolve) => (this.#resume = resolve));
      await work();
      this.update();
    });
  }

  async #forward(chunk: Buffer): Promise<void> {
    for (let at = 0; at < chunk.length && !this.to.destroyed; ) {
      const { bytes, pause } = this.faults.pieces;
      const piece = chunk.subarray(at, at + bytes);
      at += piece.length;
      if (!this.to.write(piece))
        await Promise.race([once(this.to, 'drain'), once(this.to, 'close')]).catch(() => {});
      if (at >= chunk.length) return;
      // One turn of the event loop per piece; otherwise several pieces would be sent together.
      await (pause > 0 ? delay(pause) : turn());
    }
  }
}
