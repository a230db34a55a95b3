import helmet from '@fastify/helmet';
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { demoSignIn } from '../auth/demo-sign-in.js';
import { invitationRoutes } from '../auth/invitations.js';
import { Provider } from '../auth/provider.js';
import { providerRoutes } from '../auth/provider-routes.js';
import { Sessions } from '../auth/sessions.js';
import { SignIn } from '../auth/sign-in.js';
import { DemoTokens, providerTokens, publishedAt } from '../auth/tokens.js';
import type { AuthConfig } from '../config/index.js';
import type { Database } from '../database/database.js';
import { orUnavailable } from '../database/unavailable.js';
import { explained } from '../graphql/errors.js';
import { leavingGently } from './draining.js';
import { httpOf, shownError } from './errors.js';
import { graphqlOverHttp } from './graphql.js';
import { limits } from './limits/index.js';
import type { Services } from './operations.js';
import { rightsRoutes } from './pages/data-subject-rights/index.js';
import { graphiql } from './pages/graphiql/index.js';
import { report } from './pages/report/index.js';
import { graphqlOverWebSocket } from './websocket/websocket.js';

/**
 * How long a client may take to send a request, and after that to read on in its answer, in milliseconds.
 * Node looks twice whether somebody reads on, so it takes up to double as long.
 */
const timeouts = { request: 10_000, reading: 5000 };

const nothingHere = { errors: [{ message: 'There is nothing here.', extensions: { code: 'NOT_FOUND' } }] };

/** The HTTP server, not yet listening. */
export async function createApp(services: Services, auth: AuthConfig): Promise<FastifyInstance> {
  const { log, database } = services;
  const app = bareApp(log);
  leavingGently(app);
  logEachAnswer(app, log);
  answerErrors(app, log);
  app.get('/', (_request, reply) => reply.redirect('/graphiql'));
  healthRoutes(app, database);

  const signIn = signInBy(app, services, auth);
  invitationRoutes(app, database, signIn);
  await graphiql(app, { mode: auth.mode });
  await report(app, services, signIn, { mode: auth.mode });
  await rightsRoutes(app, services, signIn);
  await graphqlOverHttp(app, services, signIn);
  app.addHook('preClose', graphqlOverWebSocket(app.server, services, signIn));
  return app;
}

/** Fastify with the hub's limits and the headers of every answer. */
function bareApp(log: Logger): FastifyInstance {
  const app = Fastify({
    loggerInstance: log as never,
    // The hub writes its own line for each request.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: limits.bytes,
    // An address that cannot be decoded, which Fastify would quote.
    frameworkErrors: ((_error: Error, _request: FastifyRequest, reply: FastifyReply) =>
      reply.code(404).send(nothingHere)) as never,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
    // What comes while the server closes is answered as before, and is the last on its connection.
    return503OnClosing: false,
    requestTimeout: timeouts.request,
    http: { headersTimeout: timeouts.request, connectionsCheckingInterval: 1000 },
  }) as unknown as FastifyInstance;
  void app.register(helmet, {
    // For all that is no page; a page has a policy of its own.
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // TLS ends before the hub, at a proxy that decides on this.
    strictTransportSecurity: false,
  });
  // Files that never change, such as GraphiQL's, override this.
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });
  app.addHook('onSend', async (_request, reply) => {
    reply.raw.socket?.setTimeout(timeouts.reading);
  });
  return app;
}

/** Neither the address' query nor the body is logged: both may name a person. */
function logEachAnswer(app: FastifyInstance, log: Logger): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request;
    log.info(
      { method, route: routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'answered',
    );
  });
}

/** Answers errors outside GraphQL in GraphQL's form, and addresses that do not exist with 404. */
function answerErrors(app: FastifyInstance, log: Logger): void {
  app.setErrorHandler((error, _request, reply) => {
    const known = explained(error);
    if (known instanceof GraphQLError) {
      const { status, headers } = httpOf(known, 400);
      if (status === 401) reply.header('www-authenticate', 'Bearer');
      return reply
        .code(status)
        .headers(Object.fromEntries(headers))
        .send({ errors: [shownError(known.toJSON(), known, log)] });
    }
    const { statusCode = 500, message } = error as { statusCode?: number; message: string };
    if (statusCode < 500)
      return reply.code(statusCode).send({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] });
    return reply.code(500).send({ errors: [shownError({ message }, error, log)] });
  });
  app.setNotFoundHandler((_request, reply) => reply.code(404).send(nothingHere));
}

/** `GET /health/live`: the process runs. `GET /health/ready`: it takes requests, and its database answers. */
function healthRoutes(app: FastifyInstance, database: Database): void {
  app.get('/health/live', async () => ({ status: 'live' }));
  app.get('/health/ready', async (_request, reply) => {
    if (app.leaving) return reply.code(503).send({ status: 'the hub is being stopped' });
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

/** The way to sign in that the configuration asks for, with its routes. */
function signInBy(app: FastifyInstance, services: Services, auth: AuthConfig): SignIn {
  const { database, secret } = services;
  if (auth.mode === 'demo') {
    const tokens = new DemoTokens(secret);
    demoSignIn(app, tokens, database);
    return new SignIn(tokens, database);
  }
  if (auth.mode === 'jwt') return new SignIn(providerTokens(auth, publishedAt(auth.jwksUrl)), database);
  const provider = new Provider(auth);
  const sessions = new Sessions(database, auth.hubUrl);
  providerRoutes(app, services, auth, provider, sessions);
  return new SignIn(providerTokens(auth, provider.keys, auth.clientId), database, sessions);
}
