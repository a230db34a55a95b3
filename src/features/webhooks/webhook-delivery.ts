import { Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Event } from '../../events/event.js';
import { Node } from '../../graphql/node.js';
import { Computed } from '../../graphql/read/declare.js';
import type { Row } from '../../graphql/read/row.js';
import { literal, raw, type Sql, sql } from '../../graphql/read/sql.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { Partner } from '../partners/index.js';
import { WebhookProblem } from './post.js';
import { manages, Webhook } from './webhook.js';

/** Prefix of an event’s id in messages. The id is the same in each attempt, so receivers can detect duplicates. */
export const eventIdPrefix = 'event_';

function ofEvent(column: 'topic' | 'kind') {
  return (delivery: Row): Sql =>
    sql`(select e.${raw(column)} from event e where e.id = ${delivery.column('event')})`;
}

/** An event to deliver to a webhook. It is retried until it is delivered or too old. */
@ObjectType({
  implements: Node,
  description:
    'The delivery of an event to a webhook. Visible to the administrators of the webhook’s partner.',
})
@Entity({
  tableName: 'webhook_delivery',
  rowLevelSecurity: 'force',
  policies: [
    { name: 'own', command: 'select', roles: ['hub_partner'], using: manages },
    { name: 'deliver', command: 'all', roles: ['hub_system'], using: 'true', check: 'true' },
  ],
})
@Unique({ properties: ['webhook', 'event'] })
@Index({ name: 'webhook_delivery_newest', properties: ['webhook', 'id'] })
@Index({ name: 'webhook_delivery_of_event', properties: ['event'] })
@Index({ name: 'webhook_delivery_age', properties: ['createdAt'] })
@Index({
  name: 'webhook_delivery_waiting',
  expression:
    'create index webhook_delivery_waiting on webhook_delivery (webhook_id, next_attempt_at, id) where next_attempt_at is not null',
})
export class WebhookDelivery extends Node {
  @ManyToOne(() => Webhook, { deleteRule: 'cascade' })
  webhook!: Webhook;

  /** The webhook’s partner. */
  @ManyToOne(() => Partner)
  partner!: Partner;

  /** When the event is deleted because the person it is about was erased, the delivery is deleted too. */
  @ManyToOne(() => Event, { deleteRule: 'cascade' })
  event!: Event;

  @Field(() => ID, { description: 'The header `webhook-id` of the message: the same in each attempt.' })
  @Computed((delivery) => sql`${literal(eventIdPrefix)} || ${delivery.column('event')}`)
  readonly eventId!: string;

  @Field(() => String, { description: 'The topic of the event.' })
  @Computed(ofEvent('topic'))
  readonly topic!: string;

  @Field(() => String, { description: 'The kind of the event: what happened.' })
  @Computed(ofEvent('kind'))
  readonly kind!: string;

  @Field(() => DateTimeScalar, { description: 'When the delivery was created.' })
  @Property({ type: 'datetime', length: 3, defaultRaw: 'now()' })
  createdAt!: Date;

  @Field(() => Int, {
    description:
      'The number of attempts since the webhook was last resumed, tested or given another address.',
  })
  @Property({ type: 'integer', default: 0 })
  attempts!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The HTTP status of the last attempt; null when there was no answer.',
  })
  @Property({ type: 'integer', nullable: true })
  lastStatusCode?: number | null;

  @Field(() => WebhookProblem, {
    nullable: true,
    description: 'Why the last attempt failed; null when it succeeded or there was none.',
  })
  @Enum({ items: () => WebhookProblem, nativeEnumName: 'webhook_problem', nullable: true })
  lastProblem?: WebhookProblem | null;

  /** While an attempt is running: when the attempt is repeated if the process dies. */
  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'The earliest time of the next attempt; while the webhook is paused, there is none. Null when the message was delivered.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true, defaultRaw: 'now()' })
  nextAttemptAt?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the receiver accepted the message.' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  deliveredAt?: Date | null;
}
