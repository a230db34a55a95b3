import { Args, Field, ObjectType, Query, Resolver, Subscription } from 'type-graphql';
import { Event } from '../../events/event.js';
import { eventsOfTopic, FollowArgs, subscribe, ToldEvent } from '../../events/topic.js';
import { connectionOf, PageArgs } from '../../graphql/connections.js';
import { closedSet } from '../../graphql/enum.js';
import { Reads, type RowQuery, selectOne, ViewOf } from '../../graphql/read/declare.js';
import type { Row } from '../../graphql/read/row.js';
import { sql } from '../../graphql/read/sql.js';
import { Partner } from '../partners/index.js';
import { Sharing } from './sharing.js';

const SharingEventKind = closedSet('SharingEventKind', 'What happened to a sharing.', {
  RECORDED: 'The person agreed to it.',
  EXTENDED: 'The person agreed to go on: it follows one that would have ended.',
  WITHDRAWN: 'The person withdrew it.',
  ENDED: 'It came down with the access of the partner that granted it.',
  EXPIRING: 'It ends within 30 days.',
});
type SharingEventKind = keyof typeof SharingEventKind;

@ViewOf(() => Event)
@ObjectType({
  description: 'Something that happened to a sharing. Seen by the partner that it was told to.',
})
export class SharingEvent extends ToldEvent {
  @Field(() => SharingEventKind, { description: 'What happened.' })
  kind!: SharingEventKind;

  @Field(() => Partner, { nullable: true, description: 'The partner that did it; null for the hub itself.' })
  @Reads()
  by(_: unknown, event: Row): RowQuery {
    return selectOne(Partner, (partner) => sql`${partner.column('id')} = ${event.column('byId')}`);
  }

  @Field(() => Sharing, { description: 'The sharing as it is now, under the viewer’s rights.' })
  @Reads()
  sharing(_: unknown, event: Row): RowQuery {
    return selectOne(Sharing, (sharing) => sql`${sharing.column('id')} = ${event.column('subject')}`);
  }
}

const SharingEventConnection = connectionOf('SharingEvent', () => SharingEvent as never, false);

@Resolver()
export class SharingEventResolver {
  @Query(() => SharingEventConnection, {
    description:
      'What the viewer’s partner was told of sharings, oldest first: the same that the subscription delivers.',
  })
  @Reads()
  sharingEvents(@Args() _: PageArgs): RowQuery {
    return eventsOfTopic('SHARING');
  }

  @Subscription(() => SharingEvent, {
    name: 'sharingEvents',
    description:
      'What the viewer’s partner is told of sharings, after the cursor, then live. Without a cursor: live only.',
    subscribe: subscribe('SHARING'),
  })
  sharingEventsLive(@Args() _: FollowArgs): never {
    throw new Error('read by the engine');
  }
}
