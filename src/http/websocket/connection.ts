import type { IncomingMessage } from 'node:http';
import { GraphQLError } from 'graphql';
import type { Context } from 'graphql-ws';
import type { Extra } from 'graphql-ws/use/ws';
import type { Logger } from 'pino';
import type { Asking, SignedIn, SignIn } from '../../auth/sign-in.js';
import { clockTolerance } from '../../auth/tokens.js';
import { languageOf } from '../../i18n.js';
import { shownError } from '../errors.js';
import { MemberSockets, UnauthenticatedSockets, UnreadSockets } from '../limits/index.js';
import { close, type SocketState } from './close-codes.js';
import { SessionWatcher } from './session-watcher.js';

/** The credentials in `connection_init`. */
export type ConnectionInit = { authorization?: unknown; partner?: unknown; role?: unknown };

/** The open sockets of this process: authenticates them and closes them when their access ends. */
export class Connections {
  readonly unauthenticated = new UnauthenticatedSockets();
  readonly watcher: SessionWatcher;
  readonly #ofMembers = new MemberSockets();
  readonly #unread = new UnreadSockets();

  constructor(
    private readonly signIn: SignIn,
    private readonly log: Logger,
  ) {
    this.watcher = new SessionWatcher(signIn);
  }

  /** Authenticates a socket by its `connection_init`. Returns false to refuse it. */
  async admit(context: Context<ConnectionInit, Extra & SocketState>): Promise<boolean> {
    const { connectionParams, extra } = context;
    const { log } = this;
    let signedIn: SignedIn;
    try {
      signedIn = await this.signIn.signIn(credentialsOf(extra.request, connectionParams));
    } catch (error) {
      if (!isRefused(error)) {
        shownError({ message: '' }, error, log, languageOf(extra.request.headers));
        close(log, context, 'unavailable');
      }
      return false;
    }
    if (extra.socket.readyState !== extra.socket.OPEN) return false;
    if (!this.#ofMembers.admit(signedIn.viewer.memberId, extra.socket)) return false;
    // The end of a session is determined by the database's clock, which the watcher checks.
    if (!signedIn.session)
      extra.expiry = setTimeout(() => close(log, context, 'expired'), timeToExpiry(signedIn)).unref();
    this.unauthenticated.remove(extra.socket);
    extra.signedIn = signedIn;
    this.watcher.add(signedIn, (why) => close(log, context, why));
    this.#unread.add(extra, () => close(log, context, 'behind'));
    return true;
  }

  /** Call when the socket has closed. */
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

/** The credentials of a socket. No HTTP method is given, because a socket may run any kind of operation. */
export function credentialsOf({ headers }: IncomingMessage, said: Asking['said']): Asking {
  return { headers, said };
}

/** Whether the error is a refused sign-in, and not a fault of the hub. */
export function isRefused(error: unknown): boolean {
  const codes: unknown[] = ['UNAUTHENTICATED', 'PARTNER_REQUIRED', 'ROLE_REQUIRED', 'FORBIDDEN'];
  return error instanceof GraphQLError && codes.includes(error.extensions['code']);
}

/**
 * The time until the token of a socket expires, in milliseconds. A token may be accepted although it has expired by
 * the hub's clock; then the rest of the clock tolerance is returned.
 */
function timeToExpiry({ expires }: SignedIn): number {
  const left = expires * 1000 - Date.now();
  return Math.min(left > 0 ? left : left + clockTolerance * 1000, 2 ** 31 - 1);
}
