import type { Row } from './row.js';
import { join, raw, type Sql, sql } from './sql.js';

/** Whether the calendar has this day. A forged cursor must fail here: in the database it would be a bug. */
function isDay(text: string): boolean {
  if (!/^(?!0000)\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

const instant = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?\+00:00$/;

/** The type of a sort key: how PostgreSQL casts it, and what its text must look like. */
export const keyTypes = {
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
  date: { test: isDay },
  timestamptz: { test: (text: string) => isDay(instant.exec(text)?.[1] ?? '') },
  xid8: /^\d{1,19}$/,
  int: /^\d{1,9}$/,
  bigint: /^\d{1,18}$/,
  sharing_scope: /^(IDENTITY|PATHWAY|FOLLOW_UP)$/,
  text: /^[^\0]*$/u,
} as const;

export interface OrderKey {
  readonly type: keyof typeof keyTypes;
  readonly value: (row: Row) => Sql;
}

/** A total order of rows: the keys together are unique and never null. */
export interface Order {
  /** Goes into the cursors: no two orders have the same, so that no cursor of one is taken for one of another. */
  readonly name: string;
  readonly keys: readonly OrderKey[];
  readonly descending?: boolean;
  /** For cursors that die with what they point into: what goes into them, and the check of it. */
  readonly epoch?: { readonly current: Sql; readonly is: (given: string) => Sql };
}

/** The order by the given properties of the row. */
export function orderBy(
  name: string,
  keys: Readonly<Record<string, OrderKey['type']>>,
  direction: 'ascending' | 'descending' = 'ascending',
): Order {
  return {
    name,
    keys: Object.entries(keys).map(([property, type]) => ({ type, value: (row) => row.column(property) })),
    descending: direction === 'descending',
  };
}

/** `ORDER BY`'s list, or its reverse. */
export function orderList(order: Order, row: Row, reverse = false): Sql {
  const direction = raw(Boolean(order.descending) === reverse ? ' asc' : ' desc');
  return join(order.keys.map((key) => sql`${key.value(row)}${direction}`));
}
