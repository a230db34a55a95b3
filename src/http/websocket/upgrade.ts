import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket, WebSocketServer } from 'ws';
import type { SignIn } from '../../auth/sign-in.js';
import { limitMessages, type UnauthenticatedSockets } from '../limits/index.js';

/**
 * Accepts WebSocket upgrades on `/graphql`. Other upgrades are refused over HTTP: 404 for another address, 403 for a
 * session cookie from another origin, 503 during shutdown or when too many sockets are unauthenticated.
 * @param isStopping whether the hub is shutting down
 */
export function acceptUpgrades(
  server: Server,
  sockets: WebSocketServer,
  { signIn, unauthenticated, isStopping }: Accepting,
): void {
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (request.url?.split('?')[0] !== '/graphql') return refuse(socket, '404 Not Found');
    if (signIn.refusesUpgrade(request.headers)) return refuse(socket, '403 Forbidden');
    if (isStopping() || unauthenticated.full) return refuse(socket, '503 Service Unavailable');
    sockets.handleUpgrade(request, socket, head, (opened) => {
      unauthenticated.add(opened);
      limitMessages(opened);
      ignoreLateSends(opened);
      sockets.emit('connection', opened, request);
      // Protocol errors of a client are ignored here; `ws` closes such a socket with the matching code.
      opened.removeAllListeners('error').on('error', () => {});
    });
  });
}

interface Accepting {
  readonly signIn: SignIn;
  readonly unauthenticated: UnauthenticatedSockets;
  readonly isStopping: () => boolean;
}

function refuse(socket: Duplex, status: string): void {
  // The socket has no other error listener, and an error without a listener would end the process.
  socket.on('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
}

/** Ignores errors of sending to a client that has disconnected. The close event of the socket handles that case. */
function ignoreLateSends(socket: WebSocket): void {
  const { send } = socket;
  Object.assign(socket, {
    send: (text: string, sent: () => void) => Reflect.apply(send, socket, [text, () => sent()]),
  });
}
