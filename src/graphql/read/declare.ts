import { Extensions } from 'type-graphql';
import type { Statement } from '../../database/reader.js';
import type { Order } from './order.js';
import type { Row } from './row.js';
import type { Sql } from './sql.js';

/** A stored class: a MikroORM entity. */
export type Stored = abstract new () => object;

/** The rows that a field reads: a class, conditions, and an order when there may be several rows. */
export interface RowQuery {
  readonly of: Stored;
  readonly where: readonly ((row: Row) => Sql | undefined)[];
  readonly order?: Order;
  /** For a search: which rows it finds. */
  readonly found?: Found;
  /** For a long list of rows about persons: how it is counted (see {@link PersonsSeen}). */
  readonly persons?: PersonsSeen;
  /** For a union list: where its rows come from, as `of` has no table. */
  readonly parts?: readonly UnionPart[];
}

/**
 * The rows of one class in a union list: a list that shows rows of several classes in one order. Within a part, the
 * first key of the list's order increases with the property `by`, the last key is the id of the row, and the keys
 * between them are constant. So the rows of a part are read in the order of the list from an index, up to one page.
 */
export interface UnionPart {
  readonly of: Stored;
  readonly where: readonly ((row: Row) => Sql | undefined)[];
  /** The property that decides the place of a row in the list. It is never null in the rows that meet `where`. */
  readonly by: string;
  /** The value of `by` at a place in the list, from the first key of the order. Rows before that place have no greater value. */
  readonly at: (firstKey: Sql) => Sql;
  /** The values of the properties of the list's class, from a row. They do not depend on the request. */
  readonly values: (row: Row) => Readonly<Record<string, Sql>>;
}

/** The rows that a search finds. */
export interface Found {
  /** The condition that a search finds a row. */
  readonly where: (row: Row) => Sql;
  /**
   * A query of the columns of the order, of the same rows in the order of the list, from an index. A page is read from
   * it until it is full, so that its time does not grow with the number of rows that are found.
   */
  readonly inOrder?: Sql | undefined;
}

/**
 * The persons whom the viewer may see, for counting rows about persons. A count reads the rows of these persons, in the
 * order of persons, instead of all rows. The row policies still decide about each row.
 */
export interface PersonsSeen {
  /** A query of the distinct keys of the persons, in order, in one column. Each visible row is about one of them. */
  readonly keys: Sql;
  /** The key of the person of a row. */
  readonly of: (row: Row) => Sql;
}

/** The row, or the rows of a short list, that meet all conditions. */
export function selectOne(of: Stored, ...where: RowQuery['where']): RowQuery {
  return { of, where };
}

/** The rows that meet all conditions, in an order: for a connection or a list. */
export function selectMany(of: Stored, order: Order, ...where: RowQuery['where']): RowQuery {
  return { of, where, order };
}

/** The rows of all parts in one order, for a connection. */
export function selectUnion(of: Stored, order: Order, parts: readonly UnionPart[]): RowQuery {
  return { of, where: [], order, parts };
}

/** A method that returns what its field reads. It is called with the arguments and the row of the parent. */
type QueryMethod = (...given: never[]) => RowQuery;

/** How the read engine reads a field. Stored in the GraphQL extensions of the field. */
export type FieldDeclaration =
  | { readonly rows: (args: unknown, parent: Row) => RowQuery }
  | { readonly value: (row: Row) => Sql }
  | { readonly oneOf: Reference };

/** A reference to a row of one of several classes. */
export interface Reference {
  /** The name of the type that shows the row. */
  readonly type: (row: Row) => Sql;
  /** The key of the row. */
  readonly key: (row: Row) => Sql;
}

/**
 * Marks a query, or a field of a stored type, as read by the engine. The method takes (`args`, `parent`) and
 * returns a {@link RowQuery}. It runs when the statement is compiled, once for each place where the field is
 * selected, so it must be pure.
 */
export function Reads() {
  return (target: object, name: string, descriptor: TypedPropertyDescriptor<QueryMethod>) => {
    const method = descriptor.value as unknown as (args: unknown, parent: Row) => RowQuery;
    Extensions({ hub: { rows: method } satisfies FieldDeclaration })(target, name, descriptor);
  };
}

/** Marks a field whose value the SQL statement computes from the row. */
export function Computed(value: (row: Row) => Sql): PropertyDecorator {
  return (target, name) => {
    Extensions({ hub: { value } satisfies FieldDeclaration })(target, name as string);
  };
}

/** Marks a field of a union type: the row that a reference leads to. */
export function ReadsOneOf(reference: Reference): PropertyDecorator {
  return (target, name) => {
    Extensions({ hub: { oneOf: reference } satisfies FieldDeclaration })(target, name as string);
  };
}

/**
 * Marks an object type that shows rows of another class. Its fields read the properties of the same name of that
 * class. A field whose type shows the same class reads the row itself.
 */
export function ViewOf(of: () => Stored): ClassDecorator {
  return typeExtension({ viewOf: of });
}

/**
 * Marks a read that is recorded: the first time a query reads an object alone, by its id. A list, the payload of
 * a command and an event do not open an object.
 */
export interface ReadReceipt {
  readonly of: Stored;
  /** Whether this read by the viewer is the first one that opens the object. */
  readonly first: (row: Row) => Sql;
  /** The statement that records it, with the viewer's rights. It does nothing if another read was recorded first. */
  readonly note: (key: string) => Statement;
}

/**
 * Declares how a former key of an object leads to its current key, for clients that still use the former one.
 * `node` and `nodes` then read the current object.
 */
export function LeadsTo(key: (known: Sql) => Sql): ClassDecorator {
  return typeExtension({ leadsTo: key });
}

/** Declares how to find the person whom a row of the type concerns, when the row has no `beneficiary`. */
export function DataSubject(person: (row: Row) => Sql): ClassDecorator {
  return typeExtension({ dataSubject: person });
}

/** Adds to the type's GraphQL extensions and keeps what other decorators of the class have added. */
const extensionsOf = new WeakMap<object, object>();
function typeExtension(part: object): ClassDecorator {
  return (target) => {
    const hub = Object.assign(extensionsOf.get(target) ?? {}, part);
    extensionsOf.set(target, hub);
    Extensions({ hub })(target as never);
  };
}
