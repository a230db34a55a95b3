import type { ExecutionResult, GraphQLError } from 'graphql';
import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';
import type { Credentials, HubSubscription } from './caller.js';
import { accessEnded, fromHub } from './errors.js';
import { EventQueue } from './event-queue.js';

/** Called once when the socket has closed. The code is one on which a client of the gateway acts rightly. */
export type OnGone = (code: number, reason: string) => void;

/** RFC 6455's "try again later": clients of graphql-ws reconnect. */
export const tryAgain = [1013, 'try again later'] as const;

/** The client must sign in again. */
export const forbidden = 4403;

/** The client reads too slowly, as the hub says it: it reconnects and resumes after its last cursor. */
const behind = [4205, 'resume from your last cursor'] as const;

/** The hub's own codes, which its clients know; every other end of the socket is a reason to come back. */
const passedOn: readonly number[] = [forbidden, behind[0], 4429];

/** How long the hub may take to accept a socket, in milliseconds. */
const handshakeTimeout = 10_000;

/** How often the hub is asked whether it is there, and how long it may take to answer, in milliseconds. */
const keepAlive = { interval: 10_000, timeout: 5000 };

/** The socket of one viewer at the hub. It is opened at once, lives until either side ends it, and never reconnects. */
export class HubSocket {
  readonly #client: Client;
  readonly #queues = new Set<EventQueue>();
  /** Resolves when the hub has accepted the viewer: false when the socket has closed before. */
  readonly accepted: Promise<boolean>;
  #gone = false;

  constructor(
    url: string,
    headers: Readonly<Record<string, string>>,
    private readonly credentials: Credentials,
    private readonly onGone: OnGone,
  ) {
    const { authorization, partner, role, language } = credentials;
    let late: NodeJS.Timeout | undefined;
    let accept: (accepted: boolean) => void;
    this.accepted = new Promise((resolve) => {
      accept = resolve;
    });
    this.#client = createClient({
      url,
      webSocketImpl: class extends WebSocket {
        constructor(address: string, protocol: string) {
          super(address, protocol, {
            handshakeTimeout,
            headers: { ...headers, 'accept-language': language },
          });
        }
      },
      connectionParams: { authorization, partner, role },
      connectionAckWaitTimeout: handshakeTimeout,
      lazy: false,
      retryAttempts: 0,
      keepAlive: keepAlive.interval,
      onNonLazyError: () => {},
      on: {
        connected: () => accept(true),
        ping: (received) => {
          if (!received) late = setTimeout(() => this.#client.terminate(), keepAlive.timeout).unref();
        },
        pong: () => clearTimeout(late),
        closed: (event) => {
          clearTimeout(late);
          accept(false);
          this.#closed(event as { code: number; reason: string });
        },
      },
    });
  }

  /** The results of a subscription. The iterator ends when the hub ends it, or when the socket has closed. */
  subscribe({ query, variables }: HubSubscription): EventQueue {
    const queue: EventQueue = new EventQueue(
      () => this.#end(...behind),
      () => {
        this.#queues.delete(queue);
        unsubscribe();
      },
    );
    const unsubscribe = this.#client.subscribe<Record<string, unknown>>(
      { query, variables },
      {
        next: ({ data, errors }) =>
          queue.push({ ...(data !== undefined && { data }), ...(errors && { errors: errors.map(fromHub) }) }),
        // Errors of the hub end the subscription. The end of the socket is handled for all subscriptions at once.
        error: (error) => {
          if (Array.isArray(error)) queue.push({ errors: error.map(fromHub) });
          if (Array.isArray(error)) queue.end();
        },
        complete: () => queue.end(),
      },
    );
    this.#queues.add(queue);
    if (this.#gone) queue.end();
    return queue;
  }

  /** Closes the socket without a word to the client: it has left. */
  dispose(): void {
    this.#gone = true;
    this.#leave();
    for (const queue of this.#queues) queue.end();
  }

  #closed({ code, reason }: { code: number; reason: string }): void {
    if (passedOn.includes(code)) this.#end(code, reason);
    else this.#end(...tryAgain);
  }

  /** Tells the client first, so that the end of its subscriptions is not taken for their completion. */
  #end(code: number, reason: string): void {
    if (this.#gone) return;
    this.#gone = true;
    this.onGone(code, reason);
    const last: ExecutionResult[] =
      code === forbidden ? [{ errors: [accessEnded(this.credentials.language) satisfies GraphQLError] }] : [];
    for (const queue of this.#queues) {
      for (const result of last) queue.push(result);
      queue.end();
    }
    this.#leave();
  }

  #leave(): void {
    // Rejects with the reason for which the socket was closed, which is known.
    Promise.resolve(this.#client.dispose()).catch(() => {});
  }
}
