import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { v7 } from 'uuid';
import type { Viewer } from '../access/viewer.js';
import { Event } from '../events/event.js';
import type { Topic } from '../events/topics.js';
import type { Node } from '../graphql/node.js';

/** What an act tells partners: that something happened to an object. */
export interface DomainEvent {
  readonly topic: Topic;
  readonly kind: string;
  readonly subject: string;
  /** The id by which those who are told knew the object until now. */
  readonly replaced?: string;
  /** The partners that are told, each once. */
  readonly to: Iterable<string>;
  /** Whether the hub itself acted, for a person or for time that has passed. */
  readonly byHub?: boolean;
}

/** How an object is read that no other act may change until this one is over. */
export const locked = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;

/** An act of the hub itself, such as a job: one transaction under `hub_system`. Acts of members extend it. */
export class SystemCommand {
  #moment: { readonly now: Date; readonly xid: string } | undefined;

  /** @param viewer who acts; undefined for the hub */
  constructor(
    readonly em: EntityManager,
    readonly viewer: Viewer | undefined = undefined,
  ) {}

  /** The act's time, by the database's clock; known once the act holds its key or its object's lock. */
  get now(): Date {
    return this.moment.now;
  }

  private get moment() {
    if (!this.#moment) throw new Error('an act has no time before it holds its key or a lock');
    return this.#moment;
  }

  /**
   * Takes the act's time, and its transaction's number, which orders its events. Not before the act has
   * waited for others: so the acts on one object carry both in the order in which they changed it.
   */
  async assignTransactionId(): Promise<void> {
    if (this.#moment) return;
    const [row] = (await this.em.execute(
      'select clock_timestamp()::timestamptz(3) as now, pg_current_xact_id()::text as xid',
    )) as [{ now: Date; xid: string }];
    this.#moment = { now: new Date(row.now), xid: row.xid };
  }

  /**
   * The object with this key, which is known to exist, kept from other acts.
   * @param fields the properties to read; all unless said otherwise
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

  /** Writes the news with the act: what is rolled back was never told. */
  emit(news: DomainEvent): void {
    const author = news.byHub ? undefined : this.viewer;
    for (const partnerId of new Set(news.to)) {
      // With no column left to the database, nothing is read back: the other partner's row is not for the viewer.
      this.em.create(Event, {
        id: v7(),
        xid: this.moment.xid,
        at: this.moment.now,
        partnerId,
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
