import type { Server } from 'node:http';
import { execute, GraphQLError } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { Presences } from '../../access/presence.js';
import type { SignIn } from '../../auth/sign-in.js';
import { subscribeToEvents } from '../../events/deliver.js';
import { unavailable } from '../../graphql/errors.js';
import { shownError } from '../errors.js';
import { socketLimits } from '../limits/index.js';
import type { Services } from '../operations.js';
import { close, type SocketState } from './close-codes.js';
import { type ConnectionInit, Connections } from './connection.js';
import { InFlight } from './in-flight.js';
import { prepareOperation } from './operation.js';
import { acceptUpgrades } from './upgrade.js';

/**
 * How long operations in flight may take when the hub stops, and then a client to answer that its socket
 * closes, in milliseconds.
 */
const timeouts = { operations: 5000, closing: 2000 };

/**
 * GraphQL over WebSocket (the protocol graphql-transport-ws) on `/graphql`: the token comes in
 * `connection_init`, and the same limits hold as over HTTP. {@link close} has the codes with which sockets are
 * closed.
 * @returns completes the operations in flight and closes all sockets with 1001, so that clients reconnect
 */
export function graphqlOverWebSocket(
  server: Server,
  services: Services,
  signIn: SignIn,
): () => Promise<void> {
  const { log } = services;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: socketLimits.message,
    maxFragments: socketLimits.fragments,
  });
  const connections = new Connections(signIn, log);
  const presences = new Presences(services.database.reader, () => connections.watcher.members);
  const inFlight = new InFlight();
  let stopping = false;

  const protocol = useServer<ConnectionInit, SocketState>(
    {
      schema: services.engine.model.schema,
      connectionInitWaitTimeout: 5000,
      execute: (args) => inFlight.track(Promise.resolve(execute(args))),
      subscribe: subscribeToEvents,
      onConnect: (context) => connections.admit(context),
      onClose: ({ extra }) => connections.remove(extra),
      onSubscribe: (context, _id, payload) => {
        if (stopping) return [unavailable('This hub is being stopped: connect again.')];
        if (Object.keys(context.subscriptions).length > socketLimits.operations) return [tooManyOperations()];
        return inFlight.track(
          inOrder(context.extra, () => prepareOperation(services, signIn, context, payload)),
        );
      },
      onNext: (context, _id, _payload, args, { data, errors }) => {
        if (context.extra.socket.bufferedAmount > socketLimits.unread) close(log, context, 'behind');
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
  const { unauthenticated } = connections;
  acceptUpgrades(server, sockets, { signIn, unauthenticated, isStopping: () => stopping });

  return async () => {
    stopping = true;
    await inFlight.over(timeouts.operations);
    const late = setTimeout(() => {
      for (const socket of sockets.clients) socket.terminate();
    }, timeouts.closing);
    connections.stop();
    await Promise.all([protocol.dispose(), presences.stop()]);
    clearTimeout(late);
  };
}

/** Begins an operation once the one before it on the socket has begun. */
function inOrder<Prepared>(socket: SocketState, prepare: () => Promise<Prepared>): Promise<Prepared> {
  const begun = (socket.beginning ?? Promise.resolve()).then(prepare);
  socket.beginning = begun.catch(() => {});
  return begun;
}

function tooManyOperations(): GraphQLError {
  const message = `At most ${socketLimits.operations} operations at once on one socket: end one first.`;
  return new GraphQLError(message, { extensions: { code: 'TOO_MANY_OPERATIONS' } });
}
