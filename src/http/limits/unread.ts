import type { Extra } from 'graphql-ws/use/ws';
import { socketLimits } from './sockets.js';

/** How often sockets are looked at, in milliseconds. */
const every = 1000;

/** What is known of a socket whose client leaves something unread. */
interface Waiting {
  /** How many bytes had gone out when it last moved. */
  sent: number;
  /** When that was. */
  since: number;
}

/**
 * Calls back for sockets whose client has stopped reading: nothing has gone out for
 * {@link socketLimits.unreadFor}, although something waits to. That the client answers pings, as it may
 * without reading, does not help it.
 */
export class UnreadSockets {
  readonly #watched = new Map<Extra, () => void>();
  readonly #waiting = new Map<Extra, Waiting>();
  readonly #looks = setInterval(() => this.#look(), every).unref();

  add(extra: Extra, onStuck: () => void): void {
    this.#watched.set(extra, onStuck);
  }

  remove(extra: Extra): void {
    this.#watched.delete(extra);
    this.#waiting.delete(extra);
  }

  stop(): void {
    clearInterval(this.#looks);
  }

  #look(): void {
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
