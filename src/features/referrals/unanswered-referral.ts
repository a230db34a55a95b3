import { Entity, Enum, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Args, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { connectionOf, PageArgs } from '../../graphql/connections.js';
import { idPrefix } from '../../graphql/ids.js';
import { Computed, Reads, type RowQuery, selectMany } from '../../graphql/read/declare.js';
import { orderBy } from '../../graphql/read/order.js';
import { literal, sql } from '../../graphql/read/sql.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { Partner } from '../partners/index.js';
import { ReferralStatus } from './lifecycle.js';
import { ReferralPriority } from './referral.js';

/**
 * What the coordinator reminds partners of: a view of a function that looks past the policies, gives
 * coordinators only what names no person, and gives others nothing.
 */
@ObjectType({
  description: 'A referral that waits for an answer, without the person. For coordinators.',
})
@Entity({
  tableName: 'unanswered_referral',
  view: true,
  expression:
    'select id, version, reference, from_id, to_id, priority, status, sent_at, escalated_at, days_waiting from access.unanswered_referrals() unanswered_referrals(id, version, reference, from_id, to_id, priority, status, sent_at, escalated_at, days_waiting)',
})
export class UnansweredReferral {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Field(() => ID, { description: 'The referral, by id only: what an act on it names.' })
  @Computed((row) => sql`${literal(idPrefix('Referral'))} || ${row.column('id')}`)
  referral!: string;

  @Field(() => Int, { description: 'Its version: what an act on it names too.' })
  @Property({ type: 'integer' })
  version!: number;

  @Field(() => String, { description: 'What people quote on the telephone, such as `2026-000123`.' })
  @Property({ type: 'text' })
  reference!: string;

  @Field(() => Partner, { description: 'The partner that sent it.' })
  @ManyToOne(() => Partner)
  from!: Partner;

  @Field(() => Partner, { description: 'The partner that received it.' })
  @ManyToOne(() => Partner)
  to!: Partner;

  @Field(() => ReferralPriority, { description: 'How soon an answer is needed.' })
  @Enum({ items: () => ReferralPriority, nativeEnumName: 'referral_priority' })
  priority!: ReferralPriority;

  @Field(() => ReferralStatus, {
    description:
      'Where it stands: with INFO_REQUESTED the sender is to answer, with the others the receiver.',
  })
  @Enum({ items: () => ReferralStatus, nativeEnumName: 'referral_status' })
  status!: ReferralStatus;

  @Field(() => DateTimeScalar, { description: 'When it was sent.' })
  @Property({ type: 'datetime', length: 3 })
  sentAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When the hub told the coordinator and the receiver’s administrators that it waits for too long.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  escalatedAt?: Date | null;

  @Field(() => Int, { description: 'How many whole days have passed since.' })
  @Property({ type: 'integer' })
  daysWaiting!: number;
}

const UnansweredReferralConnection = connectionOf('UnansweredReferral', () => UnansweredReferral, true);
const longest = orderBy('REFERRAL_UNANSWERED', { sentAt: 'timestamptz', id: 'uuid' });

@Resolver()
export class UnansweredReferralQueries {
  @Query(() => UnansweredReferralConnection, {
    description:
      'The referrals of all partners that wait for an answer, the longest first. For coordinators; empty to others.',
  })
  @Reads()
  unansweredReferrals(@Args() _: PageArgs): RowQuery {
    return selectMany(UnansweredReferral, longest);
  }
}
