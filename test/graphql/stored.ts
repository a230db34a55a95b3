/*
 * The storage model of the reference resolver: the tables, the orders of lists, and the connections that show the rows
 * of a table without further conditions.
 */

/** A row of a table. Each value is text as PostgreSQL writes it, or null. */
export type Row = Readonly<Record<string, string | null>> & { readonly id: string };

const types = [
  'Partner',
  'Member',
  'Beneficiary',
  'Sharing',
  'LinkRequest',
  'Pathway',
  'Step',
  'Referral',
  'ReferralMessage',
  'Forum',
  'Exhibitor',
  'Attendance',
  'RoadmapItem',
  'Outcome',
  'ClauseProgramme',
  'Procurement',
  'Company',
  'Lot',
  'ClauseContract',
  'HoursEntry',
  'EligibilityEvidence',
  'LotShortfall',
  'SavedAnalysis',
  'CommitteeQuestion',
  'DistinctCount',
  'Contact',
  'Criterion',
  'Barrier',
  'Objective',
  'Appointment',
  'Note',
  'Service',
  'Merge',
  'Distinction',
  'ErasedCount',
  'UnansweredReferral',
  'RetentionDue',
  'RetentionRun',
  'Webhook',
  'WebhookDelivery',
  'Notification',
];
const snake = (name: string) => name.replace(/(?<!^)[A-Z]/g, '_$&').toLowerCase();

/** The tables of the types that have an id. */
export const tables: Record<string, string> = Object.fromEntries(types.map((type) => [type, snake(type)]));

/** The prefix of the ids of a type. */
export const prefixOf = (type: string) => `${type.charAt(0).toLowerCase()}${type.slice(1)}_`;

/** The order of a list: its columns, the last of which is unique, and the name that its cursors begin with. */
export interface List {
  readonly name: string;
  readonly columns: readonly string[];
  readonly descending: boolean;
}

const list = (name: string, columns: readonly string[], descending = false): List => ({
  name,
  columns,
  descending,
});

/** Every order of every connection, by type and order. The first order of a type is its default. */
export const lists: Record<string, List> = {
  'Partner.': list('PARTNER_SLUG', ['slug']),
  'Beneficiary.NAME': list('BENEFICIARY_NAME', ['sort_name', 'id']),
  'Beneficiary.NEWEST': list('BENEFICIARY_NEWEST', ['created_at', 'id'], true),
  'Sharing.': list('SHARING_NEWEST', ['since', 'id'], true),
  'BeneficiaryEvent.': list('EVENT', ['xid', 'id']),
  'SharingEvent.': list('EVENT', ['xid', 'id']),
  'FileEvent.': list('EVENT', ['xid', 'id']),
  'LinkRequest.': list('LINK_REQUEST_NEWEST', ['created_at', 'id'], true),
  'LinkEvent.': list('EVENT', ['xid', 'id']),
  'Pathway.NEWEST': list('PATHWAY_NEWEST', ['started_on', 'id'], true),
  'Pathway.OLDEST': list('PATHWAY_OLDEST', ['started_on', 'id']),
  'Step.OLDEST': list('STEP_OLDEST', ['occurred_on', 'id']),
  'Step.NEWEST': list('STEP_NEWEST', ['occurred_on', 'id'], true),
  'Referral.NEWEST': list('REFERRAL_NEWEST', ['created_at', 'id'], true),
  'Referral.OLDEST': list('REFERRAL_OLDEST', ['created_at', 'id']),
  'ReferralMessage.': list('REFERRAL_MESSAGE', ['at', 'id']),
  'ReferralEvent.': list('EVENT', ['xid', 'id']),
  'ClauseEvent.': list('EVENT', ['xid', 'id']),
  'ClauseProgramme.': list('CLAUSE_PROGRAMME_LATEST', ['since', 'id'], true),
  'Procurement.': list('PROCUREMENT_LATEST', ['signed_on', 'id'], true),
  'Company.': list('COMPANY_NAME', ['name', 'id']),
  'Lot.': list('LOT_LATEST', ['starts_on', 'id'], true),
  'ClauseContract.': list('CLAUSE_CONTRACT_LATEST', ['starts_on', 'id'], true),
  'HoursEntry.': list('HOURS_MONTH', ['month', 'id']),
  'EligibilityEvidence.': list('EVIDENCE_LATEST', ['checked_on', 'id'], true),
  'Forum.': list('FORUM_LATEST', ['held_on', 'id'], true),
  'Exhibitor.': list('EXHIBITOR_ADDED', ['id']),
  'Attendance.': list('ATTENDANCE_LATEST', ['recorded_at', 'id'], true),
  'RoadmapItem.': list('ROADMAP_DUE', ['due_on', 'id']),
  'Member.': list('MEMBER_NAME', ['name', 'id']),
  'Service.': list('SERVICE_NAME', ['name', 'id']),
  'SavedAnalysis.': list('SAVED_ANALYSIS_NEWEST', ['created_at', 'id'], true),
  'CommitteeQuestion.': list('COMMITTEE_QUESTION_LATEST', ['asked_at', 'id'], true),
  'DistinctCount.': list('DISTINCT_COUNT_LATEST', ['started_at', 'id'], true),
  'Outcome.': list('OUTCOME_NEWEST', ['occurred_on', 'id'], true),
  'Contact.': list('CONTACT_OLDEST', ['created_at', 'id']),
  'Criterion.': list('CRITERION_LATEST', ['since', 'id'], true),
  'Barrier.': list('BARRIER_NEWEST', ['created_at', 'id'], true),
  'Objective.': list('OBJECTIVE_NEWEST', ['created_at', 'id'], true),
  'Appointment.': list('APPOINTMENT_LATEST', ['at', 'id'], true),
  'RetentionDue.': list('RETENTION_SOONEST', ['due_on', 'id']),
  'RetentionRun.': list('RETENTION_RUN_LATEST', ['at', 'id'], true),
  'RetentionEvent.': list('EVENT', ['xid', 'id']),
  'Webhook.': list('WEBHOOK_AGE', ['created_at', 'id']),
  'WebhookDelivery.': list('WEBHOOK_DELIVERY_NEWEST', ['id'], true),
  'WebhookEvent.': list('EVENT', ['xid', 'id']),
  'Notification.': list('NOTIFICATION_NEWEST', ['at', 'id'], true),
  'NotificationEvent.': list('EVENT', ['xid', 'id']),
  'Note.': list('NOTE_NEWEST', ['created_at', 'id'], true),
  'Timeline.': list('TIMELINE_NEWEST', ['at', 'kind', 'item_id'], true),
};

/** The names of the orders of a type. The first one is the default. */
export function ordersOf(type: string): string[] {
  return Object.keys(lists).filter((name) => name.startsWith(`${type}.`));
}

/** The order of the rows of a type. */
export function listOf(type: string, order?: string | null): List {
  const name = order ? `${type}.${order}` : (ordersOf(type)[0] ?? '');
  const found = lists[name];
  if (!found) throw new Error(`the reference resolver knows no order ${name}`);
  return found;
}

/** Connections that show the rows of a type: all visible rows, or those that refer to the parent with the column `by`. */
export const connections: Record<string, { readonly of: string; readonly by?: string }> = {
  'Query.partners': { of: 'Partner' },
  'Query.members': { of: 'Member' },
  'Partner.services': { of: 'Service', by: 'partner_id' },
  'Query.beneficiaries': { of: 'Beneficiary' },
  'Query.pathways': { of: 'Pathway' },
  'Query.clauseProgrammes': { of: 'ClauseProgramme' },
  'Query.companies': { of: 'Company' },
  'Query.lots': { of: 'Lot' },
  'ClauseProgramme.procurements': { of: 'Procurement', by: 'programme_id' },
  'Procurement.lots': { of: 'Lot', by: 'procurement_id' },
  'Lot.contracts': { of: 'ClauseContract', by: 'lot_id' },
  'Beneficiary.clauseContracts': { of: 'ClauseContract', by: 'beneficiary_id' },
  'Pathway.clauseContracts': { of: 'ClauseContract', by: 'pathway_id' },
  'Referral.clauseContracts': { of: 'ClauseContract', by: 'referral_id' },
  'ClauseContract.hours': { of: 'HoursEntry', by: 'contract_id' },
  'ClauseContract.evidence': { of: 'EligibilityEvidence', by: 'contract_id' },
  'Query.forums': { of: 'Forum' },
  'Query.roadmap': { of: 'RoadmapItem' },
  'Query.retention': { of: 'RetentionDue' },
  'Query.retentionRuns': { of: 'RetentionRun' },
  'Query.webhooks': { of: 'Webhook' },
  'Webhook.deliveries': { of: 'WebhookDelivery', by: 'webhook_id' },
  'Query.savedAnalyses': { of: 'SavedAnalysis' },
  'Query.committeeQuestions': { of: 'CommitteeQuestion' },
  'Query.distinctCounts': { of: 'DistinctCount' },
  'Beneficiary.sharingHistory': { of: 'Sharing', by: 'beneficiary_id' },
  'Beneficiary.pathways': { of: 'Pathway', by: 'beneficiary_id' },
  'Beneficiary.referrals': { of: 'Referral', by: 'beneficiary_id' },
  'Referral.messages': { of: 'ReferralMessage', by: 'referral_id' },
  'Referral.laterReferrals': { of: 'Referral', by: 'former_id' },
  'Beneficiary.attendances': { of: 'Attendance', by: 'beneficiary_id' },
  'Pathway.steps': { of: 'Step', by: 'pathway_id' },
  'Pathway.outcomes': { of: 'Outcome', by: 'pathway_id' },
  'ClauseContract.outcomes': { of: 'Outcome', by: 'clause_contract_id' },
  'Forum.exhibitors': { of: 'Exhibitor', by: 'forum_id' },
  'Forum.attendances': { of: 'Attendance', by: 'forum_id' },
  'Beneficiary.barriers': { of: 'Barrier', by: 'beneficiary_id' },
  'Beneficiary.objectives': { of: 'Objective', by: 'beneficiary_id' },
  'Beneficiary.appointments': { of: 'Appointment', by: 'beneficiary_id' },
  'Beneficiary.notes': { of: 'Note', by: 'beneficiary_id' },
  'Pathway.objectives': { of: 'Objective', by: 'pathway_id' },
  'Pathway.notes': { of: 'Note', by: 'pathway_id' },
};

/** The cursor of a row, in the format of the hub. */
export function cursorOf({ name, columns }: List, row: Row, epoch = ''): string {
  const keys = columns.map((column) => row[column] ?? '');
  const text = [name, epoch, ...keys].map((part) => JSON.stringify(part)).join(', ');
  return Buffer.from(`[${text}]`).toString('base64url');
}

/** Compares two rows in the order of a list, by the values of its columns. */
export function compare(
  { columns, descending }: List,
  one: readonly string[],
  other: readonly string[],
): number {
  for (const [index, column] of columns.entries()) {
    const difference = compareBy(column, one[index] ?? '', other[index] ?? '');
    if (difference !== 0) return descending ? -difference : difference;
  }
  return 0;
}

function compareBy(column: string, one: string, other: string): number {
  if (column === 'xid') return Number(BigInt(one) - BigInt(other));
  if (column === 'at' || column.endsWith('_at')) return Date.parse(one) - Date.parse(other);
  return one < other ? -1 : Number(one > other);
}
