import type { GraphQLField, GraphQLNamedType } from 'graphql';
import type { FieldDeclaration, Stored } from './declare.js';
import type { Row } from './row.js';
import type { Sql } from './sql.js';

/** What the decorators of `declare.ts` and `connectionOf` keep in a type's GraphQL extensions. */
interface TypeExtensions {
  /** The class whose rows the type shows, where it has not the type's name. */
  readonly viewOf?: () => Stored;
  /** The key that has taken the place of a known one. */
  readonly leadsTo?: (known: Sql) => Sql;
  /** How a row reaches the person of whom it tells. */
  readonly dataSubject?: (row: Row) => Sql;
  /** Whether it is a page of a list. */
  readonly connection?: boolean;
}

/** How a field of `Query` finds objects by their global ids. */
interface NodesDeclaration {
  readonly nodes: 'one' | 'many';
}

export function typeExtensions(type: GraphQLNamedType): TypeExtensions {
  return (type.extensions['hub'] ?? {}) as TypeExtensions;
}

export function fieldExtension(
  field: GraphQLField<unknown, unknown>,
): FieldDeclaration | NodesDeclaration | undefined {
  return field.extensions['hub'] as FieldDeclaration | NodesDeclaration | undefined;
}

/** Whether the type is a page of a list. */
export function isConnection(type: GraphQLNamedType): boolean {
  return typeExtensions(type).connection === true;
}
