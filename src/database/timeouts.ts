import type { DatabaseRole } from './database-role.js';
import { loginSettings } from './roles.js';

/** The timeout for a new or pooled connection to the database, in milliseconds. */
export const connectTimeout = 5000;

/** The timeout for a connection while the hub starts, when the machine and the database may be busy, in milliseconds. */
export const startTimeout = 30_000;

/** How much longer than the statement timeout the hub waits for an answer, in milliseconds. */
const margin = 2000;

/**
 * How long the hub waits for the answer to a statement, in milliseconds. The server cancels a statement after the
 * statement timeout. If its error does not arrive either, the connection counts as lost.
 */
export function answerTimeout(session?: DatabaseRole): number {
  const limit = session?.variables['statement_timeout'] ?? loginSettings.statement_timeout;
  return Number.parseInt(limit, 10) * 1000 + margin;
}

/** The timeouts of every connection of the running hub, which detect a lost server. */
export const connectionTimeouts = {
  connectionTimeoutMillis: connectTimeout,
  query_timeout: answerTimeout(),
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
  // A statement that times out closes its connection, with all statements queued behind it.
  pipeline: true,
} as const;
