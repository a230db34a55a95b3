import { keysBeyond } from './cursor.js';
import type { UnionPart } from './declare.js';
import { type AskedPage, cursorChecks, type Frame } from './frame.js';
import { orderList } from './order.js';
import type { Row } from './row.js';
import { all, identifier, join, raw, type Sql, sql } from './sql.js';

/** All rows of a union list, as a FROM item under the alias of `row`. */
export function unionRows(frame: Frame, row: Row): Sql {
  const selects = partsOf(frame).map((part, place) => {
    const { columns, from } = selectPart(frame, row, part, place);
    return sql`select ${columns} ${from}`;
  });
  return sql`(${join(selects, ' union all ')}) ${raw(row.alias)}`;
}

/** The rows of a page of a union list: of each part at most `limit` rows, merged in the order of the list. */
export function unionPage(frame: Frame, limit: number): Sql {
  const { compiler, asked, order, page, row } = frame;
  const most = raw(String(limit));
  const direction = raw(Boolean(order.descending) === page.backward ? 'asc' : 'desc');
  const selects = partsOf(frame).map((part, place) => {
    const { columns, from, of } = selectPart(frame, row, part, place, { withinPage: true });
    const by = sql`${of.column(part.by)} ${direction}, ${of.column('id')} ${direction}`;
    return sql`(select ${columns} ${from} order by ${by} limit ${most})`;
  });
  const rows = sql`(${join(selects, ' union all ')}) ${raw(row.alias)}`;
  const list = orderList(order, row, page.backward);
  const checks = compiler.bound(asked, (it) => all(cursorChecks(it)));
  return sql`(select ${row.columns} from ${rows} where ${checks} order by ${list} limit ${most}) ${raw(row.alias)}`;
}

function partsOf({ query }: Frame): readonly UnionPart[] {
  return query.parts ?? [];
}

/** The columns of a part, under the names of the columns of `row`, and its FROM and WHERE clauses. */
function selectPart(frame: Frame, row: Row, part: UnionPart, place: number, { withinPage = false } = {}) {
  const { compiler, asked } = frame;
  const of = compiler.row(part.of);
  const values = part.values(of);
  const columns = Object.entries(values).map(
    ([property, value]) => sql`${value} as ${identifier(row.nameOf(property))}`,
  );
  const where = compiler.bound(asked, (it) => {
    const { where } = it.query.parts?.[place] ?? part;
    const conditions = where.map((condition) => condition(of));
    return all([...conditions, ...(withinPage ? withinCursors(it, part, of, values) : [])]);
  });
  return { columns: join(columns), from: sql`from ${of.source} where ${where}`, of };
}

/**
 * The conditions that a row of a part lies between the cursors. The first condition on each side compares a column, so
 * that the rows are read from the index from there.
 */
function withinCursors(
  { page, query }: AskedPage,
  part: UnionPart,
  of: Row,
  values: Readonly<Record<string, Sql>>,
): Sql[] {
  const { order } = query;
  if (!order) return [];
  const keys = order.properties.map((property) => values[property] as Sql);
  return (['after', 'before'] as const).flatMap((side) => {
    const cursor = page[side];
    if (!cursor) return [];
    const operator = raw((side === 'after') === !order.descending ? '>=' : '<=');
    const first = sql`${cursor.keys[0]}::${raw(order.keys[0]?.type ?? 'text')}`;
    return [sql`${of.column(part.by)} ${operator} ${part.at(first)}`, keysBeyond(order, keys, cursor, side)];
  });
}
