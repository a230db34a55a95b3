import {
  Check,
  Embeddable,
  Embedded,
  Entity,
  Enum,
  Index,
  ManyToOne,
  Property,
  Unique,
} from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { counted, inRole, me, myself, readsFiles } from '../../access/policies.js';
import { SharingScope } from '../../access/scope.js';
import { closedSet } from '../../graphql/enum.js';
import { Node } from '../../graphql/node.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { Beneficiary } from '../beneficiaries/index.js';
import { Member, Partner, Service } from '../partners/index.js';
import { ReferralOutcome, ReferralStatus } from './lifecycle.js';

export const ReferralPriority = closedSet('ReferralPriority', 'How soon an answer is needed.', {
  ROUTINE: 'Within the usual delays.',
  URGENT: 'Within a day or two.',
});
export type ReferralPriority = keyof typeof ReferralPriority;

export const DeclineSide = closedSet('DeclineSide', 'Who said no: the service, or the person.', {
  PROVIDER: 'The service.',
  PERSON: 'The person.',
});
export type DeclineSide = keyof typeof DeclineSide;

export const DeclineReason = closedSet('DeclineReason', 'Why a referral was declined.', {
  NOT_ELIGIBLE: 'The person does not meet the conditions.',
  NO_CAPACITY: 'No place is free.',
  OUT_OF_AREA: 'The person lives elsewhere.',
  WRONG_SERVICE: 'Another service is the right one.',
  INSUFFICIENT_INFO: 'Too little is known to decide.',
  ALREADY_FOLLOWED: 'The person is already accompanied.',
  UNREACHABLE: 'The person could not be reached.',
  NOT_INTERESTED: 'The person does not want it.',
  HIRED_OR_IN_TRAINING: 'The person has found work or training.',
  DUPLICATE: 'The same referral was already sent.',
  OTHER: 'Another reason, told in the comment.',
});
export type DeclineReason = keyof typeof DeclineReason;

/** Why a referral was declined. */
@ObjectType({ description: 'Who said no, and why. Seen by both sides.' })
@Embeddable()
export class ReferralDecline {
  @Field(() => DeclineSide, { description: 'Who said no.' })
  @Enum({ items: () => DeclineSide, nativeEnumName: 'decline_side' })
  side!: DeclineSide;

  @Field(() => DeclineReason, { description: 'Why.' })
  @Enum({ items: () => DeclineReason, nativeEnumName: 'decline_reason' })
  reason!: DeclineReason;
}

export const ReferralAccessLimit = closedSet(
  'ReferralAccessLimit',
  'Why the receiver sees less of the person than the referral was to open.',
  {
    SENDER: 'The sender itself may not see the person that far any more.',
    PERSON: 'The person withdrew from the receiver after the referral was sent.',
  },
);
export type ReferralAccessLimit = keyof typeof ReferralAccessLimit;
/** What the hub itself reads of a referral; the grants of `hub_system` are these columns. */
export const readByHub = [
  'reference',
  // Only the id, by which what partners see of a person is locked.
  'beneficiary',
  'from',
  'to',
  'priority',
  'status',
  'sentAt',
  'closedAt',
  'remindedAt',
  'escalatedAt',
  'version',
  'createdBy',
] as const satisfies readonly (keyof Referral)[];

/** The receiver is a side of what was sent to it: never of a draft, also one that was called off. */
const side = `${readsFiles} and (from_id = ${me} or to_id = ${me} and sent_at is not null)`;

/**
 * One partner asks another to take a person on. Both sides see it, the receiver once it is sent;
 * the person in it, and what it says about them (`ReferralText`), only while a sharing is in force. A trigger keeps
 * what it says as it was sent.
 */
@ObjectType({
  implements: Node,
  description: 'A referral of a person from one partner to another. Seen by these two partners.',
})
@Entity({
  tableName: 'referral',
  rowLevelSecurity: 'force',
  policies: [
    {
      name: 'sides',
      command: 'select',
      roles: ['hub_partner'],
      using: side,
    },
    {
      name: 'send',
      command: 'insert',
      roles: ['hub_partner'],
      check: `${readsFiles} and from_id = ${me} and to_id <> ${me} and created_by_id = ${myself}
        and status = any (array['DRAFT'::referral_status, 'REQUESTED'::referral_status])
        and access.scope(beneficiary_id) >= scope
        and (former_id is null or access.referred(former_id, beneficiary_id))
        and (service_id is null or exists (select from service s where s.id = service_id and s.partner_id = to_id))`,
    },
    {
      name: 'act',
      command: 'update',
      roles: ['hub_partner'],
      using: side,
    },
    { name: 'access', command: 'select', roles: ['hub_access', 'hub_system'], using: 'true' },
    {
      name: 'system',
      command: 'update',
      roles: ['hub_system'],
      using: 'true',
      check: `status <> 'ENTERED_IN_ERROR' or ${inRole('COORDINATOR')}`,
    },
    counted,
  ],
})
@Check({ name: 'referral_draft_is_not_sent', expression: "status <> 'DRAFT' or sent_at is null" })
@Index({ name: 'referral_inbox', properties: ['to', 'createdAt', 'id'] })
@Index({ name: 'referral_outbox', properties: ['from', 'createdAt', 'id'] })
@Index({ name: 'referral_of_former', properties: ['former', 'createdAt', 'id'] })
@Index({ name: 'referral_of_beneficiary', properties: ['beneficiary', 'createdAt', 'id'] })
export class Referral extends Node {
  @Field(() => String, { description: 'What people quote on the telephone, such as `2026-000123`.' })
  @Property({ type: 'text' })
  @Unique()
  reference!: string;

  @Field(() => Beneficiary, {
    nullable: true,
    description: 'Null once the viewer’s partner may no longer see the person.',
  })
  @ManyToOne(() => Beneficiary)
  beneficiary!: Beneficiary;

  @Field(() => Partner, { description: 'The partner that sends.' })
  @ManyToOne(() => Partner)
  from!: Partner;

  @Field(() => Partner, { description: 'The partner that receives.' })
  @ManyToOne(() => Partner)
  to!: Partner;

  /** The referral after which the sender referred the person again. */
  @ManyToOne(() => Referral, { nullable: true, deleteRule: 'set null' })
  former?: Referral | null;

  @Field(() => Service, {
    nullable: true,
    description: 'Which of the receiver’s services is asked; null when the partner as a whole is.',
  })
  @ManyToOne(() => Service, { nullable: true })
  service?: Service | null;

  @Field(() => ReferralPriority, { description: 'How soon an answer is needed.' })
  @Enum({ items: () => ReferralPriority, nativeEnumName: 'referral_priority' })
  priority!: ReferralPriority;

  @Field(() => ReferralStatus, { description: 'Where it stands.' })
  @Enum({ items: () => ReferralStatus, nativeEnumName: 'referral_status' })
  status!: ReferralStatus;

  /** What the receiver may see once it accepts; fixed by the sender within the person's agreement. */
  @Enum({ items: () => SharingScope, nativeEnumName: 'sharing_scope' })
  scope!: SharingScope;

  @Field(() => ReferralAccessLimit, {
    nullable: true,
    description:
      'Why the receiver sees less of the person than the referral was to open, often their identity only; null when it sees as much. For more, the person agrees anew, with a partner that may see them that far.',
  })
  @Enum({ items: () => ReferralAccessLimit, nativeEnumName: 'referral_access_limit', nullable: true })
  accessLimit?: ReferralAccessLimit | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was sent.' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  sentAt?: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When somebody at the receiver first opened it, or acted on it.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  seenAt?: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was accepted or declined. A place on the waiting list is no answer.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  answeredAt?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended.' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  closedAt?: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When the hub last reminded whose turn it was: the receiver, or the sender who was asked for something.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  remindedAt?: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When the hub told the receiver’s administrators and the coordinator that it waits for too long.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  escalatedAt?: Date | null;

  @Property({ type: 'date', nullable: true })
  firstContactOn?: string | null;

  @Field(() => ReferralDecline, { nullable: true, description: 'Who said no and why, once declined.' })
  @Embedded(() => ReferralDecline, { prefix: 'decline_', nullable: true })
  decline?: ReferralDecline | null;

  @Field(() => ReferralOutcome, { nullable: true, description: 'What came of it, once it has ended.' })
  @Enum({ items: () => ReferralOutcome, nativeEnumName: 'referral_outcome', nullable: true })
  outcome?: ReferralOutcome | null;

  @Field(() => Int, {
    description: 'Grows with each change; an act on an older version is refused.',
  })
  @Property({ type: 'integer' })
  version = 1;

  @Property({ type: 'datetime', length: 3, defaultRaw: 'now()' })
  createdAt!: Date;

  @ManyToOne(() => Member)
  createdBy!: Member;
}
