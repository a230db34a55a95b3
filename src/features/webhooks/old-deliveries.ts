import { backgroundRole } from '../../database/database-role.js';
import type { PeriodicTask } from '../../jobs/periodic-tasks.js';
import { keptFor } from './schedule.js';

/** How many are dropped in one transaction. */
const atOnce = 5000;

/** Lets go of deliveries that are too old, and counts those that nobody got. */
export const dropOldDeliveries: PeriodicTask = {
  name: 'old webhook deliveries',
  every: 60 * 60 * 1000,
  async run({ database }, end) {
    for (let dropped = atOnce; dropped === atOnce && !end.aborted; ) {
      [{ dropped }] = await database.write(backgroundRole, (em) =>
        em.execute<[{ dropped: number }]>(
          `with old as (
            delete from webhook_delivery where id in (
              select id from webhook_delivery where created_at <= now() - interval '${keptFor} days' limit ${atOnce})
            returning webhook_id, next_attempt_at is not null as waited
          ), counted as (
            update webhook w set dropped = w.dropped + o.waited
            from (select webhook_id, count(*) filter (where waited)::int as waited from old group by 1) o
            where w.id = o.webhook_id and o.waited > 0
          )
          select count(*)::int as dropped from old`,
        ),
      );
    }
  },
};
