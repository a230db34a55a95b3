import type { GraphQLObjectType, SelectionSetNode } from 'graphql';
import type { RowQuery } from './declare.js';
import type { ReadModel } from './model.js';
import type { Row } from './row.js';
import type { Request } from './selection.js';
import type { Sql } from './sql.js';

/** What the parts of a statement are written with; `compile.ts` implements it. */
export interface ObjectCompiler {
  readonly model: ReadModel;
  readonly request: Request;
  /** A row of a stored class under a new alias. */
  row(stored: RowQuery['of']): Row;
  /** A new alias. */
  alias(): string;
  /** The JSON of a row as an object of `type`, as an expression. */
  object(type: GraphQLObjectType, row: Row, sets: readonly SelectionSetNode[]): Sql;
  /** The part of a JSON object that says of whom a row of `type` tells, where it tells of a person. */
  told(type: GraphQLObjectType, row: Row): Sql[];
}
