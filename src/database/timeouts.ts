import type { DatabaseRole } from './database-role.js';
import { loginSettings } from './roles.js';

/** How long the hub waits for a connection to the database, a new one or one of its pool, in milliseconds. */
export const connectWithin = 5000;

/** How much longer than the server may take the hub waits for its answer, in milliseconds. */
const margin = 2000;

/**
 * How long the hub waits for the answer to a statement, in milliseconds. The server breaks one off that
 * takes too long and says so; when that does not come either, the connection is as good as lost.
 */
export function answerWithin(session?: DatabaseRole): number {
  const limit = session?.variables['statement_timeout'] ?? loginSettings.statement_timeout;
  return Number.parseInt(limit, 10) * 1000 + margin;
}

/** What every connection of the running hub is made with, so that a server that is gone is noticed. */
export const noticesLoss = {
  connectionTimeoutMillis: connectWithin,
  query_timeout: answerWithin(),
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
  // A statement that is not answered in time takes its connection with it, and all that wait behind it.
  pipeline: true,
} as const;
