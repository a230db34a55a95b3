import {
  type DocumentNode,
  type ExecutionArgs,
  GraphQLError,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type { Context, SubscribePayload } from 'graphql-ws';
import type { Extra } from 'graphql-ws/use/ws';
import type { SignIn } from '../../auth/sign-in.js';
import { shapeOf } from '../../graphql/read/shape.js';
import { languageOf } from '../../i18n.js';
import { type Cost, limits, pay, withinLimits } from '../limits/index.js';
import { contextOf, type Services } from '../operations.js';
import { close, type SocketState } from './close-codes.js';
import { type ConnectionInit, credentialsOf, isRefused } from './connection.js';

type SocketContext = Context<ConnectionInit, Extra & SocketState>;

/**
 * Authenticates, validates and charges an operation.
 * @returns the arguments for its execution, or the errors that refuse it
 */
export async function prepareOperation(
  services: Services,
  signIn: SignIn,
  context: SocketContext,
  payload: SubscribePayload,
): Promise<ExecutionArgs | readonly GraphQLError[]> {
  const { connectionParams, extra } = context;
  const { request, socket } = extra;
  const { schema } = services.engine.model;
  const language = languageOf(request.headers);
  try {
    // Authenticated again for each operation, as for each HTTP request: sockets live long, and members change.
    const { viewer } = await signIn.signIn(credentialsOf(request, connectionParams));
    const { document, operation } = operationOf(services, payload);
    const given = getVariableValues(schema, operation.variableDefinitions ?? [], payload.variables ?? {});
    if (given.errors) return given.errors.map((it) => coded(it, 'BAD_USER_INPUT'));
    const prepared = { schema, shape: shapeOf(document, operation, given.coerced), variables: given.coerced };
    const cost: Cost = await pay(services, viewer, prepared);
    return {
      schema,
      document,
      operationName: payload.operationName ?? null,
      variableValues: payload.variables ?? {},
      contextValue: {
        ...contextOf(services, viewer, language),
        transport: {
          get blocked() {
            return socket.bufferedAmount > 0;
          },
          dismiss: () => close(services.log, context, 'behind'),
        },
      },
      // Events carry no cost: the subscription was charged when it started.
      ...(operation.operation !== OperationTypeNode.SUBSCRIPTION && { cost }),
    };
  } catch (error) {
    if (error instanceof Invalid) return error.problems;
    if (isRefused(error)) close(services.log, context, 'refused');
    return [toError(error)];
  }
}

/** An operation that is invalid for every viewer. */
class Invalid extends Error {
  constructor(readonly problems: readonly GraphQLError[]) {
    super();
  }
}

/** @throws Invalid when the document is malformed, invalid or too large, or does not contain the operation */
function operationOf(
  { engine }: Services,
  { query, operationName }: SubscribePayload,
): { document: DocumentNode; operation: OperationDefinitionNode } {
  let document: DocumentNode;
  try {
    document = parse(query, { maxTokens: limits.tokens });
  } catch (error) {
    throw new Invalid([coded(error as GraphQLError, 'GRAPHQL_PARSE_FAILED')]);
  }
  const rules = [...specifiedRules, withinLimits];
  const problems = validate(engine.model.schema, document, rules, { hideSuggestions: true });
  if (problems.length > 0) throw new Invalid(problems.map((it) => coded(it, 'GRAPHQL_VALIDATION_FAILED')));
  const operation = getOperationAST(document, operationName);
  if (operation) return { document, operation };
  const message = operationName
    ? `Unknown operation named "${operationName}".`
    : 'Must provide operation name if query contains multiple operations.';
  throw new Invalid([coded(new GraphQLError(message), 'OPERATION_RESOLUTION_FAILURE')]);
}

/** Adds the code that Apollo Server uses over HTTP, unless the error has a code. */
function coded(error: GraphQLError, code: string): GraphQLError {
  const { message, nodes = null, source = null, positions = null, originalError = null } = error;
  const extensions = { code, ...error.extensions };
  return new GraphQLError(message, { nodes, source, positions, originalError, extensions });
}

function toError(error: unknown): GraphQLError {
  return error instanceof GraphQLError
    ? error
    : new GraphQLError('', { originalError: error instanceof Error ? error : new Error(String(error)) });
}
