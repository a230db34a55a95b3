import type { ClauseModality } from '../../src/features/clauses/contract.js';
import type { EligibilityCriterion } from '../../src/features/clauses/evidence.js';
import type { HoursKind, HoursStatus } from '../../src/features/clauses/hours-entry.js';

/*
 * Row types of the tables of the insertion clause.
 */

export interface ClauseProgrammeRow {
  id: string;
  name: string;
  partner_id: string;
  since: string;
  until: string | null;
}

export interface CompanyRow {
  id: string;
  name: string;
  siret: string | null;
  sector: string;
}

export interface ProcurementRow {
  id: string;
  programme_id: string;
  reference: string;
  name: string;
  buyer: string;
  signed_on: string;
}

export interface LotRow {
  id: string;
  procurement_id: string;
  number: number;
  name: string;
  company_id: string;
  hours_committed: number;
  starts_on: string;
  ends_on: string;
}

export interface ClauseContractRow {
  id: string;
  lot_id: string;
  company_id: string;
  beneficiary_id: string;
  partner_id: string;
  pathway_id: string | null;
  referral_id: string | null;
  modality: ClauseModality;
  starts_on: string;
  ends_on: string | null;
  created_by_id: string;
  created_at: string;
}

export interface HoursEntryRow {
  id: string;
  contract_id: string;
  month: string;
  kind: HoursKind;
  hours: number;
  status: HoursStatus;
  declared_at: string;
  declared_by_id: string;
  decided_at: string | null;
  decided_by_id: string | null;
  reject_reason: string | null;
}

export interface EligibilityEvidenceRow {
  id: string;
  contract_id: string;
  criterion: EligibilityCriterion;
  document: string;
  checked_on: string;
  checked_by_id: string;
  valid_until: string | null;
}

/** Rows by table, in an order in which they can be inserted. */
export interface ClauseRows {
  clause_programme: ClauseProgrammeRow[];
  company: CompanyRow[];
  procurement: ProcurementRow[];
  lot: LotRow[];
  clause_contract: ClauseContractRow[];
  hours_entry: HoursEntryRow[];
  eligibility_evidence: EligibilityEvidenceRow[];
}
