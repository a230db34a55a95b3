import { Extensions } from 'type-graphql';
import type { Statement } from '../../database/reader.js';
import type { Order } from './order.js';
import type { Row } from './row.js';
import type { Sql } from './sql.js';

/** A stored class: a MikroORM entity. */
export type Stored = abstract new () => object;

/** What a field reads: rows of a class, on conditions, in an order when there may be many. */
export interface RowQuery {
  readonly of: Stored;
  readonly where: readonly ((row: Row) => Sql | undefined)[];
  readonly order?: Order;
  /** The rows are computed by a view at some cost: the parts of a connection share one result. */
  readonly computed?: boolean;
}

/** The one row (or the rows of a short list) on which all the conditions hold. */
export function selectOne(of: Stored, ...where: RowQuery['where']): RowQuery {
  return { of, where };
}

/** The rows on which all the conditions hold, in an order: what a connection or a list shows. */
export function selectMany(of: Stored, order: Order, ...where: RowQuery['where']): RowQuery {
  return { of, where, order };
}

/** A method that says what its field reads. It is called with the arguments and the parent's row. */
type QueryMethod = (...given: never[]) => RowQuery;

/** How the read engine finds what a field shows; kept in the field's GraphQL extensions. */
export type FieldDeclaration =
  | { readonly rows: (args: unknown, parent: Row) => RowQuery }
  | { readonly value: (row: Row) => Sql };

/**
 * Marks a query, or a field of a stored type, as read by the engine: the method takes
 * (`args`, `parent`) and returns a {@link RowQuery}. It runs while the statement is written, once for
 * each place where the field is selected; it must be pure.
 */
export function Reads() {
  return (target: object, name: string, descriptor: TypedPropertyDescriptor<QueryMethod>) => {
    const method = descriptor.value as unknown as (args: unknown, parent: Row) => RowQuery;
    Extensions({ hub: { rows: method } satisfies FieldDeclaration })(target, name, descriptor);
  };
}

/** Marks a field whose value is computed by the statement from the row. */
export function Computed(value: (row: Row) => Sql): PropertyDecorator {
  return (target, name) => {
    Extensions({ hub: { value } satisfies FieldDeclaration })(target, name as string);
  };
}

/**
 * Marks an object type that shows rows of another class: its fields are that class's properties of
 * the same name, or the row itself where the field has that class's type.
 */
export function ViewOf(of: () => Stored): ClassDecorator {
  return typeExtension({ viewOf: of });
}

/**
 * What is recorded when somebody first opens an object: when a query asks for it alone, by its id. A list, a
 * command's payload and an event open nothing.
 */
export interface ReadReceipt {
  readonly of: Stored;
  /** Whether the viewer, in reading the row, is the first to open it. */
  readonly first: (row: Row) => Sql;
  /** The statement that notes it, under the viewer's rights; it does nothing where somebody else was faster. */
  readonly note: (key: string) => Statement;
}

/**
 * Says which key has taken the place of another one, by which clients may still know an object of the type:
 * `node` and `nodes` read that object.
 */
export function LeadsTo(key: (known: Sql) => Sql): ClassDecorator {
  return typeExtension({ leadsTo: key });
}

/** Says how rows of a type reach the person of whom they tell, where no `beneficiary` of their own says so. */
export function DataSubject(person: (row: Row) => Sql): ClassDecorator {
  return typeExtension({ dataSubject: person });
}

/** Keeps something in the type's extensions, beside what other decorators of the class keep there. */
const kept = new WeakMap<object, object>();
function typeExtension(part: object): ClassDecorator {
  return (target) => {
    const hub = Object.assign(kept.get(target) ?? {}, part);
    kept.set(target, hub);
    Extensions({ hub })(target as never);
  };
}
