import { type Sql, sql } from '../../graphql/read/sql.js';

/**
 * SQL expression: the purpose of a referral, or the reason of a change, by its key; null when the viewer may not read
 * it.
 */
export function textOf(key: Sql): Sql {
  return sql`(select t.text from referral_text t where t.id = ${key})`;
}
