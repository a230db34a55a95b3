import type { RetentionConfig } from '../../config/index.js';
import type { Database } from '../../database/database.js';
import { backgroundRole, type DatabaseRole } from '../../database/database-role.js';
import { emitAsSystem } from '../../events/outbox.js';
import type { BackgroundContext } from '../../jobs/jobs.js';
import type { PeriodicTask } from '../../jobs/periodic-tasks.js';

/** Removes what is past its time, and may do nothing else. */
const retentionSession: DatabaseRole = { role: 'hub_retention', variables: backgroundRole.variables };

/** Of how many files notice is given, and of how many persons files go, in one transaction. */
const atOnce = { notices: 500, persons: 10 };

/** Says how long files are kept, to all processes of the hub. */
export async function ruleRetention(database: Database, { months, inForce }: RetentionConfig): Promise<void> {
  await database.write(retentionSession, (em) =>
    em.execute('select rights.set_retention(?, ?)', [months, inForce]),
  );
}

/**
 * Tells partners of files whose time is over in 30 days, and removes those whose time is over and that were told
 * of 30 days ago. What one process is at, the others leave to it.
 */
export const keepNoLonger = {
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
      [atOnce.notices],
    );
    await emitAsSystem(
      em,
      due.map((it) => ({ ...it, topic: 'RETENTION', kind: 'DUE' })),
    );
    return due.length;
  });
}

async function expire(database: Database): Promise<number> {
  const [row] = await database.reader.write<{ persons: number }>(retentionSession, {
    text: 'select rights.expire($1) as persons',
    values: [atOnce.persons],
  });
  return row?.persons ?? 0;
}
