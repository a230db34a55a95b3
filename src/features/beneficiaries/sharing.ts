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

export const SharingBasis = closedSet('SharingBasis', 'Why a partner may see a person.', {
  REFERENT: 'It registered the person and answers for the file.',
  REFERRAL: 'The person was referred to it, with their agreement.',
  AGREEMENT: 'The person agreed that the file be shared with it.',
});
export type SharingBasis = keyof typeof SharingBasis;

export const AgreementMethod = closedSet('AgreementMethod', 'How the person gave the agreement.', {
  WRITTEN: 'In writing.',
  ORAL: 'By word of mouth, to a professional who recorded it.',
});
export type AgreementMethod = keyof typeof AgreementMethod;

/** Who informed the person is a colleague, or the member of the receiving partner who asked for the link. */
const informedByASide = `(informed_by_id is null
          or exists (select from member m where m.id = sharing.informed_by_id)
          or exists (select from link_request r
            where r.member_id = sharing.informed_by_id and r.partner_id = sharing.partner_id))`;

/**
 * The answer to every question of access: a partner may see a person, how far, why, and until when.
 *
 * All other policies ask this table, under its own policy: so what that policy hides, everything hides.
 * A partner never gives itself access: a row for oneself needs to be the registering partner's first
 * one, or to carry out what the sender of an accepted referral granted, for no longer than the agreement
 * that the referral rests on. For another partner, a row reaches at most as far as one's own access does,
 * and ends. A trigger refuses an agreement from before the person was informed or last withdrew; another ends
 * what was derived from an access that ends.
 */
@ObjectType({
  implements: Node,
  description: 'Why a partner may see a person, and how far. Seen by every partner that sees the person.',
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
    'create index sharing_in_force on sharing (beneficiary_id, partner_id) include (scope, until) where ended_at is null',
})
@Index({
  name: 'sharing_of_partner',
  expression:
    'create index sharing_of_partner on sharing (partner_id, beneficiary_id) include (scope, until) where ended_at is null',
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
    description: 'The person; null when the viewer’s partner may not see them any more.',
  })
  @ManyToOne(() => Beneficiary)
  beneficiary!: Beneficiary;

  @Field(() => Partner, { description: 'The partner that may see the person.' })
  @ManyToOne(() => Partner)
  partner!: Partner;

  @Field(() => SharingScope, { description: 'How far it may see.' })
  @Enum({ items: () => SharingScope, nativeEnumName: 'sharing_scope' })
  scope!: SharingScope;

  @Field(() => SharingBasis, { description: 'Why it may see.' })
  @Enum({ items: () => SharingBasis, nativeEnumName: 'sharing_basis' })
  basis!: SharingBasis;

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  @Property({ type: 'datetime', length: 3, defaultRaw: 'now()' })
  since!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when; null for the referent partner.' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  until?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was ended before its time.' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  endedAt?: Date | null;

  @Property({ type: 'text', nullable: true })
  endReason?: string | null;

  @ManyToOne(() => Member, { nullable: true })
  endedBy?: Member | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'When the person agreed; null for the referent partner, which informs instead.',
  })
  @Property({ type: 'date', nullable: true })
  agreedOn?: string | null;

  @Field(() => AgreementMethod, { nullable: true, description: 'How the person agreed.' })
  @Enum({ items: () => AgreementMethod, nativeEnumName: 'agreement_method', nullable: true })
  method?: AgreementMethod | null;

  /** Whether it was confirmed that an agreement on the very day of a withdrawal came after it. */
  @Property({ type: 'boolean', default: false })
  agreedAfterWithdrawal: Opt<boolean> = false;

  /** When the person last withdrew from the partner what this row gave. */
  @Property({ type: 'datetime', length: 3, nullable: true })
  withdrawnAt?: Date | null;

  /** The referral that this sharing belongs to, for the basis REFERRAL. */
  @Property({ type: 'uuid', nullable: true })
  @Index()
  referralId?: string | null;

  /** The agreement that this one follows. */
  @ManyToOne(() => Sharing, { nullable: true, deleteRule: 'set null' })
  extends?: Sharing | null;

  /** The request to be linked that this agreement came by. */
  @Property({ type: 'uuid', nullable: true })
  linkRequestId?: string | null;

  @Field(() => Partner, { description: 'The partner that granted it.' })
  @ManyToOne(() => Partner)
  grantedBy!: Partner;

  @ManyToOne(() => Member)
  recordedBy!: Member;

  /** Who informed the person; null when it was the one who recorded. */
  @ManyToOne(() => Member, { nullable: true })
  informedBy?: Member | null;

  /** When its partners were told that it ends soon. */
  @Property({ type: 'datetime', length: 3, nullable: true })
  remindedAt?: Date | null;
}

/** The condition that a sharing is in force at a moment; in the database, `access.in_force`. */
export function inForceAt(now: Date) {
  return { endedAt: null, $or: [{ until: null }, { until: { $gt: now } }] };
}
