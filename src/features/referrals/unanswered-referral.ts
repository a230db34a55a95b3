import { Entity, Enum, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Args, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { queryOf } from '../../database/definitions.js';
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
 * The unanswered referrals of all partners, for coordinators, who remind the partners of them. The view reads a
 * function that bypasses the row policies: it returns no column that identifies a person, and no row to other viewers.
 */
@ObjectType({
  description: 'A referral that waits for an answer, without the person. For coordinators.',
})
@Entity({
  tableName: 'unanswered_referral',
  view: true,
  expression: queryOf('unanswered-referral'),
})
export class UnansweredReferral {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Field(() => ID, { description: 'Id of the referral, for the input of a command.' })
  @Computed((row) => sql`${literal(idPrefix('Referral'))} || ${row.column('id')}`)
  referral!: string;

  @Field(() => Int, { description: 'Version of the referral, for the input of a command.' })
  @Property({ type: 'integer' })
  version!: number;

  @Field(() => String, { description: 'Reference to quote by telephone, such as `2026-000123`.' })
  @Property({ type: 'text' })
  reference!: string;

  @Field(() => Partner, { description: 'The sender.' })
  @ManyToOne(() => Partner)
  from!: Partner;

  @Field(() => Partner, { description: 'The receiver.' })
  @ManyToOne(() => Partner)
  to!: Partner;

  @Field(() => ReferralPriority, { description: 'How soon an answer is needed.' })
  @Enum({ items: () => ReferralPriority, nativeEnumName: 'referral_priority' })
  priority!: ReferralPriority;

  @Field(() => ReferralStatus, {
    description:
      'State of the referral. In INFO_REQUESTED the sender has to answer; in the other states the receiver has to.',
  })
  @Enum({ items: () => ReferralStatus, nativeEnumName: 'referral_status' })
  status!: ReferralStatus;

  @Field(() => DateTimeScalar, { description: 'When the referral was sent.' })
  @Property({ type: 'datetime', length: 3 })
  sentAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When the hub notified the coordinator and the receiver’s administrators that the referral has waited too long.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  escalatedAt?: Date | null;

  @Field(() => Int, { description: 'Whole days since the referral was sent.' })
  @Property({ type: 'integer' })
  daysWaiting!: number;
}

const UnansweredReferralConnection = connectionOf('UnansweredReferral', () => UnansweredReferral, true);
const longestWaitFirst = orderBy('REFERRAL_UNANSWERED', { sentAt: 'timestamptz', id: 'uuid' });

@Resolver()
export class UnansweredReferralQueries {
  @Query(() => UnansweredReferralConnection, {
    description:
      'The referrals of all partners that wait for an answer, longest wait first. For coordinators; empty for others.',
  })
  @Reads()
  unansweredReferrals(@Args() _: PageArgs): RowQuery {
    return selectMany(UnansweredReferral, longestWaitFirst);
  }
}
