import { Args, Field, ObjectType, Query, Resolver, Subscription } from 'type-graphql';
import { Event } from '../../events/event.js';
import { eventsOfTopic, FollowArgs, subscribe, ToldEvent } from '../../events/topic.js';
import { connectionOf, PageArgs } from '../../graphql/connections.js';
import { closedSet } from '../../graphql/enum.js';
import { Reads, type RowQuery, selectOne, ViewOf } from '../../graphql/read/declare.js';
import type { Row } from '../../graphql/read/row.js';
import { sql } from '../../graphql/read/sql.js';
import { RetentionDue } from './retention-due.js';

const RetentionEventKind = closedSet('RetentionEventKind', 'What happens to a file.', {
  DUE: 'It goes in 30 days, unless the person comes again.',
});
type RetentionEventKind = keyof typeof RetentionEventKind;

@ViewOf(() => Event)
@ObjectType({
  description:
    'A notice about a file whose time is over. Seen by the data protection officer and the administrators of the partner.',
})
export class RetentionEvent extends ToldEvent {
  @Field(() => RetentionEventKind, { description: 'What happens.' })
  kind!: RetentionEventKind;

  @Field(() => RetentionDue, { nullable: true, description: 'The file as it is now; null when it has gone.' })
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
      'What the viewer’s partner was told of files whose time is over, oldest first: the same that the subscription delivers. For data protection officers and administrators.',
  })
  @Reads()
  retentionEvents(@Args() _: PageArgs): RowQuery {
    return eventsOfTopic('RETENTION');
  }

  @Subscription(() => RetentionEvent, {
    name: 'retentionEvents',
    description:
      'What the viewer’s partner is told of files whose time is over, after the cursor, then live. Without a cursor: live only. For data protection officers and administrators.',
    subscribe: subscribe('RETENTION'),
  })
  retentionEventsLive(@Args() _: FollowArgs): never {
    throw new Error('read by the engine');
  }
}
