import type { FieldNode, GraphQLField, GraphQLObjectType, SelectionSetNode } from 'graphql';
import type { Bindable, Variables } from './bindable.js';
import type { RowQuery } from './declare.js';
import type { ReadModel } from './model.js';
import type { Row } from './row.js';
import type { PersonSearch } from './search.js';
import type { Request } from './selection.js';
import type { Sql } from './sql.js';

/** What the arguments of a field ask for: which rows, and the search for persons among them. */
export interface Asked {
  readonly args: Record<string, unknown>;
  readonly query: RowQuery;
  readonly search: PersonSearch | undefined;
}

/** The interface that compiles the parts of a statement; `compile.ts` implements it. */
export interface ObjectCompiler {
  readonly model: ReadModel;
  readonly request: Request;
  /** A row of a stored class under a new alias. */
  row(stored: RowQuery['of']): Row;
  /** A row of the class that a type shows, under a new alias. */
  rowOf(type: GraphQLObjectType): Row;
  /** The arguments of a field, with their defaults. */
  arguments(field: GraphQLField<unknown, unknown>, node: FieldNode): Bindable<Record<string, unknown>>;
  /** A value that is computed from another one. */
  derived<From, Value>(
    from: Bindable<From>,
    compute: (value: From, variables: Variables) => Value,
  ): Bindable<Value>;
  /** A fragment with values of a request. `build` must create no alias. */
  bound<Value>(bindable: Bindable<Value>, build: (value: Value) => Sql): Sql;
  /** Declares for which other values the statement has the same text, apart from its {@link bound} fragments. */
  onlyIf<Value>(bindable: Bindable<Value>, fits: (value: Value) => boolean): void;
  /** A new alias. */
  alias(): string;
  /**
   * A JSON expression for a row as an object of `type`.
   * @param tag whether the field has an interface or a union type
   * @param alone whether a root field reads this object on its own, which triggers its read receipt
   */
  object(
    type: GraphQLObjectType,
    row: Row,
    sets: readonly SelectionSetNode[],
    options?: { tag?: boolean; alone?: boolean },
  ): Sql;
  /** The hidden key of a JSON object with the id of the person whom a row concerns; empty when there is none. */
  personMarker(type: GraphQLObjectType, row: Row): Sql[];
}
