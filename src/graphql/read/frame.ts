import type { GraphQLObjectType } from 'graphql';
import type { Bindable } from './bindable.js';
import type { Cursor } from './cursor.js';
import type { RowQuery } from './declare.js';
import type { Asked, ObjectCompiler } from './object-compiler.js';
import type { Order } from './order.js';
import type { Row } from './row.js';
import { type Sql, sql } from './sql.js';

/** A page of an ordered list: `size` rows from the start or the end of the rows between the cursors. */
export interface Page {
  readonly size: number;
  readonly backward: boolean;
  readonly after: Cursor | undefined;
  readonly before: Cursor | undefined;
}

/** What the arguments of a connection ask for. */
export interface AskedPage extends Asked {
  readonly page: Page;
}

/** The input for compiling the parts of a connection. */
export interface Frame {
  readonly compiler: ObjectCompiler;
  readonly type: GraphQLObjectType;
  readonly asked: Bindable<AskedPage>;
  readonly query: RowQuery;
  readonly order: Order;
  readonly page: Page;
  /** A row of the page. The sub-query of the page and the query around it use the same alias. */
  readonly row: Row;
  /** ` filter (…)` that excludes the extra row, which is read only to know whether there is another page. */
  readonly onPage: Sql;
  /** The name of the shared query that counts all rows; set when the count is used twice. */
  readonly counted: string | undefined;
}

/** For an order with an epoch: a check that the cursors have not expired. */
export function cursorChecks({ query, page }: AskedPage): Sql[] {
  const { epoch } = query.order as Order;
  const cursors = [page.after, page.before].filter((it) => it !== undefined);
  return epoch ? cursors.map((it) => sql`(select ${epoch.is(it.epoch)})`) : [];
}
