import type {
  AppointmentStatus,
  BarrierStatus,
  BarrierTheme,
  ContactKind,
  CriterionKey,
  ObjectiveStatus,
} from '../../src/features/case-files/index.js';
import type { Visibility } from '../../src/features/pathways/index.js';

/*
 * Row types of the tables of case files.
 */

/** Columns that all these tables have. */
export interface EntryRow {
  id: string;
  beneficiary_id: string;
  partner_id: string;
  author_id: string;
  created_at: string;
}

export interface ContactRow extends EntryRow {
  kind: ContactKind;
  value: string;
  preferred: boolean;
}

export interface CriterionRow extends EntryRow {
  key: CriterionKey;
  since: string;
  until: string | null;
}

export interface BarrierRow extends EntryRow {
  theme: BarrierTheme;
  status: BarrierStatus;
  resolved_at: string | null;
  note: string | null;
  version: number;
}

export interface ObjectiveRow extends EntryRow {
  pathway_id: string;
  text: string;
  status: ObjectiveStatus;
  closed_at: string | null;
  due_on: string | null;
}

export interface AppointmentRow extends EntryRow {
  at: string;
  subject: string;
  place: string | null;
  status: AppointmentStatus;
}

export interface NoteRow extends EntryRow {
  pathway_id: string;
  text: string;
  visibility: Visibility;
}

/** Rows by table, in an order in which they can be inserted. */
export interface FileRows {
  contact: ContactRow[];
  criterion: CriterionRow[];
  barrier: BarrierRow[];
  objective: ObjectiveRow[];
  appointment: AppointmentRow[];
  note: NoteRow[];
}
