import {
  type DocumentNode,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';
import type { Variables } from '../graphql/read/bindable.js';
import { type Shape, shapeOf } from '../graphql/read/shape.js';

/** A request whose document has been validated. */
interface ValidRequest {
  readonly request: { readonly variables?: Record<string, unknown> | undefined };
  readonly document: DocumentNode;
  /** Missing when the operation's name is ambiguous or unknown: the executor reports it. */
  readonly operation?: OperationDefinitionNode | undefined;
  readonly schema: GraphQLSchema;
}

/** An operation that is about to run. */
export interface Prepared {
  /** The schema that its document was validated against. */
  readonly schema: GraphQLSchema;
  readonly shape: Shape;
  /** The coerced variables. */
  readonly variables: Variables;
}

const known = new WeakMap<object, Prepared | undefined>();

/**
 * The shape and the coerced variables of a request; undefined when a variable is invalid or the operation is missing.
 * Computed once.
 */
export function preparedOf({ request, document, operation, schema }: ValidRequest): Prepared | undefined {
  if (!operation || known.has(request)) return known.get(request);
  const given = request.variables ?? {};
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
  const prepared = coerced && { schema, shape: shapeOf(document, operation, coerced), variables: coerced };
  known.set(request, prepared);
  return prepared;
}
