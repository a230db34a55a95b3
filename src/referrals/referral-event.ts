import { Args, ArgsType, Field, ObjectType, Query, Resolver, Subscription } from 'type-graphql';
import type { Context } from '../access/context.js';
import { sessionOf } from '../access/viewer.js';
import { Event } from '../events/event.js';
import { eventOrder, settled } from '../events/order.js';
import { connectionOf, PageArgs } from '../graphql/connections.js';
import { cursorOf } from '../graphql/read/cursor.js';
import { Computed, ordered, Reads, type Scan, scan, ViewOf } from '../graphql/read/declare.js';
import type { Row } from '../graphql/read/row.js';
import { literal, raw, sql } from '../graphql/read/sql.js';
import { DateTimeScalar } from '../graphql/scalars.js';
import { Partner } from '../partners/index.js';
import { referralTopic } from './advance.js';
import { ReferralEventKind } from './lifecycle.js';
import { Referral } from './referral.js';

@ViewOf(() => Event)
@ObjectType({
  description: 'Something that happened to a referral. Seen by the partner that it was told to.',
})
export class ReferralEvent {
  @Field(() => String, { description: 'Pass it as `after` to go on from here.' })
  @Computed((event) => cursorOf(eventOrder, event))
  cursor!: string;

  @Field(() => ReferralEventKind, { description: 'What happened.' })
  kind!: ReferralEventKind;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;

  @Field(() => Partner, { nullable: true, description: 'The partner that did it; null for the hub itself.' })
  @Reads()
  by(_: unknown, event: Row): Scan {
    return scan(Partner, (partner) => sql`${partner.column('id')} = ${event.column('byId')}`);
  }

  @Field(() => Referral, { description: 'The referral as it is now, under the viewer’s rights.' })
  @Reads()
  referral(_: unknown, event: Row): Scan {
    return scan(Referral, (referral) => sql`${referral.column('id')} = ${event.column('subject')}`);
  }
}

const ReferralEventConnection = connectionOf('ReferralEvent', () => ReferralEvent as never, false);

@ArgsType()
class FollowArgs {
  @Field(() => String, { nullable: true, description: 'The cursor of the last event seen.' })
  after?: string | null;
}

@Resolver()
export class ReferralEventResolver {
  @Query(() => ReferralEventConnection, {
    description: 'The events of the viewer’s partner, oldest first: the same that the subscription delivers.',
  })
  @Reads()
  referralEvents(@Args() _: PageArgs): Scan {
    return ordered(
      Event,
      eventOrder,
      (event) => sql`${event.column('partnerId')} = ${raw('(select access.partner_id())')}`,
      (event) => sql`${event.column('topic')} = ${literal(referralTopic)}`,
      settled,
    );
  }

  @Subscription(() => ReferralEvent, {
    name: 'referralEvents',
    description:
      'Everything that concerns the viewer’s partner after the cursor, then live. Without a cursor: live only.',
    subscribe: ({ args, context: { feed, viewer } }: { args: FollowArgs; context: Context }) =>
      feed.follow(sessionOf(viewer), viewer.partnerId, referralTopic, args.after) as never,
  })
  referralEventsLive(@Args() _: FollowArgs): never {
    throw new Error('read by the engine');
  }
}
