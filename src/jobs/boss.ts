import { PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import { backgroundRole } from '../database/database-role.js';
import { jobSchema } from '../database/job-schema.js';
import { loginSettings } from '../database/roles.js';
import { answerTimeout, connectionTimeouts } from '../database/timeouts.js';

/**
 * The pg-boss instance of one process, not yet started. It polls and maintains the queues on its own connections, as
 * `hub_system`. Failures are logged and retried.
 * @param loginUrl the URL of the login role
 */
export function createBoss(loginUrl: string, log: Logger): PgBoss {
  // In a variable, because pg-boss passes these options to `pg` but its types do not declare them.
  const timeouts = { ...connectionTimeouts, query_timeout: answerTimeout(backgroundRole) };
  const settings = { ...loginSettings, ...backgroundRole.variables, role: backgroundRole.role };
  const boss = new PgBoss({
    ...timeouts,
    connectionString: loginUrl,
    application_name: 'partner-hub jobs',
    options: Object.entries(settings)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
    max: 2,
    schema: jobSchema,
    migrate: false,
    createSchema: false,
    schedule: false,
    // For jobs that depend on other jobs. The hub has none; the default would run a statement every five seconds.
    flowIntervalSeconds: 24 * 60 * 60,
    reindex: false,
    monitorVacuum: false,
    registerInstance: false,
    openTelemetry: { enabled: false },
  });
  boss.on('error', (failure) => logFailure(failure, log));
  return boss;
}

/** Logs the error's name and the code from PostgreSQL or the system. Omits the message, which may quote a row. */
function logFailure(failure: Error & { code?: string; queue?: string }, log: Logger): void {
  const { name: error, code, queue } = failure;
  // pg-boss sets the queue only when a worker failed to poll it.
  if (queue) log.warn({ error, code, queue }, 'job polling failed; retrying');
  // Expiry, heartbeats, statistics, removal of finished jobs, broken idle connections.
  else log.warn({ error, code }, 'job maintenance failed; retrying');
}
