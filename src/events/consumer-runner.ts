import type { EntityManager } from '@mikro-orm/postgresql';
import { NIL } from 'uuid';
import { backgroundRole, systemRole } from '../database/database-role.js';
import type { BackgroundContext } from '../jobs/jobs.js';
import type { Feed } from './feed.js';
import type { Topic } from './topics.js';

/** An event as the hub itself reads it: one row for each partner that is told. */
export interface EventRecord {
  readonly id: string;
  readonly at: Date;
  readonly partnerId: string;
  readonly topic: Topic;
  readonly kind: string;
  readonly subject: string;
  /** The partner that acted, and who there; null for the hub itself. */
  readonly byId: string | null;
  readonly memberId: string | null;
}

/** A part of the hub that does something about every event, once, whichever process comes to it first. */
export interface Consumer {
  /** Names its place in the events; never changed once released. */
  readonly name: string;
  /** Where it begins when it is new: with all events that there are, or with those that are to come. */
  readonly from: 'BEGINNING' | 'NOW';
  /**
   * Does what is due about some events, oldest first, as `hub_system`. What it writes and its place in the
   * events are one transaction: nothing is done twice, and nothing is left out. It must be short, because
   * no later event is told as long as it lasts: what takes time is sent to a queue of `jobs`.
   */
  consume(em: EntityManager, events: readonly EventRecord[], context: BackgroundContext): Promise<void>;
}

/** How many events are consumed in one transaction. */
const atOnce = 200;

/** How long news are gathered before they are looked at, and how soon they are looked for by themselves, in milliseconds. */
const gathered = 50;
const pollEvery = 1000;

/** Lets consumers follow the events, in every process: who finds another one at it leaves it to that one. */
export class ConsumerRunner {
  #news: NodeJS.Timeout | undefined;
  #poll: NodeJS.Timeout | undefined;
  #again = false;
  #running: Promise<void> | undefined;
  #stopped = false;

  constructor(
    private readonly consumers: readonly Consumer[],
    private readonly context: BackgroundContext,
  ) {}

  start(feed: Feed): void {
    feed.whenNews(() => {
      this.#news ??= setTimeout(() => {
        this.#news = undefined;
        this.#look();
      }, gathered).unref();
    });
    this.#poll = setInterval(() => this.#look(), pollEvery).unref();
    this.#look();
  }

  /** Ends once what is under way is over. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#poll);
    clearTimeout(this.#news);
    await this.#running;
  }

  #look(): void {
    if (this.#stopped) return;
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#running = this.#run().finally(() => {
      this.#running = undefined;
      if (this.#again) {
        this.#again = false;
        this.#look();
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
  }

  #failed(error: unknown, consumer?: string): undefined {
    const { name, code } = error as Error & { code?: string };
    this.context.log.error({ consumer, error: name, code }, 'events could not be consumed; trying again');
  }

  /** The consumers that are new or have something to do: one statement for all, for mostly nobody has. */
  async #behind(): Promise<Set<string>> {
    const [rows = []] = await this.context.database.reader.read<{ name: string }>(systemRole, [
      {
        text: `select name from unnest($1::text[]) name left join event_consumer c using (name)
          where c.name is null or exists (select from event e
            where (e.xid, e.id) > (c.xid, c.id) and e.xid < pg_snapshot_xmin(pg_current_snapshot()))`,
        values: [this.consumers.map(({ name }) => name)],
      },
    ]);
    return new Set(rows.map(({ name }) => name));
  }

  /** Consumes some events; whether there may be more. */
  #step({ name, from, consume }: Consumer): Promise<boolean> {
    return this.context.database.write(backgroundRole, async (em) => {
      // Not a row's lock: that would give this transaction a number, below which alone events are settled.
      const [{ mine }] = (await em.execute(
        "select pg_try_advisory_xact_lock(hashtextextended('event consumer ' || ?, 0)) as mine",
        [name],
      )) as [{ mine: boolean }];
      if (!mine) return false;
      const [place] = (await em.execute('select xid::text, id from event_consumer where name = ?', [
        name,
      ])) as [{ xid: string; id: string }?];
      if (!place) {
        const xid = from === 'NOW' ? 'pg_snapshot_xmin(pg_current_snapshot())' : "'0'::xid8";
        await em.execute(`insert into event_consumer (name, xid, id) values (?, ${xid}, ?)`, [name, NIL]);
        return true;
      }
      const events = (await em.execute(
        `select id, xid::text, at, partner_id as "partnerId", topic, kind, subject, by_id as "byId", member_id as "memberId"
        from event where (xid, id) > (?::xid8, ?::uuid) and xid < pg_snapshot_xmin(pg_current_snapshot())
        order by event.xid, id limit ${atOnce}`,
        [place.xid, place.id],
      )) as (EventRecord & { xid: string })[];
      const last = events.at(-1);
      if (!last) return false;
      await consume(
        em,
        events.map(({ xid: _, at, ...event }) => ({ ...event, at: new Date(at) })),
        this.context,
      );
      await em.flush();
      await em.execute('update event_consumer set xid = ?::xid8, id = ? where name = ?', [
        last.xid,
        last.id,
        name,
      ]);
      return events.length === atOnce;
    });
  }
}
