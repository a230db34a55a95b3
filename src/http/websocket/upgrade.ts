import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket, WebSocketServer } from 'ws';
import type { SignIn } from '../../auth/sign-in.js';
import { type StrangersSockets, withoutFloods } from '../limits/index.js';

/**
 * Opens WebSockets on `/graphql`; everything else, and what may not be opened, is refused over HTTP.
 * @param isStopping whether the hub is being stopped
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
      withoutFloods(opened);
      ignoreLateSends(opened);
      sockets.emit('connection', opened, request);
      // What a client does wrong is no error of the hub; `ws` closes such a socket with the fitting code.
      opened.removeAllListeners('error').on('error', () => {});
    });
  });
}

interface Accepting {
  readonly signIn: SignIn;
  readonly unauthenticated: StrangersSockets;
  readonly isStopping: () => boolean;
}

function refuse(socket: Duplex, status: string): void {
  // Nobody else listens on this socket any more, and an error without a listener ends the process.
  socket.on('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
}

/** Sending to a client that has just gone is no error of the hub: the socket closes, and that says it. */
function ignoreLateSends(socket: WebSocket): void {
  const { send } = socket;
  Object.assign(socket, {
    send: (text: string, sent: () => void) => Reflect.apply(send, socket, [text, () => sent()]),
  });
}
