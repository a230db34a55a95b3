import { type Sql, sql } from '../../graphql/read/sql.js';

/**
 * What is said about the person in a referral, or as the reason of a change, by its key, as an expression; null
 * when the viewer may not read it.
 */
export function textOf(key: Sql): Sql {
  return sql`(select t.text from referral_text t where t.id = ${key})`;
}
