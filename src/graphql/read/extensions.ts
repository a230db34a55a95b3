import type { GraphQLField, GraphQLNamedType } from 'graphql';
import type { FieldDeclaration, Stored } from './declare.js';
import type { Row } from './row.js';
import type { Sql } from './sql.js';

/** The GraphQL extensions of a type, set by the decorators of `declare.ts` and by `connectionOf`. */
interface TypeExtensions {
  /** The class whose rows the type shows, when its name differs from the type's name. */
  readonly viewOf?: () => Stored;
  /** The current key of an object for a former one. */
  readonly leadsTo?: (known: Sql) => Sql;
  /** How to find the person whom a row concerns. */
  readonly dataSubject?: (row: Row) => Sql;
  /** Whether the type is a connection: a page of a list. */
  readonly connection?: boolean;
}

/** A field by which other subgraphs refer to an object. */
export type EntityKey =
  /** The id, or another unique text property. */
  | string
  /** A field that only the schema for a gateway has. */
  | AddedKey;

export interface AddedKey {
  readonly name: string;
  /** The value of a row: a text, or null. */
  readonly value: (row: Row) => Sql;
  /** The stored key of the object with a value. */
  readonly find: (value: Sql) => Sql;
}

/** For each type that other subgraphs may extend: the fields by which they refer to an object. */
export type EntityKeys = Readonly<Record<string, readonly EntityKey[]>>;

export function keyName(key: EntityKey): string {
  return typeof key === 'string' ? key : key.name;
}

export function isAdded(key: EntityKey): key is AddedKey {
  return typeof key !== 'string';
}

/** How a field of `Query` finds objects of any type. */
export type NodesDeclaration =
  | { readonly nodes: 'one' | 'many' }
  /** By references of other subgraphs. */
  | { readonly nodes: 'entities'; readonly keys: EntityKeys };

export function typeExtensions(type: GraphQLNamedType): TypeExtensions {
  return (type.extensions['hub'] ?? {}) as TypeExtensions;
}

export function fieldExtension(
  field: GraphQLField<unknown, unknown>,
): FieldDeclaration | NodesDeclaration | undefined {
  return field.extensions['hub'] as FieldDeclaration | NodesDeclaration | undefined;
}

/** Whether the type is a connection: a page of a list. */
export function isConnection(type: GraphQLNamedType): boolean {
  return typeExtensions(type).connection === true;
}

/** Whether the engine reads a field of `Query`. */
export function isRead(field: GraphQLField<unknown, unknown>): boolean {
  const declared = fieldExtension(field);
  return declared !== undefined && ('rows' in declared || 'nodes' in declared);
}
