import { Args, Field, ObjectType, Query, Resolver, Subscription } from 'type-graphql';
import { Event } from '../../events/event.js';
import { eventsOfTopic, FollowArgs, PartnerEvent, subscribe } from '../../events/topic.js';
import { connectionOf, PageArgs } from '../../graphql/connections.js';
import { Reads, type RowQuery, selectOne, ViewOf } from '../../graphql/read/declare.js';
import type { Row } from '../../graphql/read/row.js';
import { sql } from '../../graphql/read/sql.js';
import { Partner } from '../partners/index.js';
import { ReferralEventKind } from './lifecycle.js';
import { Referral } from './referral.js';

@ViewOf(() => Event)
@ObjectType({
  description: 'An event of a referral. Visible to the partner to which it was delivered.',
})
export class ReferralEvent extends PartnerEvent {
  @Field(() => ReferralEventKind, { description: 'Kind of event.' })
  kind!: ReferralEventKind;

  @Field(() => Partner, {
    nullable: true,
    description: 'The partner that caused the event; null for the hub itself.',
  })
  @Reads()
  by(_: unknown, event: Row): RowQuery {
    return selectOne(Partner, (partner) => sql`${partner.column('id')} = ${event.column('byId')}`);
  }

  @Field(() => Referral, {
    description: 'The referral in its current state, as far as the viewer may see it.',
  })
  @Reads()
  referral(_: unknown, event: Row): RowQuery {
    return selectOne(Referral, (referral) => sql`${referral.column('id')} = ${event.column('subject')}`);
  }
}

const ReferralEventConnection = connectionOf('ReferralEvent', () => ReferralEvent as never, false);

@Resolver()
export class ReferralEventResolver {
  @Query(() => ReferralEventConnection, {
    description:
      'The referral events of the viewer’s partner, oldest first. The subscription delivers the same events.',
  })
  @Reads()
  referralEvents(@Args() _: PageArgs): RowQuery {
    return eventsOfTopic('REFERRAL');
  }

  @Subscription(() => ReferralEvent, {
    name: 'referralEvents',
    description:
      'The referral events of the viewer’s partner: first those after the cursor, then live. Without a cursor, live events only.',
    subscribe: subscribe('REFERRAL'),
  })
  referralEventsLive(@Args() _: FollowArgs): never {
    throw new Error('read by the engine');
  }
}
