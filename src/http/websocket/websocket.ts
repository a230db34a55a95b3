import type { Server } from 'node:http';
import { execute, GraphQLError } from 'graphql';
import { type Extra, useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { Presences } from '../../access/presence.js';
import type { SignIn } from '../../auth/sign-in.js';
import { subscribeToEvents } from '../../events/deliver.js';
import { ClientError, unavailable } from '../../graphql/errors.js';
import { languageOf } from '../../i18n.js';
import { shownError } from '../errors.js';
import type { Gateway } from '../gateway.js';
import { socketLimits } from '../limits/index.js';
import type { Services } from '../operations.js';
import { close, type SocketState } from './close-codes.js';
import { type ConnectionInit, Connections } from './connection.js';
import { InFlight } from './in-flight.js';
import { prepareOperation } from './operation.js';
import { acceptUpgrades } from './upgrade.js';

/**
 * Timeouts at shutdown in milliseconds: for operations in flight, and then for the close frames of the clients.
 */
const timeouts = { operations: 5000, closing: 2000 };

/**
 * GraphQL over WebSocket (protocol graphql-transport-ws) on `/graphql`. The client sends its token in
 * `connection_init`. The same limits apply as over HTTP, and a gateway shows its credential in the same header. See {@link close} for the close codes.
 * @returns a function that completes the operations in flight and closes all sockets with 1001, so that clients
 *   reconnect
 */
export function graphqlOverWebSocket(
  server: Server,
  services: Services,
  signIn: SignIn,
  gateway?: Gateway,
): () => Promise<void> {
  const { log } = services;
  const servicesOf = ({ request }: Extra) =>
    gateway?.isGateway(request.headers) ? gateway.services.viewer : services;
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
        if (stopping) return [stoppingNow()];
        if (Object.keys(context.subscriptions).length > socketLimits.operations) return [tooManyOperations()];
        return inFlight.track(
          inOrder(context.extra, () => prepareOperation(servicesOf(context.extra), signIn, context, payload)),
        );
      },
      onNext: (context, _id, _payload, args, { data, errors }) => {
        if (context.extra.socket.bufferedAmount > socketLimits.unread) close(log, context, 'behind');
        return {
          ...(data !== undefined && { data }),
          ...(errors && {
            data: data ?? null,
            errors: errors.map((it) =>
              shownError(it.toJSON(), it, log, languageOf(context.extra.request.headers)),
            ),
          }),
          ...('cost' in args && { extensions: { cost: args.cost } }),
        };
      },
      onError: ({ extra }, _id, _payload, errors) =>
        errors.map((error) =>
          shownError(
            error instanceof GraphQLError ? error.toJSON() : error,
            error,
            log,
            languageOf(extra.request.headers),
          ),
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

/** Starts an operation after the previous one on the socket has started. */
function inOrder<Prepared>(socket: SocketState, prepare: () => Promise<Prepared>): Promise<Prepared> {
  const begun = (socket.beginning ?? Promise.resolve()).then(prepare);
  socket.beginning = begun.catch(() => {});
  return begun;
}

function stoppingNow(): ClientError {
  return unavailable({
    fr: 'La plateforme s’arrête : reconnectez-vous.',
    en: 'The hub is shutting down: connect again.',
  });
}

function tooManyOperations(): ClientError {
  const most = socketLimits.operations;
  return new ClientError(
    {
      fr: `Au plus ${most} opérations à la fois sur une connexion : terminez-en une d’abord.`,
      en: `At most ${most} operations may be in progress on one socket: complete one first.`,
    },
    { code: 'TOO_MANY_OPERATIONS' },
  );
}
