import type { Order } from '../graphql/read/order.js';
import { orderBy } from '../graphql/read/order.js';
import type { Row } from '../graphql/read/row.js';
import { raw, type Sql, sql } from '../graphql/read/sql.js';

/**
 * The order of events: by transaction, then as the transaction wrote them. Its cursors name the
 * epoch of the database that gave them; after a restore they are refused with CURSOR_EXPIRED.
 */
export const eventOrder: Order = {
  ...orderBy('EVENT', { xid: 'xid8', id: 'uuid' }),
  epoch: { current: raw('(select access.epoch())'), is: (given) => sql`access.same_epoch(${given})` },
};

/**
 * Below the oldest transaction still running: nothing can come before these any more. A plain
 * position would skip the events of a transaction that commits after a later one.
 */
export function settled(event: Row): Sql {
  return sql`${event.column('xid')} < (select pg_snapshot_xmin(pg_current_snapshot()))`;
}
