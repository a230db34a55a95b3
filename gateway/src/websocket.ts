import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type GatewayRuntime, getGraphQLWSOptions } from '@graphql-hive/gateway-runtime';
import { GraphQLError } from 'graphql';
import type { Context } from 'graphql-ws';
import { type Extra, useServer } from 'graphql-ws/use/ws';
import type { Logger } from 'pino';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Caller, credentialsOfInit } from './caller.js';
import type { Hub } from './hub.js';
import { forbidden, type HubSocket } from './hub-socket.js';
import { limits } from './limits.js';

/** How long a client may take to close its socket when the gateway stops, in milliseconds. */
const closeTimeout = 3000;

/** The state of a client's socket: for whom its operations run. */
type SocketState = { caller?: Caller; upstream?: HubSocket };
type SocketContext = Context<Record<string, unknown>, Extra & SocketState>;

/**
 * GraphQL over WebSocket (protocol graphql-transport-ws) on `/graphql`. Each socket of a client has one socket at the
 * hub, which checks its token, closes when its access ends, and carries its subscriptions. When the hub's socket has
 * closed, the client's is closed with the same code, or with one on which clients reconnect; never by `complete`.
 * @returns a function that closes all sockets with 1001, so that clients reconnect
 */
export function graphqlOverWebSocket(
  server: Server,
  runtime: GatewayRuntime,
  hub: Hub,
  log: Logger,
): () => Promise<void> {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: limits.message, maxFragments: 16 });
  const { execute, subscribe, onSubscribe } = getGraphQLWSOptions<SocketState, SocketState>(
    runtime as never,
    ({ extra }) => ({ caller: (extra as SocketState).caller, request }) as never,
  );
  const protocol = useServer<Record<string, unknown>, SocketState>(
    {
      execute: execute as never,
      subscribe: subscribe as never,
      connectionInitWaitTimeout: 5000,
      onConnect: (context) => admit(context, hub, log),
      onSubscribe: (context, id, payload) =>
        Object.keys(context.subscriptions).length > limits.operations
          ? [tooManyOperations()]
          : (onSubscribe?.(context as never, id, payload) as never),
      onNext: ({ extra: { socket } }) => {
        if (socket.bufferedAmount > limits.unread) close(log, socket, 4205, 'resume from your last cursor');
      },
      onClose: ({ extra }) => extra.upstream?.dispose(),
    },
    sockets,
  );
  server.on('upgrade', (upgrade: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (upgrade.url?.split('?')[0] !== '/graphql') return refuse(socket);
    sockets.handleUpgrade(upgrade, socket, head, (opened) => {
      limitMessages(opened);
      sockets.emit('connection', opened, upgrade);
      // `ws` closes the socket of a client that breaks the protocol.
      opened.removeAllListeners('error').on('error', () => {});
    });
  });
  return async () => {
    // A client that does not read does not answer the close frame either.
    const late = setTimeout(() => {
      for (const socket of sockets.clients) socket.terminate();
    }, closeTimeout);
    await protocol.dispose();
    clearTimeout(late);
    sockets.close();
  };
}

/** Closes a socket on which messages arrive faster than the hub would accept them, with the protocol's code. */
function limitMessages(socket: WebSocket): void {
  let spare: number = limits.burst;
  let last = performance.now();
  const count = () => {
    const now = performance.now();
    spare = Math.min(limits.burst, spare + ((now - last) / 1000) * limits.messages) - 1;
    last = now;
    if (spare >= 0) return;
    socket.removeAllListeners('message').removeAllListeners('ping').removeAllListeners('pong');
    socket.close(4429, 'Too many messages');
    // What the client still sends is not read, so its close frame cannot arrive.
    socket.pause();
    setTimeout(() => socket.terminate(), 1000).unref();
  };
  socket.on('message', count).on('ping', count).on('pong', count);
}

/** Connects the socket with the hub. Returns false when the hub does not accept it. */
async function admit({ connectionParams, extra }: SocketContext, hub: Hub, log: Logger): Promise<boolean> {
  const { socket, request } = extra;
  const credentials = credentialsOfInit(connectionParams ?? {}, request.headers);
  if (!credentials) return false;
  const upstream = hub.connect(credentials, (code, reason) => close(log, socket, code, reason));
  extra.upstream = upstream;
  extra.caller = {
    credentials,
    socket: () => upstream,
    refused: () => close(log, socket, forbidden, 'Forbidden'),
  };
  const isAccepted = await upstream.accepted;
  if (socket.readyState === socket.OPEN) return isAccepted;
  upstream.dispose();
  return false;
}

function close(log: Logger, socket: WebSocket, code: number, reason: string): void {
  if (socket.readyState !== socket.OPEN) return;
  if (code !== forbidden) log.info({ code, reason }, 'socket closed by the gateway');
  socket.close(code, reason);
}

/** The runtime wants an HTTP request for each operation. That of a socket carries nothing. */
const request = new Request('http://gateway/graphql', { method: 'POST' });

function refuse(socket: Duplex): void {
  socket.on('error', () => socket.destroy());
  socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
}

function tooManyOperations(): GraphQLError {
  const message = `At most ${limits.operations} operations may be in progress on one socket: complete one first.`;
  return new GraphQLError(message, { extensions: { code: 'TOO_MANY_OPERATIONS' } });
}
