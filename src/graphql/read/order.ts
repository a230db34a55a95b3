import type { Row } from './row.js';
import { join, raw, type Sql, sql } from './sql.js';

/** Whether the day exists. A forged cursor must be refused here: PostgreSQL would raise an error, reported as a bug. */
function isDay(text: string): boolean {
  if (!/^(?!0000)\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

const instant = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?\+00:00$/;

/** The types of sort keys: the PostgreSQL type of the cast, and the check of the text. */
export const keyTypes = {
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
  date: { test: isDay },
  timestamptz: { test: (text: string) => isDay(instant.exec(text)?.[1] ?? '') },
  xid8: /^\d{1,19}$/,
  int: /^\d{1,9}$/,
  bigint: /^\d{1,18}$/,
  text: /^[^\0]*$/u,
} as const;

/** The type of a sort key that is a database enumeration. */
export interface EnumKeyType {
  /** The name of the enumeration in the database. */
  readonly enumeration: string;
  readonly values: readonly string[];
}

type KeyType = keyof typeof keyTypes | EnumKeyType;

export interface OrderKey {
  /** The PostgreSQL type of the cast. */
  readonly type: string;
  /** Whether a text from a cursor is valid for this key. */
  readonly fits: (text: string) => boolean;
  readonly value: (row: Row) => Sql;
}

/** A total order of rows: the keys together are unique and never null. */
export interface Order {
  /** Part of every cursor. Names are unique, so that a cursor of one order is not accepted in another. */
  readonly name: string;
  readonly keys: readonly OrderKey[];
  /** The properties that the keys read. */
  readonly properties: readonly string[];
  readonly descending?: boolean;
  /** For cursors that expire: the current epoch, which is part of each cursor, and the check of a cursor's epoch. */
  readonly epoch?: { readonly current: Sql; readonly is: (given: string) => Sql };
}

/** An order by the given properties of the row. */
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

/** A sort key from its type and its value. */
function sortKey(type: KeyType, value: OrderKey['value']): OrderKey {
  if (typeof type !== 'string')
    return { type: type.enumeration, fits: (text) => type.values.includes(text), value };
  return { type, fits: (text) => keyTypes[type].test(text), value };
}

/** The list of the ORDER BY clause, or its reverse. */
export function orderList(order: Order, row: Row, reverse = false): Sql {
  const direction = raw(Boolean(order.descending) === reverse ? ' asc' : ' desc');
  return join(order.keys.map((key) => sql`${key.value(row)}${direction}`));
}
