import type { RetentionConfig } from '../../config/index.js';
import type { Database } from '../../database/database.js';
import { backgroundRole, type DatabaseRole } from '../../database/database-role.js';
import { emitAsSystem } from '../../events/outbox.js';
import type { BackgroundContext } from '../../jobs/jobs.js';
import type { PeriodicTask } from '../../jobs/periodic-tasks.js';

/** The role that removes files after the retention period. It has no other rights. */
const retentionRole: DatabaseRole = { role: 'hub_retention', variables: backgroundRole.variables };

/** The maximum number of notices, and of persons whose files are removed, in one transaction. */
const batchSize = { notices: 500, persons: 10 };

/** Stores the retention rule in the database. It is in force for all processes of the hub. */
export async function ruleRetention(database: Database, { months, inForce }: RetentionConfig): Promise<void> {
  await database.write(retentionRole, (em) =>
    em.execute('select rights.set_retention(?, ?)', [months, inForce]),
  );
}

/**
 * Notifies partners 30 days before the retention period of a file ends. Removes files whose retention period has ended
 * and whose notice is at least 30 days old. Skips work that another process is doing.
 */
export const enforceRetention = {
  name: 'retention of files',
  every: 24 * 60 * 60 * 1000,
  async run({ database }: Pick<BackgroundContext, 'database'>, end: AbortSignal) {
    while (!end.aborted && (await giveNotice(database)) > 0);
    while (!end.aborted && (await expire(database)) > 0);
  },
} satisfies PeriodicTask;

async function giveNotice(database: Database): Promise<number> {
  return database.write(backgroundRole, async (em) => {
    const due = await em.execute<{ partner: string; subject: string }[]>(
      'select partner_id as partner, beneficiary_id as subject from rights.give_notice(?) as due(partner_id, beneficiary_id)',
      [batchSize.notices],
    );
    await emitAsSystem(
      em,
      due.map((it) => ({ ...it, topic: 'RETENTION', kind: 'DUE' })),
    );
    return due.length;
  });
}

async function expire(database: Database): Promise<number> {
  const [row] = await database.reader.write<{ persons: number }>(retentionRole, {
    text: 'select rights.expire($1) as persons',
    values: [batchSize.persons],
  });
  return row?.persons ?? 0;
}
