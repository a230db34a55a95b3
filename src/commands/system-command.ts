import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { v7 } from 'uuid';
import type { Viewer } from '../access/viewer.js';
import { Event } from '../events/event.js';
import type { Topic } from '../events/topics.js';
import type { Node } from '../graphql/node.js';

/** A domain event that a command emits: something happened to an object. */
export interface DomainEvent {
  readonly topic: Topic;
  readonly kind: string;
  readonly subject: string;
  /** The former id of the object, by which the recipients knew it, when `subject` has replaced it. */
  readonly replaced?: string;
  /** The recipient partners; duplicates are ignored. */
  readonly to: Iterable<string>;
  /** The member of the recipient to whom alone the event is addressed. */
  readonly toMember?: string;
  /** Whether the hub itself is the author, on behalf of a person or because a time limit has passed. */
  readonly byHub?: boolean;
}

/** The time and the transaction id of a command, by the database. */
export interface Moment {
  readonly now: Date | string;
  readonly xid: string;
}

/** The columns of a {@link Moment}. */
export const momentColumns = 'clock_timestamp()::timestamptz(3) as now, pg_current_xact_id()::text as xid';

/** The options for reading a row that no other command may change until this one has ended. */
export const locked = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;

/** A command of the hub itself, such as a job: one transaction as `hub_system`. `Command` extends it for members. */
export class SystemCommand {
  /** The topics of the events emitted so far. */
  readonly topics = new Set<Topic>();
  #moment: { readonly now: Date; readonly xid: string } | undefined;

  /** @param viewer the acting member; undefined for the hub */
  constructor(
    readonly em: EntityManager,
    readonly viewer: Viewer | undefined = undefined,
  ) {}

  /** The command's time by the database's clock; known once the command holds its key or its object's lock. */
  get now(): Date {
    return this.moment.now;
  }

  private get moment() {
    if (!this.#moment) throw new Error('a command has no time before it holds its key or a lock');
    return this.#moment;
  }

  /**
   * Assigns the command's time and its transaction id, which orders its events. Call it only after the command has
   * waited for its locks: then the commands on one object have times and ids in the order of their changes.
   */
  async assignTransactionId(): Promise<void> {
    if (this.#moment) return;
    const [row] = (await this.em.execute(`select ${momentColumns}`)) as [Moment];
    this.begin(row);
  }

  /** Sets the command's time and transaction id, read by the statement that has waited for its key. */
  begin({ now, xid }: Moment): void {
    this.#moment ??= { now: new Date(now), xid };
  }

  /**
   * Reads and locks the object with this key, which must exist.
   * @param fields the properties to read; all by default
   */
  async lock<Type extends Node>(
    type: new () => Type,
    key: string,
    fields?: readonly (keyof Type & string)[],
  ): Promise<Type> {
    const options = fields ? { ...locked, fields } : locked;
    const found = await this.em.findOneOrFail(type as never, { id: key } as never, options as never);
    await this.assignTransactionId();
    return found as Type;
  }

  /** Writes an event in the command's transaction: a rollback removes it. */
  emit(news: DomainEvent): void {
    this.topics.add(news.topic);
    const author = news.byHub ? undefined : this.viewer;
    for (const partnerId of new Set(news.to)) {
      // All columns are set here, so that nothing is read back: the viewer may not read another partner's row.
      this.em.create(Event, {
        id: v7(),
        xid: this.moment.xid,
        at: this.moment.now,
        partnerId,
        toMemberId: news.toMember ?? null,
        topic: news.topic,
        kind: news.kind,
        subject: news.subject,
        replaced: news.replaced ?? null,
        byId: author?.partnerId ?? null,
        memberId: author?.memberId ?? null,
      });
    }
  }
}
