import type pg from 'pg';
import { asOwner } from '../kit/database.js';

/** The queue and the consumer of what time does to referrals. */
export const queue = 'referral-delays';
export const consumer = 'referral delays';

/** The key in an id. */
export const keyOf = (id: string): string => id.slice(id.indexOf('_') + 1);

/**
 * Lets so many hours pass: what is written of referrals, and what is to be done about them, was so much earlier.
 * @param ids the referrals; all unless said
 */
export async function hoursPass(owner: pg.Client, hours: number, ids?: readonly string[]): Promise<void> {
  const earlier = (column: string) => `${column} = ${column} - interval '${hours} hours'`;
  const keys = `'{${ids?.map(keyOf) ?? ''}}'::text[]`;
  const among = (column: string) => (ids ? `${column}::text = any (${keys})` : 'true');
  // One message, which is one transaction.
  await owner.query(`
    update referral set ${['sent_at', 'created_at', 'reminded_at', 'escalated_at'].map(earlier)} where ${among('id')};
    update referral_transition set ${earlier('at')} where ${among('referral_id')};
    update jobs.job set ${earlier('start_after')}
      where name = '${queue}' and state < 'active' and (${ids ? `data->'referrals' ?| ${keys}` : 'true'});`);
}

/** Lets so many days pass. */
export function daysPass(owner: pg.Client, days: number, ids?: readonly string[]): Promise<void> {
  return hoursPass(owner, 24 * days, ids);
}

/** Waits until all that is due about referrals is done. */
export async function quiet(ownerUrl: string): Promise<void> {
  await asOwner(ownerUrl, async (owner) => {
    const busy = `
      select from event e left join event_consumer c on c.name = '${consumer}'
      where c.name is null or (e.xid, e.id) > (c.xid, c.id)
      union all
      select from jobs.job where name = '${queue}'
        and (state in ('active', 'retry') or state = 'created' and start_after <= now())
      limit 1`;
    while ((await owner.query(busy)).rowCount) await new Promise((next) => setTimeout(next, 20));
  });
}
