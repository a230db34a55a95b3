import { Args, Field, Int, ObjectType, Query, Resolver, Subscription } from 'type-graphql';
import { Event } from '../../events/event.js';
import { eventsOfTopic, FollowArgs, PartnerEvent, subscribe } from '../../events/topic.js';
import { connectionOf, PageArgs } from '../../graphql/connections.js';
import { closedSet } from '../../graphql/enum.js';
import { Computed, Reads, type RowQuery, selectOne, ViewOf } from '../../graphql/read/declare.js';
import type { Row } from '../../graphql/read/row.js';
import { sql } from '../../graphql/read/sql.js';
import { Notification } from './notification.js';
import { unreadOf } from './notification.queries.js';

const NotificationEventKind = closedSet('NotificationEventKind', 'What happened to a notification.', {
  ADDED: 'The viewer got the notification.',
  READ: 'The notification was read, here or in another window, or the viewer acted on the referral.',
  READ_UP_TO: 'The notification and all earlier ones were read.',
});
export type NotificationEventKind = keyof typeof NotificationEventKind;

@ViewOf(() => Event)
@ObjectType({ description: 'An event of a notification. Visible only to the member who was notified.' })
export class NotificationEvent extends PartnerEvent {
  @Field(() => NotificationEventKind, { description: 'What happened.' })
  kind!: NotificationEventKind;

  @Field(() => Notification, {
    nullable: true,
    description: 'The notification in its current state; null after its deletion.',
  })
  @Reads()
  notification(_: unknown, event: Row): RowQuery {
    return selectOne(Notification, (it) => sql`${it.column('id')} = ${event.column('subject')}`);
  }

  @Field(() => Int, { description: 'The number of the viewer’s unread notifications now.' })
  @Computed((event) => unreadOf(event.column('toMemberId')))
  unread!: number;
}

const NotificationEventConnection = connectionOf(
  'NotificationEvent',
  () => NotificationEvent as never,
  false,
);

@Resolver()
export class NotificationEventResolver {
  @Query(() => NotificationEventConnection, {
    description:
      'The events of the viewer’s notifications, oldest first. The subscription delivers the same events.',
  })
  @Reads()
  notificationEvents(@Args() _: PageArgs): RowQuery {
    return eventsOfTopic('NOTIFICATION');
  }

  @Subscription(() => NotificationEvent, {
    name: 'notificationEvents',
    description:
      'The events of the viewer’s notifications, in all windows of the viewer: first those after the cursor, then live. Without a cursor, live events only.',
    subscribe: subscribe('NOTIFICATION'),
  })
  notificationEventsLive(@Args() _: FollowArgs): never {
    throw new Error('read by the engine');
  }
}
