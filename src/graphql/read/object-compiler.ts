import type { FieldNode, GraphQLField, GraphQLObjectType, SelectionSetNode } from 'graphql';
import type { RowQuery } from './declare.js';
import type { ReadModel } from './model.js';
import type { Row } from './row.js';
import type { Request } from './selection.js';
import type { Sql } from './sql.js';

/** The interface that compiles the parts of a statement; `compile.ts` implements it. */
export interface ObjectCompiler {
  readonly model: ReadModel;
  readonly request: Request;
  /** A row of a stored class under a new alias. */
  row(stored: RowQuery['of']): Row;
  /** The arguments of a field, with their defaults. */
  arguments(field: GraphQLField<unknown, unknown>, node: FieldNode): Record<string, unknown>;
  /** A new alias. */
  alias(): string;
  /** A JSON expression for a row as an object of `type`. */
  object(type: GraphQLObjectType, row: Row, sets: readonly SelectionSetNode[]): Sql;
  /** The hidden key of a JSON object with the id of the person whom a row concerns; empty when there is none. */
  personMarker(type: GraphQLObjectType, row: Row): Sql[];
}
