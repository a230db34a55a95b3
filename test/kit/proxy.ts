import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as delay, setImmediate as turn } from 'node:timers/promises';

/** A direction, as the one sees it who has connected. */
export type Direction = 'sent' | 'received';

/** What a connection does to what goes through it. Changes hold for connections that are open, too. */
export interface Faults {
  /** How long each piece is under way, in milliseconds. */
  latency: number;
  /** The most bytes that go on at once, and the pause after each piece, in milliseconds. */
  pieces: { bytes: number; pause: number };
}

/** How much may be under way before no more is read, in bytes. */
const room = 64 * 1024;

/** A TCP proxy in front of a server, with the faults of a network. */
export class TcpProxy {
  readonly faults: Faults = { latency: 0, pieces: { bytes: Number.POSITIVE_INFINITY, pause: 0 } };
  /** The target's address by way of the proxy. */
  readonly url: string;
  readonly #links = new Set<Link>();
  readonly #stalled = new Set<Direction>();

  private constructor(
    private readonly server: Server,
    private target: URL,
  ) {
    const through = new URL(target);
    through.hostname = '127.0.0.1';
    through.port = String((server.address() as AddressInfo).port);
    // A URL of HTTP has a slash that clients put a path behind.
    this.url = through.href.replace(/\/$/, '');
    server.on('connection', (client) => this.#link(client));
  }

  /** A proxy in front of the server at an address of any scheme. */
  static async open(url: string): Promise<TcpProxy> {
    // Half open when one side has ended: what the other still says goes through.
    const server = createServer({ allowHalfOpen: true, noDelay: true }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new TcpProxy(server, new URL(url));
  }

  /** How many connections there are. */
  get connections(): number {
    return this.#links.size;
  }

  /**
   * Nothing goes through any more, nor the end of a connection, and neither side is told: as when a cable
   * is cut, or the other side neither reads nor answers. New connections are taken and go nowhere either.
   * @param directions one of them is a half-open connection
   */
  stall(...directions: Direction[]): void {
    for (const direction of directions.length > 0 ? directions : (['sent', 'received'] as const))
      this.#stalled.add(direction);
    for (const link of this.#links) link.heed();
  }

  /** Everything goes on where it had stopped, and what was sent meanwhile arrives. */
  resume(): void {
    this.#stalled.clear();
    for (const link of this.#links) link.heed();
  }

  /** Breaks connections off with RST, on both sides: all, or each of which this says so. */
  reset(which: () => boolean = () => true): void {
    for (const link of [...this.#links]) if (which()) link.reset();
  }

  /** Leads to another server from now on, as when that takes over an address; who is connected is broken off. */
  leadTo(url: string): void {
    this.target = new URL(url);
    this.reset();
  }

  async close(): Promise<void> {
    this.reset();
    this.server.close();
    await once(this.server, 'close');
  }

  #link(client: Socket): void {
    const server = connect({
      port: Number(this.target.port),
      host: this.target.hostname,
      allowHalfOpen: true,
      noDelay: true,
    });
    const link = new Link(client, server, this.faults, this.#stalled, () => this.#links.delete(link));
    this.#links.add(link);
  }
}

/** One connection through the proxy. */
class Link {
  readonly #lanes: readonly Lane[];

  constructor(
    private readonly client: Socket,
    private readonly server: Socket,
    faults: Faults,
    stalled: ReadonlySet<Direction>,
    onEnd: () => void,
  ) {
    this.#lanes = [
      new Lane(client, server, 'sent', faults, stalled),
      new Lane(server, client, 'received', faults, stalled),
    ];
    for (const socket of [client, server]) {
      socket.on('error', () => {});
      // Nobody learns of it while nothing goes through.
      socket.on('close', (hadError) => {
        const other = socket === client ? server : client;
        if (hadError && stalled.size === 0) other.resetAndDestroy();
        if (client.destroyed && server.destroyed) onEnd();
      });
    }
  }

  heed(): void {
    for (const lane of this.#lanes) lane.heed();
    // One of them broke off meanwhile.
    if (this.client.destroyed !== this.server.destroyed && !this.#lanes.some((it) => it.stalled)) {
      for (const socket of [this.client, this.server]) socket.resetAndDestroy();
    }
  }

  reset(): void {
    this.client.resetAndDestroy();
    this.server.resetAndDestroy();
  }
}

/** What goes through a connection in one direction, piece after piece. */
class Lane {
  #last: Promise<void> = Promise.resolve();
  #underWay = 0;
  #goOn: (() => void) | undefined;

  constructor(
    private readonly from: Socket,
    private readonly to: Socket,
    private readonly direction: Direction,
    private readonly faults: Faults,
    private readonly stalling: ReadonlySet<Direction>,
  ) {
    from.on('data', (chunk: Buffer) => {
      this.#underWay += chunk.length;
      this.#follow(async () => {
        await this.#carry(chunk);
        this.#underWay -= chunk.length;
      });
      this.heed();
    });
    from.on('end', () => this.#follow(async () => void to.end()));
    this.heed();
  }

  get stalled(): boolean {
    return this.stalling.has(this.direction);
  }

  /** Reads on, or does not. */
  heed(): void {
    if (this.stalled || this.#underWay > room) {
      this.from.pause();
      return;
    }
    this.#goOn?.();
    this.from.resume();
  }

  /** Does this after all that came before, once its time under way is over and things go through. */
  #follow(work: () => Promise<void>): void {
    const due = performance.now() + this.faults.latency;
    this.#last = this.#last.then(async () => {
      const early = due - performance.now();
      if (early > 0) await delay(early);
      while (this.stalled && !this.to.destroyed) await new Promise<void>((resolve) => (this.#goOn = resolve));
      await work();
      this.heed();
    });
  }

  async #carry(chunk: Buffer): Promise<void> {
    for (let at = 0; at < chunk.length && !this.to.destroyed; ) {
      const { bytes, pause } = this.faults.pieces;
      const piece = chunk.subarray(at, at + bytes);
      at += piece.length;
      if (!this.to.write(piece))
        await Promise.race([once(this.to, 'drain'), once(this.to, 'close')]).catch(() => {});
      if (at >= chunk.length) return;
      // A turn of its own for each, or they would leave together.
      await (pause > 0 ? delay(pause) : turn());
    }
  }
}
