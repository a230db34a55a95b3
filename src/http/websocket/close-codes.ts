import { CloseCode, type Context } from 'graphql-ws';
import type { Extra } from 'graphql-ws/use/ws';
import type { Logger } from 'pino';
import type { SignedIn } from '../../auth/sign-in.js';

/**
 * Why the hub closes a socket, as the client is told: a close code and a reason. 4403 means that the client must
 * authenticate again; after the other codes it reconnects as it is, and resumes its streams after their last cursors.
 */
const closeCodes = {
  expired: [CloseCode.Forbidden, 'token expired'],
  deactivated: [CloseCode.Forbidden, 'member deactivated'],
  roleChanged: [CloseCode.Forbidden, 'role changed'],
  sessionEnded: [CloseCode.Forbidden, 'session ended'],
  refused: [CloseCode.Forbidden, 'Forbidden'],
  // Of the hub's own, and none that stock clients take for the end.
  behind: [4205, 'resume from your last cursor'],
  // RFC 6455's "try again later".
  unavailable: [1013, 'try again later'],
} as const satisfies Record<string, readonly [code: number, reason: string]>;
type CloseReason = keyof typeof closeCodes;

/** What the hub keeps of a socket, in graphql-ws' `extra`. */
export type SocketState = {
  /** Ends the socket when its token expires. */
  expiry?: NodeJS.Timeout;
  /** Whose it is, once that is known. */
  signedIn?: SignedIn;
  /** Settles when the last operation has begun: operations begin in the order in which they came. */
  beginning?: Promise<unknown>;
};

type Closing = Pick<Context<never, Extra & SocketState>, 'subscriptions' | 'extra'>;

/** How long a client may take to answer that its socket closes, in milliseconds. */
const timeout = 10_000;

/** Closes a socket with its code, logs that, and ends its streams at once: nobody would read what they still send. */
export function close(log: Logger, { subscriptions, extra }: Closing, why: CloseReason): void {
  const { socket, signedIn } = extra;
  if (socket.readyState !== socket.OPEN) return;
  const [code, reason] = closeCodes[why];
  log.info({ code, reason, member: signedIn?.viewer.memberId }, 'a socket was closed');
  socket.removeAllListeners('message');
  socket.close(code, reason);
  const late = setTimeout(() => socket.terminate(), timeout).unref();
  socket.once('close', () => clearTimeout(late));
  for (const [id, stream] of Object.entries(subscriptions)) {
    // One that has only just begun finds that it is not wanted any more.
    delete subscriptions[id];
    if (stream && 'return' in stream) stream.return(undefined).catch(() => {});
  }
}
