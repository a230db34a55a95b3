/**
 * The database is not there, or has not answered in time. What was asked for may have been done or not: an
 * answer that is lost may be that to a commit.
 */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
}

/** What `pg` says, with no code, of a server that it does not reach or has lost. */
const lost =
  /Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|is not queryable|Cannot use a pool after calling end/;

/** SQLSTATEs of a connection that ends, of a server that stops or starts, and of one that has no room. */
const away = /^(08|57P|53)/;

/** Node's codes of a network that does not carry. */
const unreachable = /^(ECONN|EPIPE|ETIMEDOUT|EHOST|ENET|ENOTFOUND|EAI_)/;

/** {@link Unavailable} for an error that says so in PostgreSQL's, the driver's or the system's way; any other as it is. */
export function orUnavailable(error: unknown): unknown {
  const { code = '', severity, message } = error as { code?: unknown; severity?: string; message: string };
  // Of a message no more than is known: the rest may quote a statement.
  const reason = saidByServer(error)
    ? (severity === 'FATAL' || away.test(String(code))) && code
    : unreachable.test(String(code))
      ? code
      : lost.exec(message)?.[0];
  return reason ? new Unavailable(`the database is not available: ${reason}`) : error;
}

/** Whether the server itself has refused a statement; the connection is as good as before. */
export function saidByServer(error: unknown): boolean {
  return (error as { severity?: unknown }).severity !== undefined;
}
