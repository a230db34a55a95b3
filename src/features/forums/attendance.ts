import { Check, Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { counted, inRole, me, myself, readsFiles, sees } from '../../access/policies.js';
import { Node } from '../../graphql/node.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { AgreementMethod, Beneficiary } from '../beneficiaries/index.js';
import { Member, Partner } from '../partners/index.js';
import { Referral } from '../referrals/index.js';
import { Exhibitor } from './exhibitor.js';
import { Forum } from './forum.js';

/** A count without names is seen by everyone. A person's attendance is seen with scope PATHWAY. */
const countOrVisiblePerson = `(beneficiary_id is null or ${sees('attendance.beneficiary_id', 'PATHWAY')})`;

/** An attendance at a forum: one person, with the person's agreement, or a number of people without names. */
@ObjectType({
  implements: Node,
  description:
    'An attendance at a forum: a person, seen with a sharing of scope PATHWAY, or a count of people without names, seen by every member.',
})
@Entity({
  tableName: 'attendance',
  rowLevelSecurity: 'force',
  policies: [
    { name: 'seen', command: 'select', roles: ['hub_partner'], using: countOrVisiblePerson },
    {
      name: 'record',
      command: 'insert',
      roles: ['hub_partner'],
      check: `(${readsFiles} or ${inRole('COORDINATOR')} and beneficiary_id is null and exists (
          select from forum f where f.id = attendance.forum_id and f.partner_id = ${me}))
        and partner_id = ${me} and recorded_by_id = ${myself} and referral_id is null
        and ${countOrVisiblePerson}
        and (exhibitor_id is null or exists (
          select from exhibitor e where e.id = attendance.exhibitor_id and e.forum_id = attendance.forum_id))`,
    },
    {
      name: 'refer',
      command: 'update',
      roles: ['hub_partner'],
      using: `${readsFiles} and partner_id = ${me}`,
      check: `exists (
        select from referral r
        where r.id = attendance.referral_id and r.from_id = ${me} and r.beneficiary_id = attendance.beneficiary_id)`,
    },
    { name: 'access', command: 'select', roles: ['hub_access'], using: 'true' },
    counted,
  ],
})
@Check({
  name: 'attendance_person_or_count',
  expression: `people >= 1 and first_time_people >= 0 and first_time_people <= people and case
    when beneficiary_id is null
      then agreed_on is null and method is null and exhibitor_id is null and referral_id is null
    else people = 1 and agreed_on is not null and method is not null
  end`,
})
@Index({ name: 'attendance_of_forum', properties: ['forum', 'recordedAt', 'id'] })
@Index({ name: 'attendance_of_beneficiary', properties: ['beneficiary', 'recordedAt', 'id'] })
@Index({
  name: 'attendance_once',
  expression:
    'create unique index attendance_once on attendance (forum_id, beneficiary_id) where beneficiary_id is not null',
})
@Index({
  name: 'attendance_of_referral',
  expression:
    'create unique index attendance_of_referral on attendance (referral_id) where referral_id is not null',
})
export class Attendance extends Node {
  @Field(() => Forum, { description: 'The forum.' })
  @ManyToOne(() => Forum)
  forum!: Forum;

  @Field(() => Partner, { description: 'The partner that recorded the attendance.' })
  @ManyToOne(() => Partner)
  partner!: Partner;

  @Field(() => Beneficiary, { nullable: true, description: 'The person; null for a count without names.' })
  @ManyToOne(() => Beneficiary, { nullable: true })
  beneficiary?: Beneficiary | null;

  @Field(() => Int, { description: 'The number of people: 1 for a person.' })
  @Property({ type: 'integer' })
  people!: number;

  @Field(() => Int, {
    description:
      'How many of these people were met for the first time at the forum. A person counts as met for the first time when registered on the day of the forum or later.',
  })
  @Property({ type: 'integer' })
  firstTimePeople!: number;

  /** The day on which the person agreed to the recording. */
  @Property({ type: 'date', nullable: true })
  agreedOn?: string | null;

  @Enum({ items: () => AgreementMethod, nativeEnumName: 'agreement_method', nullable: true })
  method?: AgreementMethod | null;

  @Field(() => Exhibitor, { nullable: true, description: 'The exhibitor that the person made contact with.' })
  @ManyToOne(() => Exhibitor, { nullable: true })
  exhibitor?: Exhibitor | null;

  @Field(() => Referral, {
    nullable: true,
    description:
      'The referral that resulted from the attendance. Null unless the viewer’s partner is its sender or receiver.',
  })
  @ManyToOne(() => Referral, { nullable: true })
  referral?: Referral | null;

  @ManyToOne(() => Member)
  recordedBy!: Member;

  @Field(() => DateTimeScalar, { description: 'When the attendance was recorded.' })
  @Property({ type: 'datetime', length: 3 })
  recordedAt!: Date;
}
