import { v7 } from 'uuid';
import type { ReadReceipt } from '../../graphql/read/declare.js';
import { raw, sql } from '../../graphql/read/sql.js';
import { Referral } from './referral.js';

/**
 * The read receipt: the first read of a referral by a person of the receiver sets `seenAt` and notifies the sender.
 * Reads by a machine account do not count, because software reads all referrals at once.
 */
export const readReceipt: ReadReceipt = {
  of: Referral,
  first: (referral) =>
    sql`${referral.column('to')} = ${raw('(select access.partner_id())')} and ${referral.column('seenAt')} is null
      and ${raw("(select current_setting('app.subject', true))")} <> ''`,
  // The row is locked first. So the transaction id, which orders the events, is assigned after those of the commands
  // that this transaction waited for.
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
