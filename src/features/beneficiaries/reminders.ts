import type { Database } from '../../database/database.js';
import { backgroundRole, systemRole } from '../../database/database-role.js';
import { emitAsSystem } from '../../events/outbox.js';
import type { PeriodicTask } from '../../jobs/periodic-tasks.js';

interface Due {
  readonly id: string;
  readonly partner_id: string;
  readonly granted_by_id: string;
}

/** The maximum number of sharings in one transaction. */
const batchSize = 500;

/** Emits an event 30 days before a sharing ends, to the partner that has the sharing and to the one that granted it. */
export const remindOfEnds: PeriodicTask = {
  name: 'reminders of sharings that end soon',
  every: 3_600_000,
  async run({ database }, end) {
    while (!end.aborted && (await remind(database)) === batchSize);
  },
};

/** Marks sharings that have expired. They gave no access any more, and nothing that users see changes. */
export const markLapsed: PeriodicTask = {
  name: 'expired sharings',
  every: 3_600_000,
  async run({ database }, end) {
    const lapse = { text: 'select rights.lapse($1)::int as marked', values: [batchSize] };
    for (let marked = batchSize; marked === batchSize && !end.aborted; ) {
      const [row] = await database.reader.write<{ marked: number }>(backgroundRole, lapse);
      marked = row?.marked ?? 0;
    }
  },
};

/** Emits the events of one batch. Skips sharings that another process has locked. Returns the size of the batch. */
async function remind(database: Database): Promise<number> {
  return database.write(systemRole, async (em) => {
    const due = (await em.execute(`update sharing set reminded_at = now()
      where id = any (array(
        select id from sharing
        where ended_at is null and reminded_at is null and until > now() and until <= now() + interval '30 days'
        order by until limit ${batchSize} for update skip locked))
      returning id, partner_id, granted_by_id`)) as Due[];
    const ending = { topic: 'SHARING', kind: 'EXPIRING' } as const;
    const events = due.flatMap(({ id, partner_id, granted_by_id }) =>
      [...new Set([partner_id, granted_by_id])].map((partner) => ({ ...ending, partner, subject: id })),
    );
    await emitAsSystem(em, events);
    return due.length;
  });
}
