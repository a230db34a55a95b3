import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  getArgumentValues,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { workOf } from '../../graphql/costs.js';
import { maxPage } from '../../graphql/read/connection.js';
import { isConnection } from '../../graphql/read/extensions.js';
import { below, type Request, select } from '../../graphql/read/selection.js';

/** How many objects a list that says nothing of its length is taken to have. */
const usualLength = 20;

/** How many plain values of an object come with it; as many more count as one more object. */
const valuesOfObject = 10;

/** What an act costs beside what it shows: it writes. */
const act = 10;

/** What the schema's own description costs, whatever is asked of it: the executor works it out field by field. */
const introspection: Readonly<Record<string, number>> = { __schema: 5000, __type: 500 };

type Nodes = readonly [FieldNode, ...FieldNode[]];

/**
 * What an operation costs, told from its text and variables alone: one for each object that it may show,
 * a list counted at the length asked for (`first`, `last`, `ids`), otherwise at 20; and what a field says that
 * its work costs ({@link workOf}).
 */
export function costOf(request: Request, operation: OperationDefinitionNode): number {
  const root = request.schema.getRootType(operation.operation) as GraphQLObjectType;
  const sets = [operation.selectionSet];
  const acts = root === request.schema.getMutationType() ? act * select(request, root, sets).size : 0;
  return Math.max(1, acts + costOfObject(request, root, sets, 0));
}

/** What one object costs with everything below it; of an interface, its costliest type. */
function costOfObject(
  request: Request,
  type: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
  itself = 1,
): number {
  if (isAbstractType(type)) {
    const possible = request.schema.getPossibleTypes(type);
    return Math.max(...possible.map((it) => costOfObject(request, it, sets, itself)));
  }
  let cost = itself;
  let values = 0;
  for (const nodes of select(request, type, sets).values()) {
    const name = nodes[0].name.value;
    const field = type.getFields()[name];
    if (field) cost += workOf(field);
    if (field && isCompositeType(getNamedType(field.type))) cost += costOfField(request, field, nodes);
    else cost += introspection[name] ?? (++values % valuesOfObject === 0 ? 1 : 0);
  }
  return cost;
}

function costOfField(request: Request, field: GraphQLField<unknown, unknown>, nodes: Nodes): number {
  const type = getNamedType(field.type) as GraphQLObjectType;
  const length = lengthOf(request, field, nodes[0]);
  if (!isConnection(type)) {
    const one = costOfObject(request, type, below(nodes));
    return isListType(getNullableType(field.type)) ? one * length : one;
  }
  let cost = 1;
  for (const same of select(request, type, below(nodes)).values()) {
    const part = type.getFields()[same[0].name.value];
    const shown = part && getNamedType(part.type);
    if (!part || !isCompositeType(shown)) continue;
    if (!isListType(getNullableType(part.type))) cost += 1;
    // An edge is no object beside its node's.
    else if (part.name === 'edges')
      cost += length * Math.max(1, costOfObject(request, shown, below(same), 0));
    else cost += length * costOfObject(request, shown, below(same));
  }
  return cost;
}

/** How long a list may be. Beyond what is allowed it is refused when it is read, and costs no more. */
function lengthOf(request: Request, field: GraphQLField<unknown, unknown>, node: FieldNode): number {
  let args: Record<string, unknown>;
  try {
    args = getArgumentValues(field, node, request.variables);
  } catch {
    return usualLength;
  }
  const { first, last, ids } = args;
  const asked = Array.isArray(ids) ? ids.length : (last ?? first ?? usualLength);
  return Math.min(Math.max(Number(asked), 0), maxPage);
}
