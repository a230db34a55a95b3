import { CloseCode, type Context } from 'graphql-ws';
import type { Extra } from 'graphql-ws/use/ws';
import type { Logger } from 'pino';
import type { SignedIn } from '../../auth/sign-in.js';

/**
 * Why the hub ends a socket, as the client is told: a close code and a reason. Those of 4403 are about who
 * asks; after the others a client comes back as it is. Its streams go on after their last cursors.
 */
const partings = {
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
type Parting = keyof typeof partings;

/** Whose a socket is, once that is known. */
interface Whose {
  readonly signedIn?: SignedIn;
}

/** How long a client may take to hear why its socket closes, in milliseconds. */
const farewell = 10_000;

/** Closes a socket, says so in the log, and ends its streams at once: what they would still read is for nobody. */
export function part(
  log: Logger,
  {
    subscriptions,
    extra: { socket, signedIn },
  }: Pick<Context<undefined, Extra & Whose>, 'subscriptions' | 'extra'>,
  parting: Parting,
): void {
  if (socket.readyState !== socket.OPEN) return;
  const [code, reason] = partings[parting];
  log.info({ code, reason, member: signedIn?.viewer.memberId }, 'a socket was closed');
  socket.removeAllListeners('message');
  socket.close(code, reason);
  const late = setTimeout(() => socket.terminate(), farewell).unref();
  socket.once('close', () => clearTimeout(late));
  for (const [id, stream] of Object.entries(subscriptions)) {
    // One that has only just begun finds that it is not wanted any more.
    delete subscriptions[id];
    if (stream && 'return' in stream) stream.return(undefined).catch(() => {});
  }
}
