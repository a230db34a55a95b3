import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';

/** The parts of a request that a selection refers to: schema, fragments and variables. */
export interface Request {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The selected fields of an object type by response key, in response order. */
export type Selected = ReadonlyMap<string, readonly [FieldNode, ...FieldNode[]]>;

/** Collects the fields of the selection sets for `type`. Resolves fragments and applies @skip and @include. */
export function select(
  request: Request,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): Selected {
  const selected = new Map<string, [FieldNode, ...FieldNode[]]>();
  const visited = new Set<string>();
  for (const set of sets) collect(set);
  return selected;

  function collect(set: SelectionSetNode): void {
    for (const selection of set.selections) {
      if (!included(request, selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        const same = selected.get(key);
        if (same) same.push(selection);
        else selected.set(key, [selection]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (applies(selection.typeCondition?.name.value)) collect(selection.selectionSet);
      } else if (!visited.has(selection.name.value)) {
        visited.add(selection.name.value);
        const fragment = request.fragments[selection.name.value];
        if (fragment && applies(fragment.typeCondition.name.value)) collect(fragment.selectionSet);
      }
    }
  }

  function applies(condition: string | undefined): boolean {
    if (condition === undefined || condition === type.name) return true;
    const other = request.schema.getType(condition);
    return isAbstractType(other) && request.schema.isSubType(other as GraphQLInterfaceType, type);
  }
}

/** The fragments of a document, by name. */
export function fragmentsOf({ definitions }: DocumentNode): Record<string, FragmentDefinitionNode> {
  const fragments: Record<string, FragmentDefinitionNode> = {};
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  return fragments;
}

/** The selection sets of a field, which may be selected in several places. */
export function below(nodes: readonly FieldNode[]): SelectionSetNode[] {
  return nodes.flatMap((node) => node.selectionSet ?? []);
}

/** Whether the arguments of a field use variables. */
export function usesVariables({ arguments: args = [] }: FieldNode): boolean {
  return args.some((it) => hasVariable(it.value));
}

function hasVariable(value: ValueNode): boolean {
  switch (value.kind) {
    case Kind.VARIABLE:
      return true;
    case Kind.LIST:
      return value.values.some(hasVariable);
    case Kind.OBJECT:
      return value.fields.some((field) => hasVariable(field.value));
    default:
      return false;
  }
}

function included({ variables }: Request, node: SelectionNode): boolean {
  if (!node.directives?.length) return true;
  const skip = getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'];
  const include = getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'];
  return skip !== true && include !== false;
}
