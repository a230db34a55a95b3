import type pg from 'pg';
import { MAX } from 'uuid';

/**
 * Renumbers the events of a restored database. They have transaction ids of the server that wrote them. On this
 * server these ids may be in the future: no reader would reach the events, and new events would be ordered before
 * them. All existing events are settled, so they are moved to the beginning of the order, sorted by id; events that
 * the hub's consumers have handled stay before those that they have not. Cursors issued before belong to another
 * epoch and are refused.
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
 * The new transaction id of an event is the number of consumers whose position is before it. It is smaller than any
 * real transaction id, and larger for later events. Each consumer is then positioned after all events that it has
 * handled.
 */
const places = `
with consumers as (select xid, id from event_consumer),
moved as (
  update event e set xid = (select count(*) from consumers c where (c.xid, c.id) < (e.xid, e.id))::text::xid8
)
update event_consumer p set
  xid = (select count(*) from consumers c where (c.xid, c.id) < (p.xid, p.id))::text::xid8,
  id = '${MAX}'`;
