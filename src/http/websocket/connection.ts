import type { IncomingMessage } from 'node:http';
import { GraphQLError } from 'graphql';
import type { Context } from 'graphql-ws';
import type { Extra } from 'graphql-ws/use/ws';
import type { Logger } from 'pino';
import type { Asking, SignedIn, SignIn } from '../../auth/sign-in.js';
import { clockTolerance } from '../../auth/tokens.js';
import { shownError } from '../errors.js';
import { MembersSockets, StrangersSockets, UnreadSockets } from '../limits/index.js';
import { close, type SocketState } from './close-codes.js';
import { SessionWatcher } from './session-watcher.js';

/** What `connection_init` says of who asks. */
export type ConnectionInit = { authorization?: unknown; partner?: unknown; role?: unknown };

/** The open sockets of this process: whose they are, and when each must be closed. */
export class Connections {
  readonly unauthenticated = new StrangersSockets();
  readonly watcher: SessionWatcher;
  readonly #ofMembers = new MembersSockets();
  readonly #unread = new UnreadSockets();

  constructor(
    private readonly signIn: SignIn,
    private readonly log: Logger,
  ) {
    this.watcher = new SessionWatcher(signIn);
  }

  /** Authenticates a socket by its `connection_init`; false refuses it. */
  async admit(context: Context<ConnectionInit, Extra & SocketState>): Promise<boolean> {
    const { connectionParams, extra } = context;
    const { log } = this;
    let signedIn: SignedIn;
    try {
      signedIn = await this.signIn.signIn(askingBy(extra.request, connectionParams));
    } catch (error) {
      if (!isRefused(error)) {
        shownError({ message: '' }, error, log);
        close(log, context, 'unavailable');
      }
      return false;
    }
    if (extra.socket.readyState !== extra.socket.OPEN) return false;
    if (!this.#ofMembers.admit(signedIn.viewer.memberId, extra.socket)) return false;
    // A session ends by the database's clock, which the watcher asks.
    if (!signedIn.session)
      extra.expiry = setTimeout(() => close(log, context, 'expired'), lasting(signedIn)).unref();
    this.unauthenticated.known(extra.socket);
    extra.signedIn = signedIn;
    this.watcher.add(signedIn, (why) => close(log, context, why));
    this.#unread.add(extra, () => close(log, context, 'behind'));
    return true;
  }

  /** The socket has closed. */
  remove(extra: Extra & SocketState): void {
    clearTimeout(extra.expiry);
    if (extra.signedIn) this.watcher.remove(extra.signedIn);
    this.#unread.remove(extra);
  }

  stop(): void {
    this.watcher.stop();
    this.#unread.stop();
  }
}

/** What a socket says of who asks; it sends no method, because it may do anything. */
export function askingBy({ headers }: IncomingMessage, said: Asking['said']): Asking {
  return { headers, said };
}

/** Whether the error is about who asks, and not a fault of the hub. */
export function isRefused(error: unknown): boolean {
  const codes: unknown[] = ['UNAUTHENTICATED', 'PARTNER_REQUIRED', 'ROLE_REQUIRED', 'FORBIDDEN'];
  return error instanceof GraphQLError && codes.includes(error.extensions['code']);
}

/**
 * How long a socket lasts by its token, in milliseconds. By a clock that differs, the token's time may be
 * over already although it was taken: then the rest of the tolerance is left.
 */
function lasting({ expires }: SignedIn): number {
  const left = expires * 1000 - Date.now();
  return Math.min(left > 0 ? left : left + clockTolerance * 1000, 2 ** 31 - 1);
}
