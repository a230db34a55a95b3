import type { WebSocket } from 'ws';

/** What one client may do over WebSocket; the limits of documents and costs hold there too. */
export const socketLimits = {
  /** Bytes of a message. */
  message: 64 * 1024,
  /** Frames that a message may come in. */
  fragments: 16,
  /** Operations under way on one socket, subscriptions above all. */
  operations: 100,
  /** Sockets of one member on one process. */
  sockets: 20,
  /** Sockets on one process that have not yet said whose they are. */
  strangers: 1000,
  /** Messages, pings included, that may come in one burst, and how many a second after that. */
  burst: 300,
  messages: 30,
  /** Bytes that may wait for the client to read, beyond one answer, and for how long without any moving, in milliseconds. */
  unread: 4 * 1024 * 1024,
  unreadFor: 10_000,
} as const;

/** The close code of graphql-transport-ws for too much of something. */
export const tooMuch = 4429;

/** How long a client may take to hear that its socket closes, in milliseconds. */
const farewell = 1000;

/** Closes a socket with 4429 and takes nothing more from it. */
function shutOut(socket: WebSocket, reason: string): void {
  socket.removeAllListeners('message').removeAllListeners('ping').removeAllListeners('pong');
  socket.close(tooMuch, reason);
  // What it goes on sending is not even read, so its own farewell is not waited for.
  socket.pause();
  setTimeout(() => socket.terminate(), farewell).unref();
}

/** Closes the socket with 4429 when messages come faster than {@link socketLimits} allows. */
export function withoutFloods(socket: WebSocket): void {
  let spare: number = socketLimits.burst;
  let last = performance.now();
  const count = () => {
    const now = performance.now();
    spare = Math.min(socketLimits.burst, spare + ((now - last) / 1000) * socketLimits.messages) - 1;
    last = now;
    if (spare < 0) shutOut(socket, 'Too many messages');
  };
  socket.on('message', count).on('ping', count).on('pong', count);
}

/** The open sockets of each member, in this process. */
export class MembersSockets {
  readonly #open = new Map<string, number>();

  /** Whether the member may have one more socket; this one counts until it closes. Otherwise it closes with 4429. */
  admit(memberId: string, socket: WebSocket): boolean {
    const open = this.#open.get(memberId) ?? 0;
    if (open >= socketLimits.sockets) {
      shutOut(socket, 'Too many sockets');
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

/** The open sockets, in this process, of which nobody knows yet whose they are. */
export class StrangersSockets {
  readonly #open = new Set<WebSocket>();

  /** Whether one more may be opened. */
  get full(): boolean {
    return this.#open.size >= socketLimits.strangers;
  }

  add(socket: WebSocket): void {
    this.#open.add(socket);
    socket.once('close', () => this.known(socket));
  }

  /** The socket has said whose it is, or is gone. */
  known(socket: WebSocket): void {
    this.#open.delete(socket);
  }
}
