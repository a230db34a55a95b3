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

/** The viewer is a side of the message's referral and sees its person; a receiver sees no draft. */
const spoken = `exists (select from referral r
        where r.id = referral_message.referral_id and ${sees('r.beneficiary_id', 'IDENTITY')}`;

/**
 * What one side of a referral wrote to the other: a message, or what the receiver asked and the sender replied
 * when that changed where the referral stands. It is likely to tell of the person, so a side that does not see
 * the person any more does not read it any more either.
 */
@DataSubject(
  (message) => sql`(select r.beneficiary_id from referral r where r.id = ${message.column('referral')})`,
)
@ObjectType({
  implements: Node,
  description:
    'What one side of a referral wrote to the other. Seen by both sides, by each as long as it sees the person.',
})
@Entity({
  tableName: 'referral_message',
  rowLevelSecurity: 'force',
  policies: [
    { name: 'sides', command: 'select', roles: ['hub_partner'], using: `${spoken})` },
    {
      name: 'write',
      command: 'insert',
      roles: ['hub_partner'],
      check: `by_id = ${me} and author_id = ${myself} and ${spoken} and r.sent_at is not null)
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

  @Field(() => Partner, { description: 'The side that wrote it.' })
  @ManyToOne(() => Partner)
  by!: Partner;

  @Field(() => Member, {
    nullable: true,
    description: 'Who wrote it; null unless it is a colleague of the viewer.',
  })
  @ManyToOne(() => Member)
  author!: Member;

  @Field(() => String, { description: 'What was written.' })
  @Property({ type: 'text' })
  text!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  @Property({ type: 'datetime', length: 3, defaultRaw: 'now()' })
  at!: Date;

  /** The change that was made by it: asking the sender for something, or replying. */
  @ManyToOne(() => ReferralTransition, { nullable: true })
  @Unique()
  change?: ReferralTransition | null;
}
