import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  type DocumentNode,
  type ExecutionArgs,
  execute,
  GraphQLError,
  getOperationAST,
  getVariableValues,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type { Context, SubscribePayload } from 'graphql-ws';
import { type Extra, useServer } from 'graphql-ws/use/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { Presences } from '../../access/presence.js';
import type { Asking, SignedIn, SignIn } from '../../auth/sign-in.js';
import { clockTolerance } from '../../auth/tokens.js';
import { subscribeToEvents } from '../../events/deliver.js';
import { unavailable } from '../../graphql/errors.js';
import { shownError } from '../errors.js';
import {
  type Cost,
  limits,
  MembersSockets,
  pay,
  StrangersSockets,
  socketLimits,
  UnreadSockets,
  withinLimits,
  withoutFloods,
} from '../limits/index.js';
import { contextOf, languageOf, type Services } from '../operations.js';
import { part } from './close-codes.js';
import { UnderWay } from './in-flight.js';
import { Watch } from './session-watcher.js';

/**
 * How long operations under way may take when the hub stops, and then a client to answer that its socket
 * closes, in milliseconds.
 */
const patience = { operations: 5000, farewell: 2000 };

/** What `connection_init` says of who asks. */
type Said = { authorization?: unknown; partner?: unknown; role?: unknown };

/** What the hub keeps of a socket. */
type Kept = {
  expiry?: NodeJS.Timeout;
  signedIn?: SignedIn;
  /** Settles when the operation that came last has begun: they begin in the order in which they came. */
  beginning?: Promise<unknown>;
};

/**
 * GraphQL over WebSocket (the protocol graphql-transport-ws) on `/graphql`: the token comes in
 * `connection_init`, and the same limits hold as over HTTP. {@link part} says with which codes sockets are
 * closed: when the token expires, when the client does not read, when the hub cannot tell whose it is.
 * @returns answers what is under way and ends all sockets with 1001, so that clients come back
 */
export function graphqlOverWebSocket(
  server: Server,
  services: Services,
  signIn: SignIn,
): () => Promise<void> {
  const { log } = services;
  const { schema } = services.engine.model;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: socketLimits.message,
    maxFragments: socketLimits.fragments,
  });
  const ofMembers = new MembersSockets();
  const ofStrangers = new StrangersSockets();
  const kept = (extra: Extra) => extra as Extra & Kept;
  const watch = new Watch(signIn);
  const presences = new Presences(services.database.reader, () => watch.members);
  const unread = new UnreadSockets();
  const underWay = new UnderWay();
  let leaving = false;
  const logged = (error: unknown) => shownError({ message: '' }, error, log);

  /** What an operation is carried out with, once it is known whose it is, that it is well formed and paid; or why not. */
  const begin = async (
    context: Context<Said, Extra & Kept>,
    { query, operationName, variables }: SubscribePayload,
  ): Promise<ExecutionArgs | readonly GraphQLError[]> => {
    const { connectionParams, extra } = context;
    const { request, socket } = extra;
    let signedIn: SignedIn;
    try {
      // Asked again, as for each request over HTTP: a socket lives long, and members change.
      signedIn = await signIn.signIn(asking(request, connectionParams));
    } catch (error) {
      if (isRefused(error)) part(log, context, 'refused');
      return [toError(error)];
    }
    let document: DocumentNode;
    try {
      document = parse(query, { maxTokens: limits.tokens });
    } catch (error) {
      return [coded(error as GraphQLError, 'GRAPHQL_PARSE_FAILED')];
    }
    const problems = validate(schema, document, [...specifiedRules, withinLimits], {
      hideSuggestions: true,
    });
    if (problems.length > 0) return problems.map((it) => coded(it, 'GRAPHQL_VALIDATION_FAILED'));
    const operation = getOperationAST(document, operationName);
    if (!operation) {
      const message = operationName
        ? `Unknown operation named "${operationName}".`
        : 'Must provide operation name if query contains multiple operations.';
      return [coded(new GraphQLError(message), 'OPERATION_RESOLUTION_FAILURE')];
    }
    const { viewer } = signedIn;
    const given = getVariableValues(schema, operation.variableDefinitions ?? [], variables ?? {});
    if (given.errors) return given.errors.map((it) => coded(it, 'BAD_USER_INPUT'));
    let cost: Cost;
    try {
      const planned = { document, operation, variables: given.coerced };
      cost = await pay(services, viewer, planned, languageOf(request.headers));
    } catch (error) {
      return [toError(error)];
    }
    return {
      schema,
      document,
      operationName: operationName ?? null,
      variableValues: variables ?? {},
      contextValue: {
        ...contextOf(services, viewer, languageOf(request.headers)),
        outlet: {
          get blocked() {
            return socket.bufferedAmount > 0;
          },
          dismiss: () => part(log, context, 'behind'),
        },
      },
      // An event was paid for when it was subscribed to.
      ...(operation.operation !== OperationTypeNode.SUBSCRIPTION && { cost }),
    };
  };

  const protocol = useServer<Said, Kept>(
    {
      schema,
      connectionInitWaitTimeout: 5000,
      execute: (args) => underWay.track(Promise.resolve(execute(args))),
      subscribe: subscribeToEvents,
      onConnect: async (context) => {
        const { connectionParams, extra } = context;
        const mine = kept(extra);
        let signedIn: SignedIn;
        try {
          signedIn = await signIn.signIn(asking(mine.request, connectionParams));
        } catch (error) {
          if (!isRefused(error)) {
            logged(error);
            part(log, context, 'unavailable');
          }
          return false;
        }
        if (mine.socket.readyState !== mine.socket.OPEN) return false;
        if (!ofMembers.admit(signedIn.viewer.memberId, mine.socket)) return false;
        // A session ends by the database's clock, which the watch asks.
        if (!signedIn.session)
          mine.expiry = setTimeout(() => part(log, context, 'expired'), lasting(signedIn)).unref();
        ofStrangers.known(mine.socket);
        mine.signedIn = signedIn;
        watch.add(signedIn, (why) => part(log, context, why));
        unread.add(extra, () => part(log, context, 'behind'));
        return true;
      },
      onClose: ({ extra }) => {
        const { expiry, signedIn } = kept(extra);
        clearTimeout(expiry);
        if (signedIn) watch.remove(signedIn);
        unread.remove(extra);
      },
      onSubscribe: (context, _id, payload) => {
        if (leaving) return [unavailable('This hub is being stopped: connect again.')];
        if (Object.keys(context.subscriptions).length > socketLimits.operations) return [tooManyOperations()];
        const mine = kept(context.extra);
        const begun = underWay.track(
          (mine.beginning ?? Promise.resolve()).then(() => begin(context, payload)),
        );
        mine.beginning = begun.catch(() => {});
        return begun;
      },
      onNext: (context, _id, _payload, args, { data, errors }) => {
        if (context.extra.socket.bufferedAmount > socketLimits.unread) part(log, context, 'behind');
        return {
          ...(data !== undefined && { data }),
          ...(errors && { data: data ?? null, errors: errors.map((it) => shownError(it.toJSON(), it, log)) }),
          ...('cost' in args && { extensions: { cost: args.cost } }),
        };
      },
      onError: (_context, _id, _payload, errors) =>
        errors.map((error) =>
          shownError(error instanceof GraphQLError ? error.toJSON() : error, error, log),
        ) as never,
    },
    sockets,
  );

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (request.url?.split('?')[0] !== '/graphql') {
      // Nobody else listens on this socket any more, and an error that nobody hears ends the process.
      socket.on('error', () => socket.destroy());
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
      return;
    }
    const refused = signIn.refusesUpgrade(request.headers)
      ? '403 Forbidden'
      : (leaving || ofStrangers.full) && '503 Service Unavailable';
    if (refused) {
      socket.on('error', () => socket.destroy());
      socket.end(`HTTP/1.1 ${refused}\r\nConnection: close\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened) => {
      ofStrangers.add(opened);
      withoutFloods(opened);
      withoutComplaint(opened);
      sockets.emit('connection', opened, request);
      // What a client does wrong is no error of the hub; `ws` closes such a socket with the fitting code.
      opened.removeAllListeners('error').on('error', () => {});
    });
  };
  server.on('upgrade', upgrade);

  return async () => {
    leaving = true;
    await underWay.over(patience.operations);
    const late = setTimeout(() => {
      for (const socket of sockets.clients) socket.terminate();
    }, patience.farewell);
    watch.stop();
    unread.stop();
    await Promise.all([protocol.dispose(), presences.stop()]);
    clearTimeout(late);
  };
}

/**
 * How long a socket lasts by its token, in milliseconds. By a clock that differs, the token's time may be
 * over already although it was taken: then the rest of the tolerance is left.
 */
function lasting({ expires }: SignedIn): number {
  const left = expires * 1000 - Date.now();
  return Math.min(left > 0 ? left : left + clockTolerance * 1000, 2 ** 31 - 1);
}

/** What is sent to a client that has just gone is no error of the hub: the socket closes, and that says it. */
function withoutComplaint(socket: WebSocket): void {
  const { send } = socket;
  Object.assign(socket, {
    send: (text: string, sent: () => void) => Reflect.apply(send, socket, [text, () => sent()]),
  });
}

/** The error with the code that Apollo Server gives it over HTTP, unless it has one of its own. */
function coded(error: GraphQLError, code: string): GraphQLError {
  const { message, nodes = null, source = null, positions = null, originalError = null } = error;
  const extensions = { code, ...error.extensions };
  return new GraphQLError(message, { nodes, source, positions, originalError, extensions });
}

function tooManyOperations(): GraphQLError {
  const message = `At most ${socketLimits.operations} operations at once on one socket: end one first.`;
  return new GraphQLError(message, { extensions: { code: 'TOO_MANY_OPERATIONS' } });
}

/** What a socket says of who asks; it sends no method, because it may do anything. */
function asking({ headers }: IncomingMessage, said: Asking['said']): Asking {
  return { headers, said };
}

/** Whether it is about who asks, as against a fault of the hub. */
function isRefused(error: unknown): boolean {
  const codes: unknown[] = ['UNAUTHENTICATED', 'PARTNER_REQUIRED', 'ROLE_REQUIRED', 'FORBIDDEN'];
  return error instanceof GraphQLError && codes.includes(error.extensions['code']);
}

function toError(error: unknown): GraphQLError {
  return error instanceof GraphQLError
    ? error
    : new GraphQLError('', { originalError: error instanceof Error ? error : new Error(String(error)) });
}
