import { Args, Field, ObjectType, Query, Resolver, Subscription } from 'type-graphql';
import { Event } from '../../events/event.js';
import { eventsOfTopic, FollowArgs, subscribe, ToldEvent } from '../../events/topic.js';
import { connectionOf, PageArgs } from '../../graphql/connections.js';
import { closedSet } from '../../graphql/enum.js';
import { Reads, type RowQuery, selectOne, ViewOf } from '../../graphql/read/declare.js';
import type { Row } from '../../graphql/read/row.js';
import { sql } from '../../graphql/read/sql.js';
import { Webhook } from './webhook.js';

export const WebhookEventKind = closedSet('WebhookEventKind', 'What happened to a webhook.', {
  ADDED: 'It was added.',
  CHANGED: 'Its address or its topics were changed.',
  SECRET_ROTATED: 'It got a new secret.',
  PAUSED: 'It was paused, by an administrator or by the hub.',
  RESUMED: 'It was resumed.',
  TESTED: 'A test was sent to it.',
  REMOVED: 'It was removed.',
});
export type WebhookEventKind = keyof typeof WebhookEventKind;

@ViewOf(() => Event)
@ObjectType({
  description:
    'Something that happened to a webhook. Seen by the administrators of its partner, who learn by it that the hub paused one.',
})
export class WebhookEvent extends ToldEvent {
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
      'What happened to the webhooks of the viewer’s partner, oldest first: the same that the subscription delivers. For its administrators.',
  })
  @Reads()
  webhookEvents(@Args() _: PageArgs): RowQuery {
    return eventsOfTopic('WEBHOOK');
  }

  @Subscription(() => WebhookEvent, {
    name: 'webhookEvents',
    description:
      'What happens to the webhooks of the viewer’s partner, after the cursor, then live. Without a cursor: live only. For its administrators.',
    subscribe: subscribe('WEBHOOK'),
  })
  webhookEventsLive(@Args() _: FollowArgs): never {
    throw new Error('read by the engine');
  }
}
