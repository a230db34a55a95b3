import {
  type DefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  type TypeNode,
} from 'graphql';

export type ObjectNode = ObjectTypeDefinitionNode | ObjectTypeExtensionNode;

/** The names that a subgraph library may add to the definitions that it serves. Composition ignores them. */
export const machineryTypes = [
  '_Any',
  '_Entity',
  '_Service',
  'FieldSet',
  'federation__FieldSet',
  'link__Import',
];
export const machineryFields = ['_service', '_entities'];

export function isObject(node: DefinitionNode): node is ObjectNode {
  return node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION;
}

/** The named type of a type, and whether the type is nullable at each level. */
export function innermost(type: TypeNode): [name: string, isNullable: boolean] {
  if (type.kind === Kind.NAMED_TYPE) return [type.name.value, true];
  const [name, isNullable] = innermost(type.type);
  return [name, isNullable && type.kind !== Kind.NON_NULL_TYPE];
}

/** The field sets of the keys of a type. */
export function keysOf({ directives = [] }: ObjectNode): string[] {
  return directives
    .filter((it) => it.name.value === 'key')
    .map((it) => {
      const fields = it.arguments?.find((argument) => argument.name.value === 'fields')?.value;
      return fields?.kind === Kind.STRING ? fields.value.trim() : '';
    });
}

/** The names of all directives in a node and below it. */
export function directivesIn(node: unknown): string[] {
  return namesIn(node, Kind.DIRECTIVE);
}

/** The names of all types to which a node and what is below it refer. */
export function typesNamedIn(node: unknown): string[] {
  return namesIn(node, Kind.NAMED_TYPE);
}

function namesIn(node: unknown, sought: Kind): string[] {
  if (Array.isArray(node)) return node.flatMap((it) => namesIn(it, sought));
  if (typeof node !== 'object' || node === null) return [];
  const { kind, name } = node as { kind?: Kind; name?: { value: string } };
  const own = kind === sought && name ? [name.value] : [];
  const below = Object.entries(node).filter(([key]) => key !== 'loc');
  return [...own, ...below.flatMap(([, value]) => namesIn(value, sought))];
}
