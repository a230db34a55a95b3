import { Args, Field, ObjectType, Query, Resolver, Subscription } from 'type-graphql';
import { Event } from '../../events/event.js';
import { eventsOfTopic, FollowArgs, PartnerEvent, subscribe } from '../../events/topic.js';
import { connectionOf, PageArgs } from '../../graphql/connections.js';
import { closedSet } from '../../graphql/enum.js';
import { Reads, type RowQuery, selectOne, ViewOf } from '../../graphql/read/declare.js';
import type { Row } from '../../graphql/read/row.js';
import { sql } from '../../graphql/read/sql.js';
import { RetentionDue } from './retention-due.js';

const RetentionEventKind = closedSet('RetentionEventKind', 'The kinds of events about retention.', {
  DUE: 'The file will be removed in 30 days, unless there is a new contact with the person.',
});
type RetentionEventKind = keyof typeof RetentionEventKind;

@ViewOf(() => Event)
@ObjectType({
  description:
    'A notice that the retention period of a file ends. Visible to the data protection officer and the administrators of the partner.',
})
export class RetentionEvent extends PartnerEvent {
  @Field(() => RetentionEventKind, { description: 'The kind of event.' })
  kind!: RetentionEventKind;

  @Field(() => RetentionDue, {
    nullable: true,
    description: 'The file in its current state; null after its removal.',
  })
  @Reads()
  due(_: unknown, event: Row): RowQuery {
    return selectOne(RetentionDue, (due) => sql`${due.column('id')} = ${event.column('subject')}`);
  }
}

const RetentionEventConnection = connectionOf('RetentionEvent', () => RetentionEvent as never, false);

@Resolver()
export class RetentionEventResolver {
  @Query(() => RetentionEventConnection, {
    description:
      'The notices about the end of retention periods that were delivered to the viewer’s partner, oldest first. The subscription delivers the same events. For data protection officers and administrators.',
  })
  @Reads()
  retentionEvents(@Args() _: PageArgs): RowQuery {
    return eventsOfTopic('RETENTION');
  }

  @Subscription(() => RetentionEvent, {
    name: 'retentionEvents',
    description:
      'Delivers the notices about the end of retention periods to the viewer’s partner: first the events after the cursor, then new events. Without a cursor, only new events. For data protection officers and administrators.',
    subscribe: subscribe('RETENTION'),
  })
  retentionEventsLive(@Args() _: FollowArgs): never {
    throw new Error('read by the engine');
  }
}
