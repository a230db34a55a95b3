import { today } from '../../../calendar.js';
import type { Database } from '../../../database/database.js';
import { backgroundRole } from '../../../database/database-role.js';
import { type DueRow, dueOf, dueStatement } from './schedule.js';

/** The releases that are due. */
export interface DueReleases {
  /** The days of those that are not made, the latest first. */
  readonly missing: readonly string[];
  /** Whether a level of protection is chosen; without one, none is made. */
  readonly isProtected: boolean;
}

/** Reads which releases are due and not made. */
export async function dueReleases({ reader }: Pick<Database, 'reader'>): Promise<DueReleases> {
  const [rows = []] = await reader.read(backgroundRole, [{ text: dueStatement, values: [] }]);
  const [row] = rows as unknown as [DueRow];
  return { missing: dueOf(row, today()), isProtected: row.level !== null };
}
