import type { Context } from '../../access/context.js';
import { databaseRoleOf } from '../../access/viewer.js';
import type { Statement } from '../../database/reader.js';

/** How a file is handed out, and the field of `Query` that does it. */
const operations = { SHEET: 'accessSheet', EXPORT: 'exportFile' } as const;

/** The rows of a statement as one JSON text, in which days and instants are as the API writes them. */
const asJson = (read: string) =>
  `select coalesce(json_agg(row_to_json(found.*)), '[]')::text as rows from (${read}) found`;

/**
 * What statements find in the file of a person for whom the viewer's partner answers, under the row policies
 * and on one snapshot; the audit knows before it is given out.
 * @param reads statements whose one parameter, `$1`, is the person's key
 * @returns the rows of each; null when the person is absent or the file not the viewer's to hand out
 * @throws UNAVAILABLE when the audit cannot be written
 */
export async function openFile(
  { viewer, database, audit }: Context,
  person: string,
  via: keyof typeof operations,
  reads: readonly string[],
): Promise<unknown[][] | null> {
  const databaseRole = databaseRoleOf(viewer);
  const about = (text: string): Statement => ({ text, values: [person] });
  const statements = ['select rights.open_file($1) as opened', ...reads.map(asJson)].map(about);
  const [[open] = [], ...found] = await database.reader.read<Record<string, unknown>>(
    databaseRole,
    statements,
  );
  if (!open?.['opened']) return null;
  await audit.record({ session: databaseRole, via, operation: operations[via], persons: [person] });
  return found.map(([row]) => JSON.parse(row?.['rows'] as string) as unknown[]);
}

/** Why a sharing was ended before its time: to the two sides of it, as everywhere. */
export const endReason =
  'case when (select access.partner_id()) = any (array[it.partner_id, it.granted_by_id]) then it.end_reason end';
