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
import { mostEntriesOf, workOf } from '../../graphql/costs.js';
import { maxCount, maxPage } from '../../graphql/read/connection.js';
import { isConnection } from '../../graphql/read/extensions.js';
import { below, type Request, select } from '../../graphql/read/selection.js';
import type { Shape } from '../../graphql/read/shape.js';

/** The assumed length of a list without a length argument. */
const usualLength = 20;

/** Each further group of this many scalar fields of an object costs as much as one more object. */
const valuesOfObject = 10;

/** A limited count (`countUpTo`) costs as much as one object for each started group of this many rows. */
const rowsOfCount = 1000;

/** The additional cost of a command: it writes. */
const commandCost = 10;

/** The fixed cost of introspection: the executor resolves it field by field. */
const introspection: Readonly<Record<string, number>> = { __schema: 5000, __type: 500 };

type Nodes = readonly [FieldNode, ...FieldNode[]];

/**
 * The cost of an operation, computed from its text and variables only: one for each object that it may return, plus
 * the additional cost that fields declare ({@link workOf}). The length of a list is the requested one (`first`,
 * `last`, `ids`), the one that its field declares ({@link mostEntriesOf}), or 20. A limited count costs one for each started 1,000 rows of its limit.
 */
export function costOf(request: Request, shape: Shape): number {
  let cost = known.get(shape);
  if (cost === undefined) {
    cost = costOfOperation(request, shape.operation);
    known.set(shape, cost);
  }
  return cost;
}

/** The costs computed so far. */
const known = new WeakMap<Shape, number>();

function costOfOperation(request: Request, operation: OperationDefinitionNode): number {
  const root = request.schema.getRootType(operation.operation) as GraphQLObjectType;
  const sets = [operation.selectionSet];
  const commands =
    root === request.schema.getMutationType() ? commandCost * select(request, root, sets).size : 0;
  return Math.max(1, commands + costOfObject(request, root, sets, 0));
}

/** The cost of one object with everything below it. For an interface: the maximum of its types. */
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
    if (part?.name === 'countUpTo') cost += Math.ceil(limitOf(request, part, same[0]) / rowsOfCount);
    if (!part || !isCompositeType(shown)) continue;
    if (!isListType(getNullableType(part.type))) cost += 1;
    // An edge costs nothing in addition to its node.
    else if (part.name === 'edges')
      cost += length * Math.max(1, costOfObject(request, shown, below(same), 0));
    else cost += length * costOfObject(request, shown, below(same));
  }
  return cost;
}

/** The limit of a count. A limit that is not allowed is refused when it is read. */
function limitOf(request: Request, field: GraphQLField<unknown, unknown>, node: FieldNode): number {
  const { limit } = argumentsOf(request, field, node) ?? {};
  return Math.min(Math.max(Number(limit ?? 1), 1), maxCount);
}

/** The arguments of a field; undefined when they are not valid. */
function argumentsOf(
  { variables }: Request,
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
): Record<string, unknown> | undefined {
  try {
    return getArgumentValues(field, node, variables);
  } catch {
    return undefined;
  }
}

/** The maximum length of a list. A longer one is refused when it is read, so it does not cost more. */
function lengthOf(request: Request, field: GraphQLField<unknown, unknown>, node: FieldNode): number {
  const args = argumentsOf(request, field, node);
  const usual = mostEntriesOf(field) ?? usualLength;
  if (!args) return usual;
  const { first, last, ids = args['representations'] } = args;
  const asked = Array.isArray(ids) ? ids.length : (last ?? first ?? usual);
  return Math.min(Math.max(Number(asked), 0), maxPage);
}
