import { v7 } from 'uuid';
import type { ReadReceipt } from '../../graphql/read/declare.js';
import { raw, sql } from '../../graphql/read/sql.js';
import { Referral } from './referral.js';

/**
 * The receiver opens a referral: from then on it is seen, which the sender is told. By a person at the receiver,
 * and not by its software, which reads everything at once.
 */
export const readReceipt: ReadReceipt = {
  of: Referral,
  first: (referral) =>
    sql`${referral.column('to')} = ${raw('(select access.partner_id())')} and ${referral.column('seenAt')} is null
      and ${raw("(select current_setting('app.subject', true))")} <> ''`,
  // Locked first: so the transaction's number, which orders its event, comes after those of acts that it waited for.
  note: (key) => ({
    text: `
with unseen as materialized (
  select id from referral where id = $1 and to_id = access.partner_id() and seen_at is null for update
), seen as (
  update referral r set seen_at = clock_timestamp() from unseen where r.id = unseen.id
  returning r.id, r.from_id, r.seen_at
)
insert into event (id, at, partner_id, topic, kind, subject, by_id, member_id)
select $2, seen_at, from_id, 'REFERRAL', 'SEEN', id, access.partner_id(), access.member_id() from seen`,
    values: [key, v7()],
  }),
};
