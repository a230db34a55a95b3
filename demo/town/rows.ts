import type { Role } from '../../src/access/role.js';
import type { SharingScope } from '../../src/access/scope.js';
import type { AgreementMethod, District, SharingBasis } from '../../src/features/beneficiaries/index.js';
import type { PartnerKind } from '../../src/features/partners/index.js';
import type { PathwayStatus, StepKind, Visibility } from '../../src/features/pathways/index.js';
import type { ReferralOutcome, ReferralStatus } from '../../src/features/referrals/lifecycle.js';
import type { DeclineReason, DeclineSide, ReferralPriority } from '../../src/features/referrals/referral.js';
import type { ClauseRows } from './clause-rows.js';
import type { CommonRows } from './common-rows.js';
import type { FileRows } from './file-rows.js';
import type { ServiceRow } from './service-rows.js';

/*
 * Row types of the tables of the town. Ids are UUIDs, dates `YYYY-MM-DD`, times ISO 8601.
 */

export interface PartnerRow {
  id: string;
  slug: string;
  name: string;
  kind: PartnerKind;
}

export interface MemberRow {
  id: string;
  name: string;
  subject: string;
  email: string;
  role: Role;
  partner_id: string;
}

export interface BeneficiaryRow {
  id: string;
  first_name: string;
  last_name: string;
  birth_date: string;
  district: District;
  referent_id: string;
  informed_on: string;
  fingerprint: string;
  sort_name: string;
  call_name: string;
  created_at: string;
  created_by_id: string;
}

export interface PathwayRow {
  id: string;
  beneficiary_id: string;
  partner_id: string;
  objective: string;
  status: PathwayStatus;
  started_on: string;
  closed_on: string | null;
  created_by_id: string;
}

export interface StepRow {
  id: string;
  pathway_id: string;
  beneficiary_id: string;
  partner_id: string;
  author_id: string;
  kind: StepKind;
  title: string;
  occurred_on: string;
  visibility: Visibility;
}

export interface ReferralRow {
  id: string;
  reference: string;
  beneficiary_id: string;
  from_id: string;
  to_id: string;
  service_id: string | null;
  priority: ReferralPriority;
  status: ReferralStatus;
  scope: SharingScope;
  sent_at: string;
  seen_at: string | null;
  answered_at: string | null;
  closed_at: string | null;
  reminded_at: string | null;
  escalated_at: string | null;
  first_contact_on: string | null;
  decline_side: DeclineSide | null;
  decline_reason: DeclineReason | null;
  outcome: ReferralOutcome | null;
  version: number;
  created_at: string;
  created_by_id: string;
}

export interface ReferralTransitionRow {
  id: string;
  referral_id: string;
  version: number;
  from: ReferralStatus | null;
  to: ReferralStatus;
  at: string;
  by_id: string | null;
  member_id: string | null;
}

export interface ReferralTextRow {
  /** The id of the referral (for a purpose) or of the transition (for a reason). */
  id: string;
  referral_id: string;
  change_id: string | null;
  text: string;
}

export interface SharingRow {
  id: string;
  beneficiary_id: string;
  partner_id: string;
  scope: SharingScope;
  basis: SharingBasis;
  since: string;
  until: string | null;
  ended_at: string | null;
  end_reason: string | null;
  ended_by_id: string | null;
  withdrawn_at: string | null;
  agreed_on: string | null;
  method: AgreementMethod | null;
  referral_id: string | null;
  granted_by_id: string;
  recorded_by_id: string;
}

/** All rows by table, in an order in which they can be inserted. */
export interface Town extends ClauseRows, CommonRows, FileRows {
  partner: PartnerRow[];
  member: MemberRow[];
  beneficiary: BeneficiaryRow[];
  pathway: PathwayRow[];
  step: StepRow[];
  referral: ReferralRow[];
  referral_transition: ReferralTransitionRow[];
  referral_text: ReferralTextRow[];
  sharing: SharingRow[];
  service: ServiceRow[];
}
