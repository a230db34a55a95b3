import type { Opt } from '@mikro-orm/core';
import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { me, myself, readsFiles } from '../../access/policies.js';
import { SharingScope } from '../../access/scope.js';
import { closedSet } from '../../graphql/enum.js';
import { Node } from '../../graphql/node.js';
import { DateScalar, DateTimeScalar } from '../../graphql/scalars.js';
import { Member, Partner } from '../partners/index.js';
import { Beneficiary } from './beneficiary.js';

export const SharingBasis = closedSet('SharingBasis', 'The reason why a partner may see a person.', {
  REFERENT: 'The partner registered the person and is responsible for the file.',
  REFERRAL: 'The person was referred to the partner, with the person’s agreement.',
  AGREEMENT: 'The person agreed to share the file with the partner.',
});
export type SharingBasis = keyof typeof SharingBasis;

export const AgreementMethod = closedSet('AgreementMethod', 'The form in which the person agreed.', {
  WRITTEN: 'In writing.',
  ORAL: 'Orally, to a professional who recorded the agreement.',
});
export type AgreementMethod = keyof typeof AgreementMethod;

/** The member who informed the person is a colleague, or the member of the other partner who sent the link request. */
const informedByASide = `(informed_by_id is null
          or exists (select from member m where m.id = sharing.informed_by_id)
          or exists (select from link_request r
            where r.member_id = sharing.informed_by_id and r.partner_id = sharing.partner_id))`;

/**
 * The right of a partner to see a person: with a scope, a basis and an end. All access to persons depends on this
 * table.
 *
 * The row policies of all other tables read this table, under its own row policy. A row that this policy hides
 * therefore grants nothing.
 *
 * A partner never grants access to itself. A partner may insert a sharing with itself in two cases only: as the
 * referent, when it registers the person; and as the receiver of an accepted referral, with at most the scope that
 * the sender granted and for no longer than the agreement to the referral. A sharing with another partner has at
 * most the scope of the partner that grants it, and always has an end.
 *
 * A trigger refuses an agreement that is older than the day on which the person was informed, or than the last
 * withdrawal. Another trigger ends sharings that were derived from an access that has ended.
 */
@ObjectType({
  implements: Node,
  description:
    'The right of a partner to see a person, up to a scope. Visible to every partner that sees the person.',
})
@Entity({
  tableName: 'sharing',
  rowLevelSecurity: 'force',
  policies: [
    {
      name: 'seen',
      command: 'select',
      roles: ['hub_partner'],
      using: `${readsFiles}
        and (partner_id = ${me} or granted_by_id = ${me} or access.scope(beneficiary_id) is not null)`,
    },
    {
      name: 'grant',
      command: 'insert',
      roles: ['hub_partner'],
      check: `${readsFiles} and recorded_by_id = ${myself} and ${informedByASide} and case
        when basis = 'REFERENT'
          then ${me} = all (array[partner_id, granted_by_id, access.referent(beneficiary_id)])
        when partner_id = ${me}
          then basis = 'REFERRAL' and access.granted(referral_id, beneficiary_id, granted_by_id, until) >= scope
        else granted_by_id = ${me} and until is not null and access.scope(beneficiary_id) >= scope
      end`,
    },
    {
      name: 'end',
      command: 'update',
      roles: ['hub_partner'],
      using: `${readsFiles} and ${me} = any (array[partner_id, granted_by_id, access.referent(beneficiary_id)])`,
      check: `ended_at is not null and ended_by_id = ${myself}`,
    },
    { name: 'access', command: 'select', roles: ['hub_access'], using: 'true' },
    { name: 'due', command: 'select', roles: ['hub_system'], using: 'until is not null' },
    { name: 'remind', command: 'update', roles: ['hub_system'], using: 'until is not null' },
  ],
})
@Index({ name: 'sharing_granted_by', properties: ['grantedBy'] })
@Index({ name: 'sharing_of_beneficiary', properties: ['beneficiary', 'partner', 'since'] })
@Index({
  name: 'sharing_in_force',
  expression:
    'create index sharing_in_force on sharing (beneficiary_id, partner_id) include (scope, until, granted_by_id) where ended_at is null',
})
@Index({
  name: 'sharing_of_partner',
  expression:
    'create index sharing_of_partner on sharing (partner_id, beneficiary_id) include (scope, until, granted_by_id) where ended_at is null and not lapsed',
})
@Index({
  name: 'sharing_one_referent',
  expression: "create unique index sharing_one_referent on sharing (beneficiary_id) where basis = 'REFERENT'",
})
@Index({
  name: 'sharing_to_remind',
  expression:
    'create index sharing_to_remind on sharing (until) where ended_at is null and reminded_at is null',
})
@Index({
  name: 'sharing_to_lapse',
  expression: 'create index sharing_to_lapse on sharing (until) where ended_at is null and not lapsed',
})
@Index({
  name: 'sharing_extends',
  expression: 'create index sharing_extends on sharing (extends_id) where extends_id is not null',
})
@Index({
  name: 'sharing_of_link_request',
  expression:
    'create index sharing_of_link_request on sharing (link_request_id) where link_request_id is not null',
})
export class Sharing extends Node {
  @Field(() => Beneficiary, {
    nullable: true,
    description: 'The person; null when the viewer’s partner may no longer see the person.',
  })
  @ManyToOne(() => Beneficiary)
  beneficiary!: Beneficiary;

  @Field(() => Partner, { description: 'The partner that may see the person.' })
  @ManyToOne(() => Partner)
  partner!: Partner;

  @Field(() => SharingScope, { description: 'The scope up to which the partner may see the person.' })
  @Enum({ items: () => SharingScope, nativeEnumName: 'sharing_scope' })
  scope!: SharingScope;

  @Field(() => SharingBasis, { description: 'Why the partner may see the person.' })
  @Enum({ items: () => SharingBasis, nativeEnumName: 'sharing_basis' })
  basis!: SharingBasis;

  @Field(() => DateTimeScalar, { description: 'When the sharing began.' })
  @Property({ type: 'datetime', length: 3, defaultRaw: 'now()' })
  since!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the sharing ends; null for the sharing of the referent.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  until?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the sharing was ended early.' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  endedAt?: Date | null;

  @Property({ type: 'text', nullable: true })
  endReason?: string | null;

  @ManyToOne(() => Member, { nullable: true })
  endedBy?: Member | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The day on which the person agreed; null for the referent, which informs the person instead of asking for an agreement.',
  })
  @Property({ type: 'date', nullable: true })
  agreedOn?: string | null;

  @Field(() => AgreementMethod, { nullable: true, description: 'How the person agreed.' })
  @Enum({ items: () => AgreementMethod, nativeEnumName: 'agreement_method', nullable: true })
  method?: AgreementMethod | null;

  /** Whether it was confirmed that the agreement came after a withdrawal on the same day. */
  @Property({ type: 'boolean', default: false })
  agreedAfterWithdrawal: Opt<boolean> = false;

  /** When the person last withdrew the access that this row gave. */
  @Property({ type: 'datetime', length: 3, nullable: true })
  withdrawnAt?: Date | null;

  /** The referral that this sharing belongs to, for the basis REFERRAL. */
  @Property({ type: 'uuid', nullable: true })
  @Index()
  referralId?: string | null;

  /** The earlier agreement that this agreement continues. */
  @ManyToOne(() => Sharing, { nullable: true, deleteRule: 'set null' })
  extends?: Sharing | null;

  /** The link request with which this agreement was given. */
  @Property({ type: 'uuid', nullable: true })
  linkRequestId?: string | null;

  @Field(() => Partner, { description: 'The partner that granted the sharing.' })
  @ManyToOne(() => Partner)
  grantedBy!: Partner;

  @ManyToOne(() => Member)
  recordedBy!: Member;

  /** The member who informed the person; null when it was the member who recorded the sharing. */
  @ManyToOne(() => Member, { nullable: true })
  informedBy?: Member | null;

  /** When its partners were notified that it ends soon. */
  @Property({ type: 'datetime', length: 3, nullable: true })
  remindedAt?: Date | null;

  /**
   * Whether it expired more than a day ago: `until` is past, and it was not ended. Set by the hub so that the index of
   * the sharings of a partner does not keep what gives no access. No access depends on it.
   */
  @Property({ type: 'boolean', default: false })
  lapsed: Opt<boolean> = false;
}

/** The condition that a sharing is in force at a moment. In SQL, `access.in_force`. */
export function inForceAt(now: Date) {
  return { endedAt: null, $or: [{ until: null }, { until: { $gt: now } }] };
}
