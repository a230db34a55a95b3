import { Args, Field, ObjectType, Query, Resolver, Subscription } from 'type-graphql';
import { Event } from '../../events/event.js';
import { eventsOfTopic, FollowArgs, subscribe, ToldEvent } from '../../events/topic.js';
import { connectionOf, PageArgs } from '../../graphql/connections.js';
import { Reads, type RowQuery, selectOne, ViewOf } from '../../graphql/read/declare.js';
import type { Row } from '../../graphql/read/row.js';
import { sql } from '../../graphql/read/sql.js';
import { Partner } from '../partners/index.js';
import { ReferralEventKind } from './lifecycle.js';
import { Referral } from './referral.js';

@ViewOf(() => Event)
@ObjectType({
  description: 'Something that happened to a referral. Seen by the partner that it was told to.',
})
export class ReferralEvent extends ToldEvent {
  @Field(() => ReferralEventKind, { description: 'What happened.' })
  kind!: ReferralEventKind;

  @Field(() => Partner, { nullable: true, description: 'The partner that did it; null for the hub itself.' })
  @Reads()
  by(_: unknown, event: Row): RowQuery {
    return selectOne(Partner, (partner) => sql`${partner.column('id')} = ${event.column('byId')}`);
  }

  @Field(() => Referral, { description: 'The referral as it is now, under the viewer’s rights.' })
  @Reads()
  referral(_: unknown, event: Row): RowQuery {
    return selectOne(Referral, (referral) => sql`${referral.column('id')} = ${event.column('subject')}`);
  }
}

const ReferralEventConnection = connectionOf('ReferralEvent', () => ReferralEvent as never, false);

@Resolver()
export class ReferralEventResolver {
  @Query(() => ReferralEventConnection, {
    description: 'The events of the viewer’s partner, oldest first: the same that the subscription delivers.',
  })
  @Reads()
  referralEvents(@Args() _: PageArgs): RowQuery {
    return eventsOfTopic('REFERRAL');
  }

  @Subscription(() => ReferralEvent, {
    name: 'referralEvents',
    description:
      'Everything that concerns the viewer’s partner after the cursor, then live. Without a cursor: live only.',
    subscribe: subscribe('REFERRAL'),
  })
  referralEventsLive(@Args() _: FollowArgs): never {
    throw new Error('read by the engine');
  }
}
