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
  text: /^[^\0]*$/u,
} as const;

/** The type of a sort key of an enumeration of the database. */
export interface EnumKeyType {
  /** Its name in the database. */
  readonly enumeration: string;
  readonly values: readonly string[];
}

type KeyType = keyof typeof keyTypes | EnumKeyType;

export interface OrderKey {
  /** How PostgreSQL casts it. */
  readonly type: string;
  /** Whether a text of a cursor may be a key. */
  readonly fits: (text: string) => boolean;
  readonly value: (row: Row) => Sql;
}

/** A total order of rows: the keys together are unique and never null. */
export interface Order {
  /** Goes into the cursors: no two orders have the same, so that no cursor of one is taken for one of another. */
  readonly name: string;
  readonly keys: readonly OrderKey[];
  /** The properties that the keys are. */
  readonly properties: readonly string[];
  readonly descending?: boolean;
  /** For cursors that die with what they point into: what goes into them, and the check of it. */
  readonly epoch?: { readonly current: Sql; readonly is: (given: string) => Sql };
}

/** The order by the given properties of the row. */
export function orderBy(
  name: string,
  keys: Readonly<Record<string, KeyType>>,
  direction: 'ascending' | 'descending' = 'ascending',
): Order {
  if (names.has(name)) throw new Error(`two orders have the name ${name}`);
  names.add(name);
  return {
    name,
    properties: Object.keys(keys),
    keys: Object.entries(keys).map(([property, type]) => sortKey(type, (row) => row.column(property))),
    descending: direction === 'descending',
  };
}

const names = new Set<string>();

/** A sort key of a type, by its value. */
function sortKey(type: KeyType, value: OrderKey['value']): OrderKey {
  if (typeof type !== 'string')
    return { type: type.enumeration, fits: (text) => type.values.includes(text), value };
  return { type, fits: (text) => keyTypes[type].test(text), value };
}

/** `ORDER BY`'s list, or its reverse. */
export function orderList(order: Order, row: Row, reverse = false): Sql {
  const direction = raw(Boolean(order.descending) === reverse ? ' asc' : ' desc');
  return join(order.keys.map((key) => sql`${key.value(row)}${direction}`));
}
