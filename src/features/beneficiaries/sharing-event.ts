import { Args, Field, ObjectType, Query, Resolver, Subscription } from 'type-graphql';
import { Event } from '../../events/event.js';
import { eventsOfTopic, FollowArgs, PartnerEvent, subscribe } from '../../events/topic.js';
import { connectionOf, PageArgs } from '../../graphql/connections.js';
import { closedSet } from '../../graphql/enum.js';
import { Reads, type RowQuery, selectOne, ViewOf } from '../../graphql/read/declare.js';
import type { Row } from '../../graphql/read/row.js';
import { sql } from '../../graphql/read/sql.js';
import { Partner } from '../partners/index.js';
import { Sharing } from './sharing.js';

const SharingEventKind = closedSet('SharingEventKind', 'The kinds of events about a sharing.', {
  RECORDED: 'The person agreed to the sharing.',
  EXTENDED: 'The person agreed to continue: the sharing replaces one that would have ended.',
  WITHDRAWN: 'The person withdrew the sharing.',
  ENDED: 'The sharing ended because the access of the partner that granted it ended or was reduced.',
  EXPIRING: 'The sharing ends within 30 days.',
});
type SharingEventKind = keyof typeof SharingEventKind;

@ViewOf(() => Event)
@ObjectType({
  description: 'An event about a sharing. Visible to the partner to which it was delivered.',
})
export class SharingEvent extends PartnerEvent {
  @Field(() => SharingEventKind, { description: 'What happened.' })
  kind!: SharingEventKind;

  @Field(() => Partner, {
    nullable: true,
    description: 'The partner that caused the event; null when the hub caused it.',
  })
  @Reads()
  by(_: unknown, event: Row): RowQuery {
    return selectOne(Partner, (partner) => sql`${partner.column('id')} = ${event.column('byId')}`);
  }

  @Field(() => Sharing, { description: 'The sharing in its current state, read with the viewer’s rights.' })
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
      'The events about sharings that were delivered to the viewer’s partner, oldest first. The subscription delivers the same events.',
  })
  @Reads()
  sharingEvents(@Args() _: PageArgs): RowQuery {
    return eventsOfTopic('SHARING');
  }

  @Subscription(() => SharingEvent, {
    name: 'sharingEvents',
    description:
      'Delivers the events about sharings to the viewer’s partner: first the events after the cursor, then new events. Without a cursor, only new events.',
    subscribe: subscribe('SHARING'),
  })
  sharingEventsLive(@Args() _: FollowArgs): never {
    throw new Error('read by the engine');
  }
}
