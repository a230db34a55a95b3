import type { WebSocket } from 'ws';

/** The limits of WebSocket clients. The limits of documents and costs apply in addition. */
export const socketLimits = {
  /** Bytes of a message. */
  message: 64 * 1024,
  /** Frames of a message. */
  fragments: 16,
  /** Operations in progress on one socket, including subscriptions. */
  operations: 100,
  /** Sockets of one member in one process. */
  sockets: 20,
  /** Sockets in one process that have not authenticated yet. */
  unauthenticated: 1000,
  /** Messages, including pings: the maximum burst, and the sustained rate per second. */
  burst: 300,
  messages: 30,
  /** Bytes that may wait for the client to read, beyond one answer; and for how long without progress, in milliseconds. */
  unread: 4 * 1024 * 1024,
  unreadFor: 10_000,
} as const;

/** The close code of graphql-transport-ws for too many requests. */
const tooManyRequests = 4429;

/** After how long a socket is terminated once its close frame has been sent, in milliseconds. */
const closeTimeout = 1000;

/** Closes a socket with 4429 and ignores all further messages. */
function closeForLimit(socket: WebSocket, reason: string): void {
  socket.removeAllListeners('message').removeAllListeners('ping').removeAllListeners('pong');
  socket.close(tooManyRequests, reason);
  // Further data of the client are not read, so its close frame cannot arrive: terminate after the timeout.
  socket.pause();
  setTimeout(() => socket.terminate(), closeTimeout).unref();
}

/** Closes the socket with 4429 when messages arrive faster than {@link socketLimits} allows. */
export function limitMessages(socket: WebSocket): void {
  let spare: number = socketLimits.burst;
  let last = performance.now();
  const count = () => {
    const now = performance.now();
    spare = Math.min(socketLimits.burst, spare + ((now - last) / 1000) * socketLimits.messages) - 1;
    last = now;
    if (spare < 0) closeForLimit(socket, 'Too many messages');
  };
  socket.on('message', count).on('ping', count).on('pong', count);
}

/** The open sockets of each member, in this process. */
export class MemberSockets {
  readonly #open = new Map<string, number>();

  /** Whether the member may open this socket. If so, it counts until it closes; otherwise it is closed with 4429. */
  admit(memberId: string, socket: WebSocket): boolean {
    const open = this.#open.get(memberId) ?? 0;
    if (open >= socketLimits.sockets) {
      closeForLimit(socket, 'Too many sockets');
      return false;
    }
    this.#open.set(memberId, open + 1);
    socket.once('close', () => {
      const left = (this.#open.get(memberId) ?? 1) - 1;
      if (left > 0) this.#open.set(memberId, left);
      else this.#open.delete(memberId);
    });
    return true;
  }
}

/** The open sockets in this process that have not authenticated yet. */
export class UnauthenticatedSockets {
  readonly #open = new Set<WebSocket>();

  /** Whether the maximum number of such sockets is reached. */
  get full(): boolean {
    return this.#open.size >= socketLimits.unauthenticated;
  }

  add(socket: WebSocket): void {
    this.#open.add(socket);
    socket.once('close', () => this.remove(socket));
  }

  /** Call when the socket has authenticated or closed. */
  remove(socket: WebSocket): void {
    this.#open.delete(socket);
  }
}
