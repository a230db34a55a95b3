import type pg from 'pg';
import { MAX } from 'uuid';

/**
 * Puts the events of a restored database in order. They carry transaction numbers of the server that
 * wrote them, which on this one may lie in the future, where nobody would read them and new events would
 * come before them. All that is there is settled, so it goes to the very beginning, in the order of its
 * ids; what the hub's own consumers have seen stays before what they have not. Cursors given before are of
 * another epoch and are refused.
 */
export async function settleRestored(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ epoch: string; known: string | null }>(
    'select access.epoch() as epoch, (select known from private.epoch) as known',
  );
  const { epoch, known } = rows[0] as { epoch: string; known: string | null };
  if (epoch === known) return;
  await owner.query('begin');
  try {
    if (known !== null) {
      await owner.query('alter table event no force row level security');
      await owner.query('alter table event_consumer no force row level security');
      await owner.query(places);
      await owner.query('alter table event_consumer force row level security');
      await owner.query('alter table event force row level security');
    }
    await owner.query('delete from private.epoch');
    await owner.query('insert into private.epoch (known) values ($1)', [epoch]);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}

/**
 * As many consumers as have not seen an event yet: a number smaller than any transaction's, and the larger
 * the later. A consumer then stands behind all that it has seen.
 */
const places = `
with consumers as (select xid, id from event_consumer),
moved as (
  update event e set xid = (select count(*) from consumers c where (c.xid, c.id) < (e.xid, e.id))::text::xid8
)
update event_consumer p set
  xid = (select count(*) from consumers c where (c.xid, c.id) < (p.xid, p.id))::text::xid8,
  id = '${MAX}'`;
