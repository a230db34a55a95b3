import { beginningOf } from '../../src/calendar.js';
import type { Row } from './stored.js';

/** Where the entries of a kind come from: the type of object, and the columns with the time and the partner. */
interface TimelineSource {
  readonly kind: string;
  readonly type: string;
  readonly by: string;
  readonly partner: string | null;
}

const source = (
  kind: string,
  type: string,
  by: string,
  partner: string | null = 'partner_id',
): TimelineSource => ({ kind, type, by, partner });

/** The kinds of entries of a timeline. */
export const timelineSources: readonly TimelineSource[] = [
  source('APPOINTMENT', 'Appointment', 'at'),
  source('ATTENDANCE', 'Attendance', 'recorded_at'),
  source('BARRIER_FOUND', 'Barrier', 'created_at'),
  source('BARRIER_LIFTED', 'Barrier', 'resolved_at'),
  source('CLAUSE_CONTRACT', 'ClauseContract', 'starts_on'),
  source('NOTE', 'Note', 'created_at'),
  source('OBJECTIVE_CLOSED', 'Objective', 'closed_at'),
  source('OBJECTIVE_SET', 'Objective', 'created_at'),
  source('OUTCOME', 'Outcome', 'occurred_on'),
  source('PATHWAY_CLOSED', 'Pathway', 'closed_on'),
  source('PATHWAY_OPENED', 'Pathway', 'started_on'),
  source('REFERRAL_ANSWERED', 'Referral', 'answered_at', 'to_id'),
  source('REFERRAL_SENT', 'Referral', 'sent_at', 'from_id'),
  source('SHARING_ENDED', 'Sharing', 'ended_at', null),
  source('SHARING_GRANTED', 'Sharing', 'since', 'granted_by_id'),
  source('STEP', 'Step', 'occurred_on'),
];

/** The entries of one kind, from the rows of its table. Removed rows have none. */
export function entriesOf({ kind, type, by, partner }: TimelineSource, rows: readonly Row[]): Row[] {
  return rows.flatMap((row) => {
    const time = row[by];
    if (!time || row['removed_at']) return [];
    const dayOnly = /^\d{4}-\d\d-\d\d$/.test(time);
    const at = dayOnly ? beginningOf(time).toISOString().replace('.000Z', '+00:00') : time;
    const place = { id: `${kind}_${row.id}`, kind, at, item_id: row.id };
    return {
      ...place,
      day_only: dayOnly,
      partner_id: partner && row[partner],
      item: { ...row, type },
    } as never;
  });
}

/** A FROM item with the order's columns of some entries of all timelines. */
export const someTimelineRows = `(
  select id, 'BARRIER_FOUND' as kind, created_at as at, id as item_id from barrier
  union all select id, 'REFERRAL_SENT', sent_at, id from referral where sent_at is not null
  union all select id, 'STEP', occurred_on::timestamp at time zone 'Europe/Paris', id from step) entries`;
