import type { Row } from '../../../graphql/read/row.js';
import { literal, type Sql, sql } from '../../../graphql/read/sql.js';

/** A part of a stored question, as JSON. */
export function asked(...path: string[]): (row: Row) => Sql {
  return (row) => sql`${row.column('question')} #> ${literal(`{${path.join(',')}}`)}`;
}
