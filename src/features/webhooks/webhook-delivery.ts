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

/** The name of an event in messages, which is the same in each attempt: receivers know by it what they have. */
export const eventIdPrefix = 'event_';

function ofEvent(column: 'topic' | 'kind') {
  return (delivery: Row): Sql =>
    sql`(select e.${raw(column)} from event e where e.id = ${delivery.column('event')})`;
}

/** That a webhook is told of an event: once made, it stands until it is delivered or too old. */
@ObjectType({
  implements: Node,
  description: 'An event that a webhook is told of. Seen by the administrators of the webhook’s partner.',
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

  /** The webhook's. */
  @ManyToOne(() => Partner)
  partner!: Partner;

  /** One that is forgotten, because it was about a person who was erased, is not delivered any more. */
  @ManyToOne(() => Event, { deleteRule: 'cascade' })
  event!: Event;

  @Field(() => ID, { description: 'The `webhook-id` of the message: the same in each attempt.' })
  @Computed((delivery) => sql`${literal(eventIdPrefix)} || ${delivery.column('event')}`)
  readonly eventId!: string;

  @Field(() => String, { description: 'What sort of object it is about.' })
  @Computed(ofEvent('topic'))
  readonly topic!: string;

  @Field(() => String, { description: 'What happened to it.' })
  @Computed(ofEvent('kind'))
  readonly kind!: string;

  @Field(() => DateTimeScalar, { description: 'Since when it is to be delivered.' })
  @Property({ type: 'datetime', length: 3, defaultRaw: 'now()' })
  createdAt!: Date;

  @Field(() => Int, {
    description: 'How often it was attempted, since the webhook was last resumed.',
  })
  @Property({ type: 'integer', default: 0 })
  attempts!: number;

  @Field(() => Int, { nullable: true, description: 'The HTTP status of the last answer.' })
  @Property({ type: 'integer', nullable: true })
  lastStatusCode?: number | null;

  @Field(() => WebhookProblem, { nullable: true, description: 'Why the last attempt failed.' })
  @Enum({ items: () => WebhookProblem, nativeEnumName: 'webhook_problem', nullable: true })
  lastProblem?: WebhookProblem | null;

  /** While an attempt is under way: when it is to be made again, should the hub die of it. */
  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When it is attempted next at the earliest, once the webhook is not paused; null when it was delivered.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true, defaultRaw: 'now()' })
  nextAttemptAt?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the receiver had it.' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  deliveredAt?: Date | null;
}
