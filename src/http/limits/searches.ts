import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  getArgumentValues,
  getNamedType,
  isAbstractType,
  isCompositeType,
  type SelectionSetNode,
} from 'graphql';
import { minLetters, searches, searchOf, showsRows } from '../../graphql/read/search.js';
import { below, type Request, type Selected, select } from '../../graphql/read/selection.js';
import type { Shape } from '../../graphql/read/shape.js';

/** Whether a search may be part of an operation: computed once, because most operations have none. */
const searching = new WeakMap<Shape, boolean>();

/** The number of short searches for persons in an operation. */
export function shortSearches(request: Request, shape: Shape): number {
  const { operation } = shape;
  const root = request.schema.getRootType(operation.operation) as GraphQLObjectType;
  const sets = [operation.selectionSet];
  const known = searching.get(shape);
  if (known === undefined) searching.set(shape, countWhere(canSearch, request, root, sets) > 0);
  return known === false ? 0 : countWhere(isShort, request, root, sets);
}

type Test = (request: Request, field: GraphQLField<unknown, unknown>, nodes: Nodes) => boolean;

/** The number of fields of a selection that pass the test. For an interface: the maximum of its types. */
function countWhere(
  test: Test,
  request: Request,
  type: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
): number {
  if (isAbstractType(type)) {
    const types = request.schema.getPossibleTypes(type);
    return Math.max(...types.map((it) => countWhere(test, request, it, sets)));
  }
  let count = 0;
  for (const nodes of select(request, type, sets).values()) {
    const field = type.getFields()[nodes[0].name.value];
    const shown = field && getNamedType(field.type);
    if (!field || !isCompositeType(shown)) continue;
    if (test(request, field, nodes)) count += 1;
    count += countWhere(test, request, shown, below(nodes));
  }
  return count;
}

type Nodes = Selected extends ReadonlyMap<string, infer Value> ? Value : never;

function canSearch(_: Request, field: GraphQLField<unknown, unknown>): boolean {
  return searches(field);
}

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
