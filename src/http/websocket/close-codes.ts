import { CloseCode, type Context } from 'graphql-ws';
import type { Extra } from 'graphql-ws/use/ws';
import type { Logger } from 'pino';
import type { SignedIn } from '../../auth/sign-in.js';

/**
 * Close codes and reasons. 4403: the client must authenticate again. After the other codes the client reconnects
 * with the same credentials and resumes its streams after their last cursors.
 */
const closeCodes = {
  expired: [CloseCode.Forbidden, 'token expired'],
  deactivated: [CloseCode.Forbidden, 'member deactivated'],
  roleChanged: [CloseCode.Forbidden, 'role changed'],
  sessionEnded: [CloseCode.Forbidden, 'session ended'],
  refused: [CloseCode.Forbidden, 'Forbidden'],
  // A code of the hub. Standard clients do not treat it as fatal, so they reconnect.
  behind: [4205, 'resume from your last cursor'],
  // RFC 6455's "try again later".
  unavailable: [1013, 'try again later'],
} as const satisfies Record<string, readonly [code: number, reason: string]>;
type CloseReason = keyof typeof closeCodes;

/** The state of a socket, in graphql-ws' `extra`. */
export type SocketState = {
  /** Closes the socket when its token expires. */
  expiry?: NodeJS.Timeout;
  /** The identity of the socket, after authentication. */
  signedIn?: SignedIn;
  /** Settles when the last operation has started. Operations start in the order of their arrival. */
  beginning?: Promise<unknown>;
};

type Closing = Pick<Context<never, Extra & SocketState>, 'subscriptions' | 'extra'>;

/** How long the hub waits for the close frame of the client, in milliseconds. */
const timeout = 10_000;

/** Closes a socket with its code, logs it, and ends its streams at once, because the client no longer reads them. */
export function close(log: Logger, { subscriptions, extra }: Closing, why: CloseReason): void {
  const { socket, signedIn } = extra;
  if (socket.readyState !== socket.OPEN) return;
  const [code, reason] = closeCodes[why];
  log.info({ code, reason, member: signedIn?.viewer.memberId }, 'socket closed by the hub');
  socket.removeAllListeners('message');
  socket.close(code, reason);
  const late = setTimeout(() => socket.terminate(), timeout).unref();
  socket.once('close', () => clearTimeout(late));
  for (const [id, stream] of Object.entries(subscriptions)) {
    // A subscription that is just starting finds its entry deleted and ends.
    delete subscriptions[id];
    if (stream && 'return' in stream) stream.return(undefined).catch(() => {});
  }
}
