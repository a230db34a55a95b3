import { randomUUID } from 'node:crypto';
import { createGatewayRuntime, type GatewayPlugin, type GatewayRuntime } from '@graphql-hive/gateway-runtime';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { bug } from './errors.js';
import type { Hub } from './hub.js';
import { limits, withinLimits } from './limits.js';
import type { PartnerSystem } from './partner-system.js';
import { plannerFor } from './planner.js';

/** Creates the runtime that answers operations on the supergraph, and loads the schema. */
export async function createRuntime(
  supergraph: string,
  hub: Hub,
  partners: ReadonlyMap<string, PartnerSystem>,
  log: Logger,
): Promise<GatewayRuntime> {
  const runtime = createGatewayRuntime({
    supergraph: () => supergraph,
    unifiedGraphHandler: plannerFor(['hub', ...partners.keys()]),
    // All requests to subgraphs are made here: the library's transports would forward and report more than they should.
    transports: () => ({
      getSubgraphExecutor: ({ subgraphName }) =>
        (subgraphName === 'hub' ? hub : partners.get(subgraphName))?.execute as never,
    }),
    plugins: () => [limited],
    maskedErrors: { maskError: (error) => masked(error, log) },
    // The planner asks each subgraph at once for what it needs at a time.
    __experimental__batchExecution: false,
    logging: false,
    graphqlEndpoint: '/graphql',
    cors: false,
    graphiql: false,
    landingPage: false,
    requestId: false,
    multipart: false,
    subgraphErrors: false,
  });
  // A subscription may be the first request: it does not load the schema.
  await runtime.getSchema();
  return runtime;
}

/** Refuses documents above the limits. */
const limited: GatewayPlugin = {
  onParse({ parseFn, setParseFn }) {
    setParseFn((source, options) => parseFn(source, { ...options, maxTokens: limits.tokens }));
  },
  onValidate({ addValidationRule }) {
    addValidationRule(withinLimits);
  },
};

/** The error as clients see it. What is not meant for them is logged with a number, and they get the number only. */
function masked(error: unknown, log: Logger): Error {
  if (isMeant(error)) return error;
  const number = randomUUID();
  const { name, stack } = error as Error;
  const frames = stack?.split('\n').filter((line) => /^\s+at /.test(line));
  log.error({ number, error: name, frames }, 'bug');
  return bug(number);
}

function isMeant(error: unknown): error is GraphQLError {
  if (!(error instanceof GraphQLError)) return false;
  return error.originalError === undefined || isMeant(error.originalError);
}
