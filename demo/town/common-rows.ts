import type { AgreementMethod } from '../../src/features/beneficiaries/index.js';
import type { ExhibitorKind, ForumArea } from '../../src/features/forums/index.js';
import type { IndicatorKey } from '../../src/features/indicators/indicator-key.js';
import type { OutcomeEvidence, OutcomeSituation } from '../../src/features/outcomes/index.js';
import type { RoadmapState } from '../../src/features/roadmap/index.js';

/*
 * Row types of the tables of outcomes and of the partners' joint work.
 */

export interface OutcomeRow {
  id: string;
  pathway_id: string;
  beneficiary_id: string;
  partner_id: string;
  occurred_on: string;
  situation: OutcomeSituation;
  contract_months: number | null;
  evidence: OutcomeEvidence;
  clause_contract_id: string | null;
  recorded_by_id: string;
  recorded_at: string;
  verified_by_id: string | null;
  verified_at: string | null;
  situation_at_6_months: OutcomeSituation | null;
  followed_up_on: string | null;
}

export interface ForumRow {
  id: string;
  name: string;
  held_on: string;
  area: ForumArea;
  place: string;
  partner_id: string;
}

export interface ExhibitorRow {
  id: string;
  forum_id: string;
  name: string;
  kind: ExhibitorKind;
  partner_id: string | null;
}

export interface AttendanceRow {
  id: string;
  forum_id: string;
  partner_id: string;
  beneficiary_id: string | null;
  people: number;
  first_time_people: number;
  agreed_on: string | null;
  method: AgreementMethod | null;
  exhibitor_id: string | null;
  referral_id: string | null;
  recorded_by_id: string;
  recorded_at: string;
}

export interface RoadmapItemRow {
  id: string;
  title: string;
  description: string;
  owner_id: string;
  due_on: string;
  state: RoadmapState;
  indicator: IndicatorKey | null;
  target: number | null;
  version: number;
  created_by_id: string;
  created_at: string;
  updated_at: string;
}

/** Rows by table, in an order in which they can be inserted. */
export interface CommonRows {
  outcome: OutcomeRow[];
  forum: ForumRow[];
  exhibitor: ExhibitorRow[];
  attendance: AttendanceRow[];
  roadmap_item: RoadmapItemRow[];
}
