import type { Logger } from 'pino';
import { NIL } from 'uuid';
import type { Database } from '../database/database.js';
import { type DatabaseRole, systemRole } from '../database/database-role.js';
import type { Listener } from '../database/listener.js';
import { cursorExpired, explained } from '../graphql/errors.js';
import { parseCursor } from '../graphql/read/cursor.js';
import { eventOrder } from './order.js';
import { type Position, Subscriber, type Transport } from './subscriber.js';
import type { Topic } from './topics.js';

/** The NOTIFY channel of the wake-ups. They have no payload and may be lost: polling covers a lost one. */
const channel = 'hub_event';

/** The polling interval, in milliseconds: the maximum delay of an event when every wake-up is lost. */
const pollEvery = 1000;

/**
 * The first delay before a new read when an event waits for an older running transaction, in milliseconds.
 * Doubles up to {@link longestRetry} while that transaction runs. It may be any writing transaction of the
 * server, also of another database, and may take minutes.
 */
const retryAfter = 15;
const longestRetry = 200;

const pageSize = 500;

interface EventRow {
  readonly id: string;
  readonly xid: string;
  readonly partner_id: string;
  readonly to_member_id: string | null;
  readonly topic: string;
  readonly subject: string;
  readonly settled: boolean;
}

/** The events of a topic, about all objects or about one. */
export interface EventSelection {
  readonly topic: string;
  /** The key of the object. */
  readonly subject?: string | undefined;
}

/** The key of the subscribers to the same events. */
const groupOf = (recipient: string, { topic, subject = '' }: EventSelection) =>
  `${recipient} ${topic} ${subject}`;

/**
 * Delivers the events of all hub processes to the subscribers of this process. Reads the settled events after its
 * own position, in order, on each wake-up and at least every second. Dispatches each event to the subscribers of
 * its recipient and topic.
 */
export class Feed {
  readonly #subscribers = new Map<string, Set<Subscriber>>();
  readonly #listeners: (() => void)[] = [];
  readonly #committed = new Map<Topic, () => void>();
  #position: Position | undefined;
  #poll: NodeJS.Timeout | undefined;
  #epoch: string | undefined;
  #retry: NodeJS.Timeout | undefined;
  #retryAfter = retryAfter;
  #reading: Promise<void> | undefined;
  #again = false;
  #stopped = false;

  constructor(
    private readonly database: Database,
    private readonly listener: Listener,
    private readonly log: Logger,
  ) {
    listener.onOpened(() => this.#checkEpoch());
    listener.on(channel, () => this.#startReading());
  }

  /** Starts, after the listener, at the current position: only events that settle later are dispatched. */
  start(): void {
    this.#poll = setInterval(() => this.#startReading(), pollEvery);
  }

  /** The number of current subscribers. */
  get subscribers(): number {
    return [...this.#subscribers.values()].reduce((count, group) => count + group.size, 0);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#poll);
    clearTimeout(this.#retry);
    await Promise.all(
      [...this.#subscribers.values()].flatMap((group) => [...group].map((it) => it.return())),
    );
  }

  /**
   * Notifies this process and the others that a command has committed. Returns at once and never throws.
   * @param topics the topics of its events, for {@link onCommitted}
   */
  readonly wake = (topics: Iterable<Topic> = []): void => {
    for (const topic of topics) this.#committed.get(topic)?.();
    this.#startReading();
    void this.listener.notify(channel);
  };

  /** Registers the callback for commands of this process that have emitted an event of the topic, before they answer. */
  onCommitted(topic: Topic, committed: () => void): void {
    this.#committed.set(topic, committed);
  }

  /** Registers a listener that is called, without arguments, each time that events of any topic have settled. */
  onEventsSettled(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** Waits until the subscribers have all events that are settled now. */
  async caughtUp(): Promise<void> {
    this.#startReading();
    while (this.#reading) await this.#reading;
  }

  /**
   * The selected events for a recipient: those after the cursor, then live events; without a cursor, live events
   * only. Missed events are read under the given database role. A subscriber that falls behind while its transport
   * is blocked is disconnected.
   * @param recipient the partner, or the member for a topic whose events are addressed to members
   * @throws a client error when the cursor is malformed, or from before a restore
   */
  async subscribe(
    databaseRole: DatabaseRole,
    recipient: string,
    events: EventSelection,
    after?: string | null,
    transport?: Transport,
  ): Promise<Subscriber> {
    if (!this.#position) throw new Error('the feed has not started');
    const cursor = after == null ? undefined : parseCursor(eventOrder, after, 'after');
    const [xid, id] = cursor?.keys ?? [];
    const start = cursor ? { xid: BigInt(xid as string), id: id as string } : this.#position;
    const key = groupOf(recipient, events);
    const group = this.#subscribers.get(key) ?? new Set();
    this.#subscribers.set(key, group);
    const subscriber = new Subscriber(
      start,
      cursor !== undefined,
      (place) => this.#replay(databaseRole, events, place),
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

  #startReading(): void {
    if (this.#stopped || !this.#position) return;
    if (this.#reading) {
      this.#again = true;
      return;
    }
    this.#reading = this.#read()
      .catch((error: Error) => this.log.warn({ reason: error.message }, 'event polling failed; retrying'))
      .finally(() => {
        this.#reading = undefined;
        if (this.#again) {
          this.#again = false;
          this.#startReading();
        }
      });
  }

  async #read(): Promise<void> {
    for (;;) {
      const { xid, id } = this.#position as Position;
      const epoch = this.#epoch;
      const [rows = []] = await this.database.reader.read<EventRow>(systemRole, [
        {
          text: `select id, xid::text, partner_id, to_member_id, topic, subject,
            xid < pg_snapshot_xmin(pg_current_snapshot()) as settled
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
        for (const listener of this.#listeners) listener();
      }
      if (unsettled >= 0) return this.#readLater();
      if (rows.length < pageSize) return;
    }
  }

  #dispatch(row: EventRow): void {
    const event = { xid: BigInt(row.xid), id: row.id };
    this.#position = event;
    const { partner_id: partnerId, to_member_id: memberId, topic, subject } = row;
    for (const events of [{ topic }, { topic, subject }]) {
      for (const subscriber of this.#subscribers.get(groupOf(memberId ?? partnerId, events)) ?? [])
        subscriber.take(event);
    }
  }

  /** One shared timer: otherwise each waiting event would start a timer of its own. */
  #readLater(): void {
    if (this.#retry) return;
    this.#retry = setTimeout(() => {
      this.#retry = undefined;
      this.#startReading();
    }, this.#retryAfter).unref();
    this.#retryAfter = Math.min(this.#retryAfter * 2, longestRetry);
  }

  async #replay(
    databaseRole: DatabaseRole,
    { topic, subject }: EventSelection,
    { xid, id }: Position,
  ): Promise<Position[]> {
    const [rows = []] = await this.database.reader.read<{ id: string; xid: string }>(databaseRole, [
      {
        text: `select id, xid::text from event
          where partner_id = (select access.partner_id()) and topic = $1 and (xid, id) > ($2::xid8, $3::uuid)
            and xid < (select pg_snapshot_xmin(pg_current_snapshot())) ${subject ? 'and subject = $4::uuid' : ''}
          order by event.xid, id limit ${pageSize}`,
        values: [topic, String(xid), id, ...(subject ? [subject] : [])],
      },
    ]);
    return rows.map((row) => ({ xid: BigInt(row.xid), id: row.id }));
  }

  /**
   * Sets the position for the connected database. A new connection may lead to another history than before (a
   * restored backup, a promoted standby). There the old position is meaningless and missed events cannot be
   * replayed, so all subscriptions end with CURSOR_EXPIRED.
   */
  async #checkEpoch(): Promise<void> {
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
