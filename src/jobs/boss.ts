import { PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import { backgroundRole } from '../database/database-role.js';
import { jobSchema } from '../database/job-schema.js';
import { loginSettings } from '../database/roles.js';
import { answerWithin, noticesLoss } from '../database/timeouts.js';

/**
 * The pg-boss of one process, not yet started. It polls and maintains the queues on connections of its own,
 * as `hub_system`; what fails is logged and tried again.
 * @param loginUrl the login role's
 */
export function createBoss(loginUrl: string, log: Logger): PgBoss {
  // In a variable, because pg-boss hands `pg` options that its types do not know.
  const timeouts = { ...noticesLoss, query_timeout: answerWithin(backgroundRole) };
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
    // For jobs that wait for other jobs, of which the hub has none: a statement every five seconds otherwise.
    flowIntervalSeconds: 24 * 60 * 60,
    reindex: false,
    monitorVacuum: false,
    registerInstance: false,
    openTelemetry: { enabled: false },
  });
  boss.on('error', (failure) => logFailure(failure, log));
  return boss;
}

/** Logs what failed and PostgreSQL's or the system's code, and no message, because a message may quote a row. */
function logFailure(failure: Error & { code?: string; queue?: string }, log: Logger): void {
  const { name: error, code, queue } = failure;
  // pg-boss names the queue where a worker failed to poll it, and nowhere else.
  if (queue) log.warn({ error, code, queue }, 'job polling failed; retrying');
  // Expiry, heartbeats, statistics, removal of finished jobs, and idle connections that broke.
  else log.warn({ error, code }, 'job maintenance failed; retrying');
}
