import type { PeriodicTask } from '../../jobs/periodic-tasks.js';

/** How long the audit is kept, in months: CNIL's recommendation for logs, 6 to 12 months. */
const monthsKept = 12;

/** Drops the months of the audit that are older than the retention period, under a database role that may do nothing else. */
export const dropOldAudit: PeriodicTask = {
  name: 'audit retention',
  every: 24 * 60 * 60 * 1000,
  run: ({ database }) =>
    database.write({ role: 'hub_retention', variables: {} }, async (em) => {
      await em.execute('select audit.expire(?)', [monthsKept]);
    }),
};
