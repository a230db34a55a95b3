import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { inRole, me } from '../../access/policies.js';
import { closedSet } from '../../graphql/enum.js';
import { Node } from '../../graphql/node.js';
import { Computed } from '../../graphql/read/declare.js';
import { sql } from '../../graphql/read/sql.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { Partner } from '../partners/index.js';
import { WebhookTopic } from './topics.js';

export const WebhookState = closedSet('WebhookState', 'Whether the hub sends messages to a webhook.', {
  ACTIVE: 'Messages are sent.',
  PAUSED: 'Messages are kept until the webhook is resumed.',
});
export type WebhookState = keyof typeof WebhookState;

export const WebhookPause = closedSet('WebhookPause', 'Why a webhook is paused.', {
  ADMINISTRATOR: 'An administrator of the partner paused it.',
  FAILING: 'The hub paused it because attempts failed for more than a day.',
  GONE: 'The hub paused it because the receiver answered 410 Gone.',
});
export type WebhookPause = keyof typeof WebhookPause;

const administers = inRole('PARTNER_ADMINISTRATOR');
/** Whether the viewer manages the webhooks of the row's partner. */
export const manages = `${administers} and partner_id = ${me}`;

/** An address to which the hub sends the events of a partner. A removed webhook can still be read by its id. */
@ObjectType({
  implements: Node,
  description:
    'An address to which the hub sends the events of a partner. Visible to the administrators of the partner. docs/webhooks.md explains how to verify messages and how to catch up.',
})
@Entity({
  tableName: 'webhook',
  rowLevelSecurity: 'force',
  policies: [
    { name: 'own', command: 'select', roles: ['hub_partner'], using: manages },
    {
      name: 'add',
      command: 'insert',
      roles: ['hub_partner'],
      check: `${manages} and paused_at is null and removed_at is null`,
    },
    {
      name: 'manage',
      command: 'update',
      roles: ['hub_partner'],
      using: `${manages} and removed_at is null`,
      check: manages,
    },
    { name: 'deliver', command: 'all', roles: ['hub_system'], using: 'true', check: 'true' },
  ],
})
@Index({ name: 'webhook_of_partner', properties: ['partner', 'createdAt', 'id'] })
export class Webhook extends Node {
  @ManyToOne(() => Partner)
  partner!: Partner;

  @Field(() => String, { description: 'The address that messages are sent to.' })
  @Property({ type: 'text' })
  address!: string;

  @Field(() => [WebhookTopic], { description: 'The topics of the events that are sent.' })
  @Enum({ items: () => WebhookTopic, array: true, nativeEnumName: 'webhook_topic' })
  topics!: WebhookTopic[];

  @Field(() => DateTimeScalar, { description: 'When the webhook was added.' })
  @Property({ type: 'datetime', length: 3 })
  createdAt!: Date;

  @Field(() => WebhookState, { description: 'Whether messages are sent to the webhook.' })
  @Computed((webhook) => sql`case when ${webhook.column('pausedAt')} is null then 'ACTIVE' else 'PAUSED' end`)
  readonly state!: WebhookState;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the webhook was paused; null when it is not paused.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  pausedAt?: Date | null;

  @Field(() => WebhookPause, {
    nullable: true,
    description: 'Why the webhook is paused; null when it is not paused.',
  })
  @Enum({ items: () => WebhookPause, nativeEnumName: 'webhook_pause', nullable: true })
  pausedBecause?: WebhookPause | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When a message was last delivered.' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  lastDeliveredAt?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When an attempt last failed.' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  lastFailedAt?: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when every attempt has failed; null when the last attempt succeeded.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  failingSince?: Date | null;

  /** The number of consecutive failed attempts; concurrent attempts count as one. */
  @Property({ type: 'integer', default: 0 })
  failures!: number;

  /** Until when nothing is sent because attempts keep failing. */
  @Property({ type: 'datetime', length: 3, nullable: true })
  restsUntil?: Date | null;

  @Field(() => Int, { description: 'The number of messages that wait to be delivered.' })
  @Computed(
    (webhook) => sql`(select count(*)::int from webhook_delivery d
      where d.webhook_id = ${webhook.column('id')} and d.next_attempt_at is not null)`,
  )
  readonly waiting!: number;

  @Field(() => Int, {
    description:
      'The number of messages that were deleted undelivered after 30 days. Queries such as `referralEvents` still list their events.',
  })
  @Property({ type: 'integer', default: 0 })
  dropped!: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the webhook was removed; null when it was not removed.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  removedAt?: Date | null;
}
