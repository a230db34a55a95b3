import type { Extra } from 'graphql-ws/use/ws';
import { socketLimits } from './sockets.js';

/** How often sockets are checked, in milliseconds. */
const interval = 1000;

/** The state of a socket with unread data. */
interface Waiting {
  /** Number of bytes sent when the socket last made progress. */
  sent: number;
  /** Time of the last progress. */
  since: number;
}

/**
 * Calls back for sockets whose client has stopped reading: data are waiting to be sent, but none have been sent for
 * {@link socketLimits.unreadFor}. Answers to pings do not count, because a client can send them without reading.
 */
export class UnreadSockets {
  readonly #watched = new Map<Extra, () => void>();
  readonly #waiting = new Map<Extra, Waiting>();
  readonly #timer = setInterval(() => this.#check(), interval).unref();

  add(extra: Extra, onStuck: () => void): void {
    this.#watched.set(extra, onStuck);
  }

  remove(extra: Extra): void {
    this.#watched.delete(extra);
    this.#waiting.delete(extra);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #check(): void {
    const now = performance.now();
    for (const [extra, onStuck] of this.#watched) {
      const { socket } = extra.request;
      const sent = socket.bytesWritten - socket.writableLength;
      const waiting = this.#waiting.get(extra);
      if (socket.writableLength === 0) this.#waiting.delete(extra);
      else if (waiting?.sent !== sent) this.#waiting.set(extra, { sent, since: now });
      else if (now - waiting.since > socketLimits.unreadFor) {
        this.remove(extra);
        onStuck();
      }
    }
  }
}
