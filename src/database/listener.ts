import pg from 'pg';
import type { Logger } from 'pino';
import { connectionTimeouts } from './timeouts.js';

/** How long to wait before a lost connection is opened anew, in milliseconds. */
const retryAfter = 1000;

/** The interval of the liveness query on the connection, which may be idle for hours, in milliseconds. */
const probeEvery = 5000;

/**
 * The connection that runs LISTEN. It is opened anew when it is lost. Notifications have no payload and may be lost,
 * so those who listen must also poll, or forget after some time.
 */
export class Listener {
  readonly #heard = new Map<string, () => void>();
  readonly #opened: (() => Promise<void>)[] = [];
  readonly #notifying = new Map<string, { again: boolean }>();
  #client: pg.Client | undefined;
  #stopped = false;

  /**
   * @param url the URL of the login role
   * @param pool sends notifications while the connection is lost
   */
  constructor(
    private readonly url: string,
    private readonly pool: pg.Pool,
    private readonly log: Logger,
  ) {}

  /** Registers, before the start, the callback for notifications on a channel. */
  on(channel: string, heard: () => void): void {
    this.#heard.set(channel, heard);
  }

  /** Registers, before the start, what to do on each new connection: notifications before it may have been lost. */
  onOpened(opened: () => Promise<void>): void {
    this.#opened.push(opened);
  }

  async start(): Promise<void> {
    await this.#open();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#client?.end().catch(() => {});
  }

  /**
   * Notifies all processes, this one too. It runs in a transaction of its own, one at a time, because NOTIFY takes a
   * server-wide lock at commit; and on the LISTEN connection, because readers may keep the pool busy for long.
   */
  async notify(channel: string): Promise<void> {
    const running = this.#notifying.get(channel);
    if (running) {
      running.again = true;
      return;
    }
    const state = { again: false };
    this.#notifying.set(channel, state);
    do {
      state.again = false;
      await (this.#client ?? this.pool).query(`notify ${channel}`).catch(() => {});
    } while (state.again);
    this.#notifying.delete(channel);
  }

  async #open(): Promise<void> {
    const client = new pg.Client({
      ...connectionTimeouts,
      connectionString: this.url,
      application_name: 'partner-hub wake-ups',
    });
    let isLost = false;
    // A query that times out ends the connection.
    const probe = setInterval(() => void client.query('select').catch(() => {}), probeEvery).unref();
    const lost = () => {
      isLost = true;
      clearInterval(probe);
      if (this.#client !== client || this.#stopped) return;
      this.#client = undefined;
      this.log.warn('the wake-up connection was lost; polling for events until it is back');
      this.#openLater();
    };
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', ({ channel }) => this.#heard.get(channel)?.());
    try {
      await client.connect();
      for (const channel of this.#heard.keys()) await client.query(`listen ${channel}`);
      for (const opened of this.#opened) await opened();
      if (isLost) throw new Error('the wake-up connection was lost while it was being set up');
    } catch (error) {
      clearInterval(probe);
      await client.end().catch(() => {});
      throw error;
    }
    if (this.#stopped) return client.end();
    this.#client = client;
    for (const heard of this.#heard.values()) heard();
  }

  #openLater(): void {
    setTimeout(() => {
      if (!this.#stopped) this.#open().catch(() => this.#openLater());
    }, retryAfter).unref();
  }
}
