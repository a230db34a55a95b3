import { holidaysOf } from '../../calendar.js';
import type { DelaysConfig } from '../../config/index.js';
import type { Database } from '../../database/database.js';
import { systemRole } from '../../database/database-role.js';
import { delays } from './delays.js';

/** How many years of holidays before and after the current one the database has. */
const years = { before: 10, after: 20 };

/**
 * Stores the delays of referrals and the public holidays in the database, for the statements that compute when an answer
 * is due (`access.referral_due`). They are in force for all processes of the hub.
 */
export async function storeDelays(database: Database, config: DelaysConfig): Promise<void> {
  const rows = delays.map((it, place) => {
    const [count, unit] = it.after(config);
    const inForce = it.does !== 'EXPIRE' || config.expiry.inForce;
    const { does, priority, since, in: statuses } = it;
    return { place, does, priority, statuses, since, count: inForce ? count : null, unit };
  });
  const year = new Date().getFullYear();
  const holidays = Array.from({ length: years.before + years.after }, (_, passed) => [
    ...holidaysOf(year - years.before + passed),
  ]).flat();
  await database.write(systemRole, async (em) => {
    await em.execute(store, [JSON.stringify(rows)]);
    // Delays of another version, which had more.
    await em.execute('update access.referral_delay set count = null where place >= ?', [rows.length]);
    await em.execute(
      'insert into access.holiday select unnest(?::date[]) order by 1 on conflict do nothing',
      [`{${holidays}}`],
    );
  });
}

const columns = 'does, priority, statuses, since, count, unit';
const store = `
  insert into access.referral_delay (place, ${columns})
  select place, ${columns} from jsonb_to_recordset(?::jsonb) as it(place int, does text, priority referral_priority,
    statuses referral_status[], since text, count int, unit text) order by place
  on conflict (place) do update set (${columns}) = row (${columns
    .split(', ')
    .map((it) => `excluded.${it}`)
    .join(', ')})`;
