import type { EntityManager } from '@mikro-orm/postgresql';
import { NIL } from 'uuid';
import { backgroundRole, systemRole } from '../database/database-role.js';
import { endTransaction } from '../database/orm-driver.js';
import type { BackgroundContext } from '../jobs/jobs.js';
import type { Feed } from './feed.js';
import type { Topic } from './topics.js';

/** An event as the hub itself reads it: one row per recipient partner. */
export interface EventRecord {
  readonly id: string;
  readonly at: Date;
  readonly partnerId: string;
  readonly topic: Topic;
  readonly kind: string;
  readonly subject: string;
  /** The partner and the member that caused the event; null when the hub itself did. */
  readonly byId: string | null;
  readonly memberId: string | null;
}

/** Background work that handles each event record from its starting position exactly once, in one of the hub's processes. */
export interface Consumer {
  /** The key under which its position in the events is stored. Never change it after a release. */
  readonly name: string;
  /**
   * Where a new consumer starts. BEGINNING: at the oldest stored event. NOW: at the first event that cannot be delivered
   * yet, because an older transaction is still running.
   */
  readonly from: 'BEGINNING' | 'NOW';
  /**
   * Handles a batch of events, oldest first, as `hub_system`. The changes and the consumer's new position commit in
   * one transaction, so that no event is handled twice and none is skipped. Must be short: no later event is
   * delivered while the transaction runs. Send long work to a queue of `jobs`.
   */
  consume(em: EntityManager, events: readonly EventRecord[], context: BackgroundContext): Promise<void>;
}

/** The maximum number of events consumed in one transaction. */
const batchSize = 200;

/** One row for each of the next events of a consumer; one row of nulls when there are none, no row for a new consumer. */
const nextEvents = `
  select e.id, e.xid::text, e.at, e.partner_id as "partnerId", e.topic, e.kind, e.subject, e.by_id as "byId",
    e.member_id as "memberId"
  from event_consumer c left join lateral (
    select * from event where (event.xid, event.id) > (c.xid, c.id) and event.xid < pg_snapshot_xmin(pg_current_snapshot())
    order by event.xid, event.id limit ${batchSize}
  ) e on true
  where c.name = ? order by e.xid, e.id`;

type EventRow = EventRecord & { readonly xid: string };

/** Milliseconds between a new event and the run that handles it, so that one run handles several events. */
const batchDelay = 50;
/** The polling interval, in milliseconds. */
const pollEvery = 1000;

/** Runs the consumers. Every process has a runner; a consumer that another process is running is skipped. */
export class ConsumerRunner {
  #feed: Feed | undefined;
  #delay: NodeJS.Timeout | undefined;
  #poll: NodeJS.Timeout | undefined;
  #again = false;
  #running: Promise<void> | undefined;
  #stopped = false;

  constructor(
    private readonly consumers: readonly Consumer[],
    private readonly context: BackgroundContext,
  ) {}

  start(feed: Feed): void {
    this.#feed = feed;
    feed.onEventsSettled(() => {
      this.#delay ??= setTimeout(() => {
        this.#delay = undefined;
        this.#wake();
      }, batchDelay).unref();
    });
    this.#poll = setInterval(() => this.#wake(), pollEvery).unref();
    this.#wake();
  }

  /** Stops; resolves when the current run has finished. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#poll);
    clearTimeout(this.#delay);
    await this.#running;
  }

  #wake(): void {
    if (this.#stopped) return;
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#running = this.#run().finally(() => {
      this.#running = undefined;
      if (this.#again) {
        this.#again = false;
        this.#wake();
      }
    });
  }

  async #run(): Promise<void> {
    const behind = await this.#behind().catch((error) => this.#failed(error));
    for (const consumer of this.consumers.filter(({ name }) => behind?.has(name))) {
      try {
        while (!this.#stopped && (await this.#step(consumer)));
      } catch (error) {
        this.#failed(error, consumer.name);
      }
      this.context.jobs.wake();
    }
    // Consumers may have emitted events. Once for all of them: each wake-up is a round trip to the database.
    if (behind?.size) this.#feed?.wake();
  }

  #failed(error: unknown, consumer?: string): undefined {
    const { name, code } = error as Error & { code?: string };
    this.context.log.error({ consumer, error: name, code }, 'event consumption failed; retrying');
  }

  /**
   * The consumers that are new or behind. One statement checks all, because usually no consumer is behind. By the
   * order of events it reads one entry of their index, not all events.
   */
  async #behind(): Promise<Set<string>> {
    const [rows = []] = await this.context.database.reader.read<{ name: string }>(systemRole, [
      {
        text: `select name from unnest($1::text[]) name left join event_consumer c using (name)
          where c.name is null or (select true from event e
            where (e.xid, e.id) > (c.xid, c.id) and e.xid < pg_snapshot_xmin(pg_current_snapshot())
            order by e.xid, e.id limit 1)`,
        values: [this.consumers.map(({ name }) => name)],
      },
    ]);
    return new Set(rows.map(({ name }) => name));
  }

  /** Consumes one batch. Returns whether there may be more events. */
  #step({ name, from, consume }: Consumer): Promise<boolean> {
    return this.context.database.write(backgroundRole, async (em) => {
      // An advisory lock, because a row lock would assign a transaction id, which delays the delivery of all newer events.
      // Two statements, sent together: the second one must see the position as it is once the lock is held.
      const [[lock], rows] = (await Promise.all([
        em.execute(
          'select pg_try_advisory_xact_lock(hashtextextended(\'event consumer \' || ?, 0)) as "isLocked"',
          [name],
        ),
        em.execute(nextEvents, [name]),
      ])) as [[{ isLocked: boolean }], (EventRow | Record<keyof EventRow, null>)[]];
      if (!lock.isLocked) return false;
      if (rows.length === 0) {
        const xid = from === 'NOW' ? 'pg_snapshot_xmin(pg_current_snapshot())' : "'0'::xid8";
        await em.execute(`insert into event_consumer (name, xid, id) values (?, ${xid}, ?)`, [name, NIL]);
        return true;
      }
      const events = rows.filter((row): row is EventRow => row.id !== null);
      const last = events.at(-1);
      if (!last) return false;
      await consume(
        em,
        events.map(({ xid: _, at, ...event }) => ({ ...event, at: new Date(at) })),
        this.context,
      );
      endTransaction(em);
      await em.execute('update event_consumer set xid = ?::xid8, id = ? where name = ?', [
        last.xid,
        last.id,
        name,
      ]);
      return events.length === batchSize;
    });
  }
}
