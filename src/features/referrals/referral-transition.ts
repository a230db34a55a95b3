import { Entity, Enum, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { v7 } from 'uuid';
import { inRole, me, myself } from '../../access/policies.js';
import { Computed } from '../../graphql/read/declare.js';
import { sql } from '../../graphql/read/sql.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { Member, Partner } from '../partners/index.js';
import { ReferralStatus } from './lifecycle.js';
import { Referral } from './referral.js';
import { textOf } from './text-of.js';

/** One change of a referral: who made it, when, and the states before and after. Insert-only. */
@ObjectType({
  description: 'One change of a referral. Visible to both sides; changes of a draft, to the sender only.',
})
@Entity({
  tableName: 'referral_transition',
  rowLevelSecurity: 'force',
  policies: [
    {
      name: 'sides',
      command: 'select',
      roles: ['hub_partner'],
      using: `exists (select from referral r where r.id = referral_transition.referral_id)
        and ("to" <> 'DRAFT' or by_id = ${me})`,
    },
    {
      name: 'act',
      command: 'insert',
      roles: ['hub_partner'],
      check: `by_id = ${me} and member_id = ${myself}
        and exists (select from referral r where r.id = referral_transition.referral_id)`,
    },
    { name: 'system', command: 'insert', roles: ['hub_system'], check: 'by_id is null' },
    {
      name: 'coordinate',
      command: 'insert',
      roles: ['hub_system'],
      check: `"to" = 'ENTERED_IN_ERROR' and ${inRole('COORDINATOR')} and by_id = ${me} and member_id = ${myself}`,
    },
    { name: 'clock', command: 'select', roles: ['hub_system'], using: 'true' },
  ],
})
@Unique({ name: 'referral_transition_of_referral', properties: ['referral', 'version'] })
export class ReferralTransition {
  @PrimaryKey({ type: 'uuid' })
  id: string = v7();

  @ManyToOne(() => Referral)
  referral!: Referral;

  /** The referral's version after this change. */
  @Property({ type: 'integer' })
  version!: number;

  @Field(() => ReferralStatus, {
    nullable: true,
    description: 'State before the change; null for the first change.',
  })
  @Enum({ items: () => ReferralStatus, nativeEnumName: 'referral_status', nullable: true })
  from?: ReferralStatus | null;

  @Field(() => ReferralStatus, { description: 'State after the change.' })
  @Enum({ items: () => ReferralStatus, nativeEnumName: 'referral_status' })
  to!: ReferralStatus;

  @Field(() => DateTimeScalar, { description: 'When the change was made.' })
  @Property({ type: 'datetime', length: 3, defaultRaw: 'now()' })
  at!: Date;

  @Field(() => Partner, {
    nullable: true,
    description: 'The partner that made the change; null for the hub itself.',
  })
  @ManyToOne(() => Partner, { nullable: true })
  by?: Partner | null;

  @Field(() => Member, {
    nullable: true,
    description:
      'The member who made the change. Null unless it is a member of the viewer’s partner, and for the hub itself.',
  })
  @ManyToOne(() => Member, { nullable: true })
  member?: Member | null;

  /** The reason in `referral_text`, or the message if the change is a question or a reply. */
  @Field(() => String, {
    nullable: true,
    description:
      'Reason of the change, in the author’s words; for a question or a reply, its text, as in `messages`. Null once the viewer’s partner may no longer see the person.',
  })
  @Computed(
    (
      change,
    ) => sql`coalesce(${textOf(change.column('id'))}, case when 'INFO_REQUESTED' in (${change.column('from')}, ${change.column('to')})
      then (select m.text from referral_message m where m.change_id = ${change.column('id')}) end)`,
  )
  reason?: never;
}
