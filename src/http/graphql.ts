import { ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { databaseRoleOf } from '../access/viewer.js';
import type { SignedIn, SignIn } from '../auth/sign-in.js';
import type { Context } from '../context.js';
import type { ReadEngine } from '../graphql/read/engine.js';
import { fallbackLanguage, type Language, languageOf } from '../i18n.js';
import { httpOf, shownError } from './errors.js';
import { type ForGateway, type Gateway, namesViewer } from './gateway.js';
import { limits, metered, withinLimits } from './limits/index.js';
import { contextOf, type Services } from './operations.js';
import { preparedOf } from './prepared.js';

declare module 'fastify' {
  interface FastifyRequest {
    signedIn?: SignedIn;
    /** How to answer a request that has the gateway's credential. */
    forGateway?: ForGateway;
  }
}

/** The JSON text of a response's `data`, for responses whose JSON the database has produced. */
const jsonOf = new WeakMap<object, string>();

/** Answers queries that the engine can answer completely, without the executor, with the JSON text of the engine. */
function answeredByEngine(engine: ReadEngine, log: Logger): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async responseForOperation(requestContext) {
          const { contextValue } = requestContext;
          const prepared = preparedOf(requestContext);
          if (!prepared) return null;
          try {
            const { shape, variables } = prepared;
            const text = await engine.answer(databaseRoleOf(contextValue.viewer), shape, variables);
            if (text === undefined) return null;
            const data = {};
            jsonOf.set(data, text);
            return {
              body: { kind: 'single', singleResult: { data } },
              http: { status: 200, headers: new HeaderMap() },
            };
          } catch (error) {
            // Apollo treats an error thrown from here as a bug of the plugin and discards its details.
            const shown = shownError({ message: '' }, error, log, contextValue.language);
            const { status, headers } = httpOf(error, 200);
            return {
              body: { kind: 'single', singleResult: { data: null, errors: [shown] } },
              http: { status, headers: new HeaderMap(headers) },
            };
          }
        },
      };
    },
  };
}

/** The language of the request of each error: `formatError` does not know the request. */
const languages = new WeakMap<object, Language>();

/**
 * Remembers the language of errors, and sets status 503 and its headers for database errors, which are converted to
 * client errors only when shown.
 */
const explainedOverHttp: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async didEncounterErrors({ errors, contextValue, response: { http } }) {
        for (const error of errors) {
          languages.set(error, contextValue.language);
          const { status, headers } = httpOf(error.originalError ?? error, 200);
          if (status !== 503) continue;
          http.status = status;
          for (const [name, value] of headers) http.headers.set(name, value);
        }
      },
    };
  },
};

/**
 * Mounts `/graphql` for POST and GET. A request without a valid sign-in is refused before its body is parsed.
 * @param gateway what answers the requests of a gateway, and tells whether a request is one
 */
export async function graphqlOverHttp(
  app: FastifyInstance,
  services: Services,
  signIn: SignIn,
  gateway?: Gateway,
): Promise<void> {
  const { log } = services;
  const forViewers = (of: Services) => {
    const context = async (request: FastifyRequest) =>
      contextOf(of, (request.signedIn as SignedIn).viewer, languageOf(request.headers));
    const plugins = [metered(of), answeredByEngine(of.engine, log), explainedOverHttp];
    return handlerOf(app, log, of.engine.model.schema, context, plugins);
  };
  const ordinary = await forViewers(services);
  const federated = gateway && {
    viewer: await forViewers(gateway.services.viewer),
    composition: await handlerOf(app, log, gateway.services.composition, async () => ({}), []),
  };
  app.route({
    url: '/graphql',
    method: ['GET', 'POST'],
    preParsing: async (request) => {
      const { headers } = request;
      if (gateway?.isGateway(headers)) request.forGateway = namesViewer(headers) ? 'viewer' : 'composition';
      if (request.forGateway !== 'composition') request.signedIn = await signIn.signIn(request);
    },
    handler(request, reply) {
      const { forGateway } = request;
      const handler = (forGateway && federated?.[forGateway]) ?? ordinary;
      return handler.call(this, request, reply);
    },
  });
}

/** Starts an Apollo Server for a schema. */
async function handlerOf<Of extends object>(
  app: FastifyInstance,
  log: Logger,
  schema: GraphQLSchema,
  context: (request: FastifyRequest) => Promise<Of>,
  plugins: ApolloServerPlugin<Of>[],
) {
  const apollo = new ApolloServer<Of>({
    schema,
    plugins: [ApolloServerPluginCacheControlDisabled(), ...plugins],
    // Only the part before the colon is logged. The rest of the message may quote a request.
    logger: {
      debug: () => {},
      info: () => {},
      warn: (message) => log.warn(String(message).split(':', 1)[0]),
      error: (message) => log.error(String(message).split(':', 1)[0]),
    },
    formatError: (formatted, error) =>
      shownError(formatted, error, log, languages.get(error as object) ?? fallbackLanguage),
    stringifyResult: (result) => {
      const text = result.data && jsonOf.get(result.data);
      if (!text) return `${JSON.stringify(result)}\n`;
      return `{"data":${text},"extensions":${JSON.stringify(result.extensions ?? {})}}\n`;
    },
    validationRules: [withinLimits],
    parseOptions: { maxTokens: limits.tokens },
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    persistedQueries: false,
    introspection: true,
    stopOnTerminationSignals: false,
  });
  await apollo.start();
  app.addHook('onClose', () => apollo.stop());
  return fastifyApolloHandler(apollo, { context });
}
