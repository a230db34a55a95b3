import type { Order } from '../graphql/read/order.js';
import { orderBy } from '../graphql/read/order.js';
import type { Row } from '../graphql/read/row.js';
import { raw, type Sql, sql } from '../graphql/read/sql.js';

/**
 * The order of events: by transaction, then in the order of writing. The cursors contain the epoch of the database
 * that issued them; after a restore they are refused with CURSOR_EXPIRED.
 */
export const eventOrder: Order = {
  ...orderBy('EVENT', { xid: 'xid8', id: 'uuid' }),
  epoch: { current: raw('(select access.epoch())'), is: (given) => sql`access.same_epoch(${given})` },
};

/**
 * Settled events: those below the oldest running transaction, before which no event can appear any more. A plain
 * position would skip the events of a transaction that commits after a later one.
 */
export function settled(event: Row): Sql {
  return sql`${event.column('xid')} < (select pg_snapshot_xmin(pg_current_snapshot()))`;
}
