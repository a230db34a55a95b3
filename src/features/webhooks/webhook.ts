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

export const WebhookState = closedSet('WebhookState', 'Whether a webhook is sent to.', {
  ACTIVE: 'What happens is sent.',
  PAUSED: 'What happens is kept, until it is resumed.',
});
export type WebhookState = keyof typeof WebhookState;

export const WebhookPause = closedSet('WebhookPause', 'Why a webhook is paused.', {
  ADMINISTRATOR: 'An administrator of the partner paused it.',
  FAILING: 'The hub paused it: for more than a day, attempts failed.',
  GONE: 'The hub paused it: the receiver said that it is gone (410).',
});
export type WebhookPause = keyof typeof WebhookPause;

const administers = inRole('PARTNER_ADMINISTRATOR');
/** Whether the viewer manages the webhooks of the row's partner. */
export const manages = `${administers} and partner_id = ${me}`;

/** Where a partner's own system is told what happens. One that is removed is still read by its id. */
@ObjectType({
  implements: Node,
  description:
    'An address at which a partner’s own system is told what happens. Seen by the administrators of the partner. How to verify and to catch up: docs/webhooks.md.',
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

  @Field(() => String, { description: 'Where it is sent to.' })
  @Property({ type: 'text' })
  address!: string;

  @Field(() => [WebhookTopic], { description: 'What it is told of.' })
  @Enum({ items: () => WebhookTopic, array: true, nativeEnumName: 'webhook_topic' })
  topics!: WebhookTopic[];

  @Field(() => DateTimeScalar, { description: 'When it was added.' })
  @Property({ type: 'datetime', length: 3 })
  createdAt!: Date;

  @Field(() => WebhookState, { description: 'Whether it is sent to.' })
  @Computed((webhook) => sql`case when ${webhook.column('pausedAt')} is null then 'ACTIVE' else 'PAUSED' end`)
  readonly state!: WebhookState;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when it is paused.' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  pausedAt?: Date | null;

  @Field(() => WebhookPause, { nullable: true, description: 'Why it is paused.' })
  @Enum({ items: () => WebhookPause, nativeEnumName: 'webhook_pause', nullable: true })
  pausedBecause?: WebhookPause | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When something was last delivered.' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  lastDeliveredAt?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When an attempt last failed.' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  lastFailedAt?: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when every attempt has failed; null when the last one went well.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  failingSince?: Date | null;

  /** How many attempts failed one after the other, those made side by side counted as one. */
  @Property({ type: 'integer', default: 0 })
  failures!: number;

  /** Until when nothing is sent, because attempts keep failing. */
  @Property({ type: 'datetime', length: 3, nullable: true })
  restsUntil?: Date | null;

  @Field(() => Int, { description: 'How many events wait to be delivered.' })
  @Computed(
    (webhook) => sql`(select count(*)::int from webhook_delivery d
      where d.webhook_id = ${webhook.column('id')} and d.next_attempt_at is not null)`,
  )
  readonly waiting!: number;

  @Field(() => Int, {
    description:
      'How many events were dropped, because they had waited for 30 days: `referralEvents` has them.',
  })
  @Property({ type: 'integer', default: 0 })
  dropped!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was removed.' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  removedAt?: Date | null;
}
