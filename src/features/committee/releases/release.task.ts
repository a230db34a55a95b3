import { v5 } from 'uuid';
import { today } from '../../../calendar.js';
import { backgroundRole } from '../../../database/database-role.js';
import type { PeriodicTask } from '../../../jobs/periodic-tasks.js';
import { dueReleases } from './due-releases.js';
import { releaseQueue } from './release.queue.js';
import { tellIfLate } from './release-events.js';

/** The namespace of the jobs' ids: an arbitrary constant. */
const namespace = '7f0c2c1e-8d0f-4a3e-9a5d-3f6f5b1d2a10';

/**
 * Makes the releases that are due and missing: one job a day until they are made, in whatever process. Tells the
 * coordinators when the latest one is late.
 */
export const makeDueReleases: PeriodicTask = {
  name: 'committee releases',
  every: 300_000,
  async run({ database, jobs }) {
    const { missing, isProtected } = await dueReleases(database);
    const [latest] = missing;
    if (!latest || !isProtected) return;
    // The same id in every process, so that the job exists once.
    const id = v5(`${missing.length} ${latest} ${today()}`, namespace);
    await database.write(backgroundRole, async (em) => {
      await jobs.send(em, releaseQueue, [{ data: {}, id }]);
      await tellIfLate(em, latest);
    });
    jobs.wake();
  },
};
