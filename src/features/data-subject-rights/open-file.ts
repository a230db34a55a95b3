import { databaseRoleOf } from '../../access/viewer.js';
import type { Context } from '../../context.js';
import type { Statement } from '../../database/reader.js';

/** The ways to give out a file, each with the field of `Query` that does it. */
const operations = { SHEET: 'accessSheet', EXPORT: 'exportFile' } as const;

/** Wraps a statement to return its rows as one JSON text, with days and instants in the format of the API. */
const asJson = (read: string) =>
  `select coalesce(json_agg(row_to_json(found.*)), '[]')::text as rows from (${read}) found`;

/**
 * Reads the file of a person whose referent is the viewer's partner. All statements run under the row policies and on
 * one snapshot. The audit entry is written before the rows are returned.
 * @param reads statements with one parameter, `$1`, the key of the person
 * @returns the rows of each statement; null when the person does not exist or when the viewer may not give out the file
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

/** Why a sharing was ended early. Visible to the two sides of the sharing only, as in the API. */
export const endReason =
  'case when (select access.partner_id()) = any (array[it.partner_id, it.granted_by_id]) then it.end_reason end';
