import { today } from '../../../calendar.js';
import type { Database } from '../../../database/database.js';
import { backgroundRole } from '../../../database/database-role.js';
import { missingOf } from './schedule.js';

/** The releases that are due. */
export interface DueReleases {
  /** The days of those that are not made, the latest first. */
  readonly missing: readonly string[];
  /** Whether a level of protection is chosen; without one, none is made. */
  readonly isProtected: boolean;
}

/** Reads which releases are due and not made. */
export async function dueReleases({ reader }: Pick<Database, 'reader'>): Promise<DueReleases> {
  const text = `select facts.first_day()::text as first, array(select as_of::text from committee_release) as made,
    exists (select from committee_protection) as "isProtected"`;
  const [[row] = []] = await reader.read<{ first: string | null; made: string[]; isProtected: boolean }>(
    backgroundRole,
    [{ text, values: [] }],
  );
  const { first = null, made = [], isProtected = false } = row ?? {};
  return { missing: first === null ? [] : missingOf(first, made, today()), isProtected };
}
