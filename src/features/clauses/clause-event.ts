import { Args, Field, ObjectType, Query, Resolver, Subscription } from 'type-graphql';
import { Event } from '../../events/event.js';
import { eventsOfTopic, FollowArgs, PartnerEvent, subscribe } from '../../events/topic.js';
import { connectionOf, PageArgs } from '../../graphql/connections.js';
import { closedSet } from '../../graphql/enum.js';
import { Reads, type RowQuery, selectOne, ViewOf } from '../../graphql/read/declare.js';
import type { Row } from '../../graphql/read/row.js';
import { sql } from '../../graphql/read/sql.js';
import { Partner } from '../partners/index.js';
import { Lot } from './lot.js';

const ClauseEventKind = closedSet('ClauseEventKind', 'What happened to a lot.', {
  SHORTFALL: 'The lot’s forecast fell below the committed hours.',
  SHORTFALL_ENDED: 'The lot’s forecast reaches the committed hours again.',
});
type ClauseEventKind = keyof typeof ClauseEventKind;

@ViewOf(() => Event)
@ObjectType({
  description: 'An event about a lot. Seen by the facilitators of the partner to which it was delivered.',
})
export class ClauseEvent extends PartnerEvent {
  @Field(() => ClauseEventKind, { description: 'What happened.' })
  kind!: ClauseEventKind;

  @Field(() => Partner, {
    nullable: true,
    description:
      'The partner whose command caused the event; null when the event was caused by the passing of time.',
  })
  @Reads()
  by(_: unknown, event: Row): RowQuery {
    return selectOne(Partner, (partner) => sql`${partner.column('id')} = ${event.column('byId')}`);
  }

  @Field(() => Lot, { description: 'The lot as it is now.' })
  @Reads()
  lot(_: unknown, event: Row): RowQuery {
    return selectOne(Lot, (lot) => sql`${lot.column('id')} = ${event.column('subject')}`);
  }
}

const ClauseEventConnection = connectionOf('ClauseEvent', () => ClauseEvent as never, false);

@Resolver()
export class ClauseEventResolver {
  @Query(() => ClauseEventConnection, {
    description:
      'The events about lots for the facilitators of the viewer’s partner, the oldest first: the same events that the subscription delivers. Empty for other members.',
  })
  @Reads()
  clauseEvents(@Args() _: PageArgs): RowQuery {
    return eventsOfTopic('CLAUSE');
  }

  @Subscription(() => ClauseEvent, {
    name: 'clauseEvents',
    description:
      'The events about lots for the facilitators of the viewer’s partner: first those after the cursor, then live events. Without a cursor, live events only.',
    subscribe: subscribe('CLAUSE'),
  })
  clauseEventsLive(@Args() _: FollowArgs): never {
    throw new Error('read by the engine');
  }
}
