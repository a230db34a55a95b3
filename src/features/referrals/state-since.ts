import { type Sql, sql } from '../../graphql/read/sql.js';

/** A query of the time since which a sent referral has been in its current state. */
export function stateSince(referral: Sql): Sql {
  return sql`select c.at from referral_transition c where c.referral_id = ${referral} order by c.version desc limit 1`;
}
