import { Entity, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { me, myself, sees } from '../../access/policies.js';
import { Node } from '../../graphql/node.js';
import { DataSubject } from '../../graphql/read/declare.js';
import { sql } from '../../graphql/read/sql.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { Member, Partner } from '../partners/index.js';
import { Referral } from './referral.js';
import { ReferralTransition } from './referral-transition.js';

/** The viewer's partner is a side of the message's referral and sees its person. A receiver sees no draft. */
const referralOfMessage = `exists (select from referral r
        where r.id = referral_message.referral_id and ${sees('r.beneficiary_id', 'IDENTITY')}`;

/**
 * A message from one side of a referral to the other. A question of the receiver and a reply of the sender, which
 * change the state of the referral, are messages too. A message probably contains information about the person, so a
 * side that no longer sees the person cannot read it.
 */
@DataSubject(
  (message) => sql`(select r.beneficiary_id from referral r where r.id = ${message.column('referral')})`,
)
@ObjectType({
  implements: Node,
  description:
    'A message from one side of a referral to the other. Visible to each side as long as it sees the person.',
})
@Entity({
  tableName: 'referral_message',
  rowLevelSecurity: 'force',
  policies: [
    { name: 'sides', command: 'select', roles: ['hub_partner'], using: `${referralOfMessage})` },
    {
      name: 'write',
      command: 'insert',
      roles: ['hub_partner'],
      check: `by_id = ${me} and author_id = ${myself} and ${referralOfMessage} and r.sent_at is not null)
        and (change_id is null or exists (select from referral_transition t
          where t.id = referral_message.change_id and t.referral_id = referral_message.referral_id and t.member_id = ${myself}))`,
    },
  ],
})
@Index({ name: 'referral_message_of_referral', properties: ['referral', 'at', 'id'] })
export class ReferralMessage extends Node {
  @Field(() => Referral, { description: 'The referral.' })
  @ManyToOne(() => Referral)
  referral!: Referral;

  @Field(() => Partner, { description: 'The partner that wrote the message.' })
  @ManyToOne(() => Partner)
  by!: Partner;

  @Field(() => Member, {
    nullable: true,
    description: 'The member who wrote the message. Null unless it is a member of the viewer’s partner.',
  })
  @ManyToOne(() => Member)
  author!: Member;

  @Field(() => String, { description: 'Text of the message.' })
  @Property({ type: 'text' })
  text!: string;

  @Field(() => DateTimeScalar, { description: 'When the message was written.' })
  @Property({ type: 'datetime', length: 3, defaultRaw: 'now()' })
  at!: Date;

  /** The change of state that was made with the message, if it is a question or a reply. */
  @ManyToOne(() => ReferralTransition, { nullable: true })
  @Unique()
  change?: ReferralTransition | null;
}
