import {
  buildASTSchema,
  type DefinitionNode,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  parse,
  visit,
} from 'graphql';
import { isObject, machineryFields, machineryTypes, type ObjectNode } from './sdl.js';

/** The schema of a partner with `_entities`, without what is only for composition. */
export function schemaOf(definitions: readonly DefinitionNode[], entities: readonly string[]): GraphQLSchema {
  const own = definitions.filter(
    (it) =>
      it.kind !== Kind.SCHEMA_DEFINITION &&
      it.kind !== Kind.SCHEMA_EXTENSION &&
      it.kind !== Kind.DIRECTIVE_DEFINITION &&
      !('name' in it && it.name && machineryTypes.includes(it.name.value)),
  );
  const defined = new Set(
    own.flatMap((it) => (it.kind === Kind.OBJECT_TYPE_DEFINITION ? [it.name.value] : [])),
  );
  const types = own.map((it): DefinitionNode => {
    if (!isObject(it)) return it;
    const fields = (it.fields ?? []).filter(({ name }) => !machineryFields.includes(name.value));
    const { value } = it.name;
    // A type of the hub may be written as an extension only.
    const isBase = it.kind === Kind.OBJECT_TYPE_DEFINITION || !defined.has(value);
    defined.add(value);
    return {
      ...it,
      fields,
      kind: isBase ? Kind.OBJECT_TYPE_DEFINITION : Kind.OBJECT_TYPE_EXTENSION,
    } as ObjectNode;
  });
  const query = defined.has('Query') ? 'extend type Query' : 'type Query';
  const added =
    entities.length > 0
      ? `scalar _Any union _Entity = ${entities.join(' | ')}
        ${query} { _entities(representations: [_Any!]!): [_Entity]! }`
      : '';
  const all: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [...types, ...(added ? parse(added, { noLocation: true }).definitions : [])],
  };
  const plain = visit(all, { Directive: () => null });
  return buildASTSchema(plain, { assumeValidSDL: true });
}
