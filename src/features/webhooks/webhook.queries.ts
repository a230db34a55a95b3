import { Args, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { connectionOf, PageArgs } from '../../graphql/connections.js';
import { Reads, type RowQuery, selectMany } from '../../graphql/read/declare.js';
import { orderBy } from '../../graphql/read/order.js';
import type { Row } from '../../graphql/read/row.js';
import { sql } from '../../graphql/read/sql.js';
import { Webhook } from './webhook.js';
import { WebhookDelivery } from './webhook-delivery.js';

const byAge = orderBy('WEBHOOK_AGE', { createdAt: 'timestamptz', id: 'uuid' });
const newestFirst = orderBy('WEBHOOK_DELIVERY_NEWEST', { id: 'uuid' }, 'descending');

const WebhookConnection = connectionOf('Webhook', () => Webhook, true);
const WebhookDeliveryConnection = connectionOf('WebhookDelivery', () => WebhookDelivery, false);

@Resolver(() => Webhook)
export class WebhookQueries {
  @Query(() => WebhookConnection, {
    description: 'The webhooks of the viewer’s partner, oldest first. For the partner’s administrators.',
  })
  @Reads()
  webhooks(@Args() _: PageArgs): RowQuery {
    return selectMany(Webhook, byAge, (webhook) => sql`${webhook.column('removedAt')} is null`);
  }

  @FieldResolver(() => WebhookDeliveryConnection, {
    description:
      'The deliveries of the webhook in the last 30 days, delivered and waiting, the latest first.',
  })
  @Reads()
  deliveries(@Args() _: PageArgs, @Root() webhook: Row): RowQuery {
    return selectMany(
      WebhookDelivery,
      newestFirst,
      (delivery) => sql`${delivery.column('webhook')} = ${webhook.column('id')}`,
    );
  }
}
