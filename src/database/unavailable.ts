/**
 * The database cannot be reached or has not answered in time. The operation may or may not have been done, because
 * the lost answer may be that to a commit.
 */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
}

/** The messages of `pg`, without a code, for a server that it cannot reach or has lost. */
const lost =
  /Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|is not queryable|Cannot use a pool after calling end/;

/** The SQLSTATE classes of a lost connection (08), a stopping or starting server (57P) and missing resources (53). */
const away = /^(08|57P|53)/;

/** Node's codes for network errors. */
const unreachable = /^(ECONN|EPIPE|ETIMEDOUT|EHOST|ENET|ENOTFOUND|EAI_)/;

/** Turns a connection error of PostgreSQL, the driver or the system into {@link Unavailable}; returns other errors as they are. */
export function orUnavailable(error: unknown): unknown {
  const { code = '', severity, message } = error as { code?: unknown; severity?: string; message: string };
  // Takes only the known part of a message: the rest may quote a statement.
  const reason = isServerError(error)
    ? (severity === 'FATAL' || away.test(String(code))) && code
    : unreachable.test(String(code))
      ? code
      : lost.exec(message)?.[0];
  return reason ? new Unavailable(`the database is not available: ${reason}`) : error;
}

/** Whether the error comes from the server, so that the connection is still usable. */
export function isServerError(error: unknown): boolean {
  return (error as { severity?: unknown }).severity !== undefined;
}
