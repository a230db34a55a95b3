import {
  type GraphQLCompositeType,
  type GraphQLField,
  getArgumentValues,
  getNamedType,
  isAbstractType,
  isCompositeType,
  type SelectionSetNode,
} from 'graphql';
import { minLetters, searchOf, showsRows } from '../../graphql/read/search.js';
import { below, type Request, type Selected, select } from '../../graphql/read/selection.js';

/** The number of short searches for persons in a selection. For an interface: the maximum of its types. */
export function shortSearches(
  request: Request,
  type: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
): number {
  if (isAbstractType(type)) {
    return Math.max(...request.schema.getPossibleTypes(type).map((it) => shortSearches(request, it, sets)));
  }
  let count = 0;
  for (const nodes of select(request, type, sets).values()) {
    const field = type.getFields()[nodes[0].name.value];
    const shown = field && getNamedType(field.type);
    if (!field || !isCompositeType(shown)) continue;
    if (isShort(request, field, nodes)) count += 1;
    count += shortSearches(request, shown, below(nodes));
  }
  return count;
}

type Nodes = Selected extends ReadonlyMap<string, infer Value> ? Value : never;

function isShort(request: Request, field: GraphQLField<unknown, unknown>, nodes: Nodes): boolean {
  let args: Record<string, unknown>;
  try {
    args = getArgumentValues(field, nodes[0], request.variables);
  } catch {
    // Invalid arguments are refused when the field is read.
    return false;
  }
  const search = searchOf(field, args);
  const shown = getNamedType(field.type);
  if (!search || search.letters >= minLetters || !isCompositeType(shown) || isAbstractType(shown))
    return false;
  const parts = [...select(request, shown, below(nodes)).values()];
  return !search.byPlace || !parts.some(([part]) => showsRows(part.name.value));
}
