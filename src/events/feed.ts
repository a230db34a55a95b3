import pg from 'pg';
import type { Logger } from 'pino';
import { NIL } from 'uuid';
import type { Database } from '../database/database.js';
import { type DatabaseRole, systemRole } from '../database/database-role.js';
import { noticesLoss } from '../database/timeouts.js';
import { cursorExpired, explained } from '../graphql/errors.js';
import { parseCursor } from '../graphql/read/cursor.js';
import { eventOrder } from './order.js';
import { type Position, Subscriber, type Transport } from './subscriber.js';

/** The channel of the wake-ups. They carry nothing, and may be lost: there is a poll behind them. */
const channel = 'hub_event';

/** The longest that an event waits when every wake-up is lost, in milliseconds. */
const pollEvery = 1000;

/**
 * How soon to look again when an event waits for an older transaction that still runs, in milliseconds.
 * Doubles up to {@link longestRetry} while the transaction lasts: it may be any transaction of the server
 * that writes, of another database too, and take minutes.
 */
const retryAfter = 15;
const longestRetry = 200;

/** How often the connection for wake-ups, which may be silent for hours, is asked whether it is there, in milliseconds. */
const askEvery = 5000;

const pageSize = 500;

interface EventRow {
  readonly id: string;
  readonly xid: string;
  readonly partner_id: string;
  readonly topic: string;
  readonly settled: boolean;
}

/**
 * Carries the events of all hub processes to the subscribers of this one: reads the settled events in
 * order after its own position, when woken and at least every second, and hands each to the
 * subscribers of its partner and topic.
 */
export class Feed {
  readonly #subscribers = new Map<string, Set<Subscriber>>();
  readonly #news: (() => void)[] = [];
  readonly #url: string;
  #position: Position | undefined;
  #listener: pg.Client | undefined;
  #poll: NodeJS.Timeout | undefined;
  #epoch: string | undefined;
  #retry: NodeJS.Timeout | undefined;
  #retryAfter = retryAfter;
  #reading = false;
  #again = false;
  #notifying = false;
  #notifyAgain = false;
  #stopped = false;

  /** @param url the login role's, for a connection that listens */
  constructor(
    private readonly database: Database,
    url: string,
    private readonly log: Logger,
  ) {
    this.#url = url;
  }

  /** Starts from now: only what settles later is dispatched. */
  async start(): Promise<void> {
    await this.#listen();
    this.#poll = setInterval(() => this.#look(), pollEvery);
  }

  /** How many readers there are now. */
  get subscribers(): number {
    return [...this.#subscribers.values()].reduce((count, group) => count + group.size, 0);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#poll);
    clearTimeout(this.#retry);
    await Promise.all([...this.#subscribers.values()].flatMap((them) => [...them].map((it) => it.return())));
    await this.#listener?.end().catch(() => {});
  }

  /** Tells this process and the others that an act has committed. Never waits, never fails. */
  readonly wake = (): void => {
    this.#look();
    void this.#notify();
  };

  /** Calls back, with nothing, each time that events have settled, of whatever topic. */
  whenNews(listener: () => void): void {
    this.#news.push(listener);
  }

  /**
   * The events of a topic for a partner: those after the cursor, then live; without a cursor from now on.
   * Missed ones are read under the session's rights. A reader whose transport is blocked is dismissed by it.
   * @throws a client's error when the cursor is malformed, or from before a restore
   */
  async subscribe(
    databaseRole: DatabaseRole,
    partnerId: string,
    topic: string,
    after?: string | null,
    transport?: Transport,
  ): Promise<Subscriber> {
    if (!this.#position) throw new Error('the feed has not started');
    const cursor = after == null ? undefined : parseCursor(eventOrder, after, 'after');
    const [xid, id] = cursor?.keys ?? [];
    const start = cursor ? { xid: BigInt(xid as string), id: id as string } : this.#position;
    const key = `${partnerId} ${topic}`;
    const group = this.#subscribers.get(key) ?? new Set();
    this.#subscribers.set(key, group);
    const subscriber = new Subscriber(
      start,
      cursor !== undefined,
      (place) => this.#replay(databaseRole, topic, place),
      () => {
        group.delete(subscriber);
        if (group.size === 0 && this.#subscribers.get(key) === group) this.#subscribers.delete(key);
      },
      transport,
    );
    group.add(subscriber);
    if (cursor) {
      const check = { text: 'select access.same_epoch($1)', values: [cursor.epoch] };
      await this.database.reader.read(databaseRole, [check]).catch(async (error: unknown) => {
        await subscriber.return();
        throw explained(error);
      });
    }
    return subscriber;
  }

  #look(): void {
    if (this.#stopped) return;
    if (this.#reading) {
      this.#again = true;
      return;
    }
    this.#reading = true;
    this.#read()
      .catch((error: Error) =>
        this.log.warn({ reason: error.message }, 'events could not be read; trying again'),
      )
      .finally(() => {
        this.#reading = false;
        if (this.#again) {
          this.#again = false;
          this.#look();
        }
      });
  }

  async #read(): Promise<void> {
    for (;;) {
      const { xid, id } = this.#position as Position;
      const epoch = this.#epoch;
      const [rows = []] = await this.database.reader.read<EventRow>(systemRole, [
        {
          text: `select id, xid::text, partner_id, topic, xid < pg_snapshot_xmin(pg_current_snapshot()) as settled
            from event where (xid, id) > ($1::xid8, $2::uuid) order by event.xid, id limit ${pageSize}`,
          values: [String(xid), id],
        },
      ]);
      if (this.#epoch !== epoch) return;
      const unsettled = rows.findIndex((row) => !row.settled);
      const settled = unsettled < 0 ? rows : rows.slice(0, unsettled);
      for (const row of settled) this.#dispatch(row);
      if (settled.length > 0) {
        this.#retryAfter = retryAfter;
        for (const listener of this.#news) listener();
      }
      if (unsettled >= 0) return this.#lookLater();
      if (rows.length < pageSize) return;
    }
  }

  #dispatch(row: EventRow): void {
    const event = { xid: BigInt(row.xid), id: row.id };
    this.#position = event;
    for (const subscriber of this.#subscribers.get(`${row.partner_id} ${row.topic}`) ?? [])
      subscriber.take(event);
  }

  /** One timer for all who want it: each event that waits is news of its own and would start another. */
  #lookLater(): void {
    if (this.#retry) return;
    this.#retry = setTimeout(() => {
      this.#retry = undefined;
      this.#look();
    }, this.#retryAfter).unref();
    this.#retryAfter = Math.min(this.#retryAfter * 2, longestRetry);
  }

  async #replay(databaseRole: DatabaseRole, topic: string, { xid, id }: Position): Promise<Position[]> {
    const [rows = []] = await this.database.reader.read<{ id: string; xid: string }>(databaseRole, [
      {
        text: `select id, xid::text from event
          where partner_id = (select access.partner_id()) and topic = $1 and (xid, id) > ($2::xid8, $3::uuid)
            and xid < (select pg_snapshot_xmin(pg_current_snapshot()))
          order by event.xid, id limit ${pageSize}`,
        values: [topic, String(xid), id],
      },
    ]);
    return rows.map((row) => ({ xid: BigInt(row.xid), id: row.id }));
  }

  /**
   * In a transaction of its own, and one at a time: NOTIFY takes a lock of the whole server at commit.
   * By the connection that listens, because the pool may be busy with readers for long.
   */
  async #notify(): Promise<void> {
    if (this.#notifying) {
      this.#notifyAgain = true;
      return;
    }
    this.#notifying = true;
    do {
      this.#notifyAgain = false;
      await (this.#listener ?? this.database.pool).query(`notify ${channel}`).catch(() => {});
    } while (this.#notifyAgain);
    this.#notifying = false;
  }

  async #listen(): Promise<void> {
    const client = new pg.Client({
      ...noticesLoss,
      connectionString: this.#url,
      application_name: 'partner-hub wake-ups',
    });
    let gone = false;
    // Unanswered, it ends the connection.
    const asking = setInterval(() => void client.query('select').catch(() => {}), askEvery).unref();
    const lost = () => {
      gone = true;
      clearInterval(asking);
      if (this.#listener !== client || this.#stopped) return;
      this.#listener = undefined;
      this.log.warn('the connection for wake-ups was lost; events come by polling until it is back');
      this.#relistenLater();
    };
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', () => this.#look());
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      await this.#orient();
      if (gone) throw new Error('the connection for wake-ups was lost at once');
    } catch (error) {
      clearInterval(asking);
      await client.end().catch(() => {});
      throw error;
    }
    if (this.#stopped) return client.end();
    this.#listener = client;
    this.#look();
  }

  #relistenLater(): void {
    setTimeout(() => {
      if (!this.#stopped) this.#listen().catch(() => this.#relistenLater());
    }, pollEvery).unref();
  }

  /**
   * Takes its place in the database that it has reached. Behind a new connection there may be another
   * history than before (a backup restored, a standby promoted), in which the old place means nothing
   * and nobody can be told what was missed.
   */
  async #orient(): Promise<void> {
    const [[now] = []] = await this.database.reader.read<{ epoch: string; xid: string }>(systemRole, [
      { text: 'select access.epoch(), pg_snapshot_xmin(pg_current_snapshot())::text as xid', values: [] },
    ]);
    if (!now || now.epoch === this.#epoch) return;
    this.#epoch = now.epoch;
    this.#position = { xid: BigInt(now.xid), id: NIL };
    for (const subscriber of [...this.#subscribers.values()].flatMap((group) => [...group]))
      subscriber.fail(cursorExpired());
  }
}
