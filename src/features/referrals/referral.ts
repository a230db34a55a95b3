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

export const DeclineSide = closedSet('DeclineSide', 'Who declined a referral.', {
  PROVIDER: 'The service declined.',
  PERSON: 'The person declined.',
});
export type DeclineSide = keyof typeof DeclineSide;

export const DeclineReason = closedSet('DeclineReason', 'Why a referral was declined.', {
  NOT_ELIGIBLE: 'The person does not meet the conditions.',
  NO_CAPACITY: 'No place is free.',
  OUT_OF_AREA: 'The person lives outside the service’s area.',
  WRONG_SERVICE: 'The person needs another service.',
  INSUFFICIENT_INFO: 'The referral has too little information for a decision.',
  ALREADY_FOLLOWED: 'The person is already accompanied.',
  UNREACHABLE: 'The person could not be reached.',
  NOT_INTERESTED: 'The person does not want the service.',
  HIRED_OR_IN_TRAINING: 'The person has found work or training.',
  DUPLICATE: 'The same referral was already sent.',
  OTHER: 'Another reason; the comment states it.',
});
export type DeclineReason = keyof typeof DeclineReason;

/** Why a referral was declined. */
@ObjectType({ description: 'Who declined a referral, and why. Visible to both sides.' })
@Embeddable()
export class ReferralDecline {
  @Field(() => DeclineSide, { description: 'Who declined.' })
  @Enum({ items: () => DeclineSide, nativeEnumName: 'decline_side' })
  side!: DeclineSide;

  @Field(() => DeclineReason, { description: 'Reason for declining.' })
  @Enum({ items: () => DeclineReason, nativeEnumName: 'decline_reason' })
  reason!: DeclineReason;
}

export const ReferralAccessLimit = closedSet(
  'ReferralAccessLimit',
  'Why the receiver’s access to the person is smaller than the scope of the referral.',
  {
    SENDER: 'The sender’s own access no longer covers that scope.',
    PERSON: 'The person withdrew from the receiver after the referral was sent.',
  },
);
export type ReferralAccessLimit = keyof typeof ReferralAccessLimit;

/** The columns of a referral that the hub itself reads: those granted to `hub_system`. */
export const readByHub = [
  'reference',
  // Only the id: it is the key of the lock on the person's sharings.
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

/** The receiver is a side only once the referral is sent: it never sees a draft, not even a cancelled one. */
const side = `${readsFiles} and (from_id = ${me} or to_id = ${me} and sent_at is not null)`;

/**
 * One partner asks another to help a person. Both sides see the referral, the receiver once it is sent. A side sees
 * the person, and the texts about the person (`ReferralText`), only while it has a sharing in force. A trigger makes
 * the content immutable once the referral is sent.
 */
@ObjectType({
  implements: Node,
  description: 'A referral of a person from one partner to another. Visible to these two partners.',
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
// Counts the inbox and its sent referrals without reading rows.
@Index({
  name: 'referral_inbox',
  expression: 'create index referral_inbox on referral (to_id, created_at, id) include (from_id, sent_at)',
})
@Index({ name: 'referral_outbox', properties: ['from', 'createdAt', 'id'] })
@Index({ name: 'referral_of_former', properties: ['former', 'createdAt', 'id'] })
@Index({ name: 'referral_of_beneficiary', properties: ['beneficiary', 'createdAt', 'id'] })
export class Referral extends Node {
  @Field(() => String, { description: 'Reference to quote by telephone, such as `2026-000123`.' })
  @Property({ type: 'text' })
  @Unique()
  reference!: string;

  @Field(() => Beneficiary, {
    nullable: true,
    description: 'The person. Null once the viewer’s partner may no longer see the person.',
  })
  @ManyToOne(() => Beneficiary)
  beneficiary!: Beneficiary;

  @Field(() => Partner, { description: 'The sender.' })
  @ManyToOne(() => Partner)
  from!: Partner;

  @Field(() => Partner, { description: 'The receiver.' })
  @ManyToOne(() => Partner)
  to!: Partner;

  /** The closed referral that this one follows, when it was made by `referAgain`. */
  @ManyToOne(() => Referral, { nullable: true, deleteRule: 'set null' })
  former?: Referral | null;

  @Field(() => Service, {
    nullable: true,
    description:
      'The receiver’s service that is asked; null when the referral goes to the partner as a whole.',
  })
  @ManyToOne(() => Service, { nullable: true })
  service?: Service | null;

  @Field(() => ReferralPriority, { description: 'How soon an answer is needed.' })
  @Enum({ items: () => ReferralPriority, nativeEnumName: 'referral_priority' })
  priority!: ReferralPriority;

  @Field(() => ReferralStatus, { description: 'State of the referral.' })
  @Enum({ items: () => ReferralStatus, nativeEnumName: 'referral_status' })
  status!: ReferralStatus;

  /** The sender sets it within the person's agreement. */
  @Field(() => SharingScope, {
    description: 'What the receiver may see of the person once it accepts, while `accessLimit` is null.',
  })
  @Enum({ items: () => SharingScope, nativeEnumName: 'sharing_scope' })
  scope!: SharingScope;

  @Field(() => ReferralAccessLimit, {
    nullable: true,
    description:
      'Why the receiver’s access to the person is smaller than the scope of the referral, often the identity only; null when it is not smaller. To extend it, a partner whose own access covers that scope records a new agreement of the person.',
  })
  @Enum({ items: () => ReferralAccessLimit, nativeEnumName: 'referral_access_limit', nullable: true })
  accessLimit?: ReferralAccessLimit | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the referral was sent; null for a draft.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  sentAt?: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When a member of the receiver first opened the referral or acted on it.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  seenAt?: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the referral was accepted or declined. A place on the waiting list is not an answer.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  answeredAt?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the referral was closed.' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  closedAt?: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When the hub last sent a reminder to the side that has to act: the sender in INFO_REQUESTED, otherwise the receiver.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  remindedAt?: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When the hub notified the receiver’s administrators and the coordinator that the referral has waited too long.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  escalatedAt?: Date | null;

  @Property({ type: 'date', nullable: true })
  firstContactOn?: string | null;

  @Field(() => ReferralDecline, {
    nullable: true,
    description: 'Who declined, and why; null unless declined.',
  })
  @Embedded(() => ReferralDecline, { prefix: 'decline_', nullable: true })
  decline?: ReferralDecline | null;

  @Field(() => ReferralOutcome, {
    nullable: true,
    description: 'Outcome of the referral; null until it is completed.',
  })
  @Enum({ items: () => ReferralOutcome, nativeEnumName: 'referral_outcome', nullable: true })
  outcome?: ReferralOutcome | null;

  @Field(() => Int, {
    description: 'Increases with each change; a command that names an older version is refused.',
  })
  @Property({ type: 'integer' })
  version = 1;

  @Property({ type: 'datetime', length: 3, defaultRaw: 'now()' })
  createdAt!: Date;

  @ManyToOne(() => Member)
  createdBy!: Member;
}
