import { randomUUID } from 'node:crypto';
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { demoSignIn } from '../auth/demo-sign-in.js';
import { invitationRoutes } from '../auth/invitations.js';
import { Provider } from '../auth/provider.js';
import { providerRoutes } from '../auth/provider-routes.js';
import { Sessions } from '../auth/sessions.js';
import { SignIn, signInChannel } from '../auth/sign-in.js';
import { DemoTokens, providerTokens, publishedAt } from '../auth/tokens.js';
import type { AuthConfig, Config } from '../config/index.js';
import type { Database } from '../database/database.js';
import { orUnavailable } from '../database/unavailable.js';
import { publishedKeys } from '../features/committee/index.js';
import { explained } from '../graphql/errors.js';
import { languageOf, type Text } from '../i18n.js';
import { drainOnLeave } from './draining.js';
import { httpOf, shownError } from './errors.js';
import { servicesForGateway } from './for-gateway.js';
import { gatewayCheck } from './gateway.js';
import { graphqlOverHttp } from './graphql.js';
import { limits } from './limits/index.js';
import type { Services } from './operations.js';
import { consolePage } from './pages/console/index.js';
import { rightsRoutes } from './pages/data-subject-rights/index.js';
import { asksForPage, sendErrorPage } from './pages/error-page.js';
import { graphiql } from './pages/graphiql/index.js';
import { report } from './pages/report/index.js';
import { secureResponses } from './security-headers.js';
import { graphqlOverWebSocket } from './websocket/websocket.js';

/**
 * Timeouts in milliseconds: for a client to send a request, and for each pause while it reads the response.
 * Node closes the socket only when two checks find no progress, so a client that stops reading is disconnected after
 * up to twice `reading`.
 */
const timeouts = { request: 10_000, reading: 5000 };

const notFound: Text = {
  fr: 'Introuvable : vérifiez l’adresse.',
  en: 'Not found: check the address.',
};

/** Creates the HTTP server. It does not listen yet. */
export async function createApp(
  services: Services,
  {
    auth,
    consoleLock: lockAfter,
    gatewaySecret,
    partnerSystems,
    secret,
  }: Pick<Config, 'auth' | 'consoleLock' | 'gatewaySecret' | 'partnerSystems' | 'secret'>,
): Promise<FastifyInstance> {
  const { log, database } = services;
  const app = bareApp(log);
  drainOnLeave(app);
  logResponses(app, log);
  answerErrors(app, log);
  healthRoutes(app, database);
  // The systems of partners verify the hub's tokens with these keys.
  const keys = await publishedKeys(secret);
  app.get('/.well-known/jwks.json', () => keys);

  const signIn = signInBy(app, services, auth);
  invitationRoutes(app, database, signIn);
  consolePage(app, { signIn: auth.mode, lockAfter });
  await graphiql(app, { mode: auth.mode });
  await report(app, services, signIn, { mode: auth.mode });
  await rightsRoutes(app, services, signIn);
  const gateway = gatewaySecret !== undefined && {
    isGateway: gatewayCheck(gatewaySecret),
    services: servicesForGateway(services, partnerSystems),
  };
  await graphqlOverHttp(app, services, signIn, gateway || undefined);
  app.addHook('preClose', graphqlOverWebSocket(app.server, services, signIn, gateway || undefined));
  return app;
}

/** Fastify with the hub's limits and the headers of every response. */
function bareApp(log: Logger): FastifyInstance {
  const app = Fastify({
    loggerInstance: log as never,
    // The hub logs each request itself.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: limits.bytes,
    // An address that cannot be decoded: Fastify would quote it in its answer.
    frameworkErrors: ((_error: Error, request: FastifyRequest, reply: FastifyReply) =>
      sendNotFound(request, reply)) as never,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
    // A request that arrives while the server closes is answered normally, and its connection is then closed.
    return503OnClosing: false,
    requestTimeout: timeouts.request,
    http: { headersTimeout: timeouts.request, connectionsCheckingInterval: 1000 },
  }) as unknown as FastifyInstance;
  secureResponses(app);
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  app.addHook('onSend', async (_request, reply) => {
    reply.raw.socket?.setTimeout(timeouts.reading);
  });
  return app;
}

/**
 * Logs each response, with the id that it has as `x-request-id`: users quote it when they report a problem. The query
 * string and the body are not logged, because both may name a person.
 */
function logResponses(app: FastifyInstance, log: Logger): void {
  app.addHook('onResponse', async (request, reply) => {
    const { id, method, routeOptions } = request;
    log.info(
      {
        request: id,
        method,
        route: routeOptions.url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    );
  });
}

/** Returns errors outside GraphQL, and 404 for unknown addresses (see {@link sendError}). */
function answerErrors(app: FastifyInstance, log: Logger): void {
  app.setErrorHandler((error, request, reply) => {
    const language = languageOf(request.headers);
    const known = explained(error);
    if (known instanceof GraphQLError) {
      const { status, headers } = httpOf(known, 400);
      if (status === 401) reply.header('www-authenticate', 'Bearer');
      reply.headers(Object.fromEntries(headers));
      return sendError(request, reply, status, shownError(known.toJSON(), known, log, language));
    }
    const { statusCode = 500, message } = error as { statusCode?: number; message: string };
    if (statusCode < 500)
      return sendError(request, reply, statusCode, { message, extensions: { code: 'BAD_REQUEST' } });
    return sendError(request, reply, 500, shownError({ message }, error, log, language));
  });
  app.setNotFoundHandler(sendNotFound);
}

/** Sends an error as a page to a browser that opens an address, and otherwise in the format of GraphQL errors. */
function sendError(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  error: GraphQLFormattedError,
): FastifyReply {
  if (asksForPage(request)) return sendErrorPage(request, reply, status, error.message);
  return reply.code(status).send({ errors: [error] });
}

function sendNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const message = notFound[languageOf(request.headers)];
  return sendError(request, reply, 404, { message, extensions: { code: 'NOT_FOUND' } });
}

/** `GET /health/live`: the process runs. `GET /health/ready`: the process accepts requests and its database answers. */
function healthRoutes(app: FastifyInstance, database: Database): void {
  app.get('/health/live', async () => ({ status: 'live' }));
  app.get('/health/ready', async (_request, reply) => {
    if (app.draining) return reply.code(503).send({ status: 'the hub is being stopped' });
    try {
      await database.pool.query('select 1');
      return { status: 'ready' };
    } catch (error) {
      const { headers } = httpOf(orUnavailable(error), 400);
      return reply
        .code(503)
        .headers(Object.fromEntries(headers))
        .send({ status: 'the database does not answer' });
    }
  });
}

/** Sets up the configured sign-in mode and its routes. */
function signInBy(app: FastifyInstance, services: Services, auth: AuthConfig): SignIn {
  const signIn = configuredSignIn(app, services, auth);
  services.listener.on(signInChannel, signIn.forget);
  services.feed.onCommitted('MEMBER', signIn.forget);
  return signIn;
}

function configuredSignIn(app: FastifyInstance, services: Services, auth: AuthConfig): SignIn {
  const { database, secret, log } = services;
  if (auth.mode === 'demo') {
    const tokens = new DemoTokens(secret);
    demoSignIn(app, tokens, database);
    return new SignIn(tokens, database);
  }
  if (auth.mode === 'jwt') return new SignIn(providerTokens(auth, publishedAt(auth.jwksUrl), log), database);
  const provider = new Provider(auth, log);
  const sessions = new Sessions(database, auth.hubUrl);
  providerRoutes(app, services, auth, provider, sessions);
  return new SignIn(providerTokens(auth, provider.keys, log, auth.clientId), database, sessions);
}
