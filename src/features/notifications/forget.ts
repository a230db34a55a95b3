import { backgroundRole } from '../../database/database-role.js';
import type { PeriodicTask } from '../../jobs/periodic-tasks.js';

/** Deletes notifications 6 months after they were read, and unread ones after 12 months. The lasting record is the referral. */
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
