import { backgroundRole } from '../../database/database-role.js';
import type { PeriodicTask } from '../../jobs/periodic-tasks.js';

/** A notification is no record: the referral is. It goes when it was read long ago, or was never read for a year. */
export const forgetNotifications: PeriodicTask = {
  name: 'old notifications',
  every: 24 * 60 * 60 * 1000,
  run: ({ database }) =>
    database.write(backgroundRole, async (em) => {
      await em.execute(
        `delete from notification where read_at < now() - interval '6 months' or at < now() - interval '12 months'`,
      );
    }),
};
