import { backgroundRole } from '../../database/database-role.js';
import type { PeriodicTask } from '../../jobs/periodic-tasks.js';
import { keptFor } from './schedule.js';

/** How many deliveries are deleted in one transaction. */
const batchSize = 5000;

/** Deletes deliveries that are older than 30 days, and counts on the webhook those that were never delivered. */
export const dropOldDeliveries: PeriodicTask = {
  name: 'old webhook deliveries',
  every: 60 * 60 * 1000,
  async run({ database }, end) {
    for (let dropped = batchSize; dropped === batchSize && !end.aborted; ) {
      [{ dropped }] = await database.write(backgroundRole, (em) =>
        em.execute<[{ dropped: number }]>(
          `with old as (
            delete from webhook_delivery where id in (
              select id from webhook_delivery where created_at <= now() - interval '${keptFor} days' limit ${batchSize})
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
