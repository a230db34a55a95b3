import { Args, Field, ObjectType, Query, Resolver, Subscription } from 'type-graphql';
import { Event } from '../../events/event.js';
import { eventsOfTopic, FollowArgs, PartnerEvent, subscribe } from '../../events/topic.js';
import { connectionOf, PageArgs } from '../../graphql/connections.js';
import { closedSet } from '../../graphql/enum.js';
import { Reads, type RowQuery, selectOne, ViewOf } from '../../graphql/read/declare.js';
import type { Row } from '../../graphql/read/row.js';
import { sql } from '../../graphql/read/sql.js';
import { Webhook } from './webhook.js';

export const WebhookEventKind = closedSet('WebhookEventKind', 'What happened to a webhook.', {
  ADDED: 'The webhook was added.',
  CHANGED: 'The address or the topics of the webhook were changed.',
  SECRET_ROTATED: 'The webhook got a new secret.',
  PAUSED: 'The webhook was paused, by an administrator or by the hub.',
  RESUMED: 'The webhook was resumed.',
  TESTED: 'A test message was sent to the webhook.',
  REMOVED: 'The webhook was removed.',
});
export type WebhookEventKind = keyof typeof WebhookEventKind;

@ViewOf(() => Event)
@ObjectType({
  description:
    'An event about a webhook. Visible to the administrators of the webhook’s partner. It also tells them when the hub has paused a webhook.',
})
export class WebhookEvent extends PartnerEvent {
  @Field(() => WebhookEventKind, { description: 'What happened.' })
  kind!: WebhookEventKind;

  @Field(() => Webhook, { description: 'The webhook as it is now.' })
  @Reads()
  webhook(_: unknown, event: Row): RowQuery {
    return selectOne(Webhook, (webhook) => sql`${webhook.column('id')} = ${event.column('subject')}`);
  }
}

const WebhookEventConnection = connectionOf('WebhookEvent', () => WebhookEvent as never, false);

@Resolver()
export class WebhookEventResolver {
  @Query(() => WebhookEventConnection, {
    description:
      'The events about the webhooks of the viewer’s partner, oldest first: the same events as the subscription delivers. For the partner’s administrators.',
  })
  @Reads()
  webhookEvents(@Args() _: PageArgs): RowQuery {
    return eventsOfTopic('WEBHOOK');
  }

  @Subscription(() => WebhookEvent, {
    name: 'webhookEvents',
    description:
      'The events about the webhooks of the viewer’s partner: first those after the cursor, then live events. Without a cursor, live events only. For the partner’s administrators.',
    subscribe: subscribe('WEBHOOK'),
  })
  webhookEventsLive(@Args() _: FollowArgs): never {
    throw new Error('read by the engine');
  }
}
