import type pg from 'pg';
import { asOwner, consumed } from '../kit/database.js';
import type { SharedHub } from '../kit/hub.js';

/** The queue and the consumer of the delayed actions on referrals. */
export const queue = 'referral-delays';
const consumer = 'referral delays';

/** The database key in a global id. */
export const keyOf = (id: string): string => id.slice(id.indexOf('_') + 1);

/**
 * Simulates that hours pass: moves the times of referrals, and of their waiting jobs, back by that many hours.
 * @param ids the referrals; all if left out
 */
export async function hoursPass(owner: pg.Client, hours: number, ids?: readonly string[]): Promise<void> {
  const earlier = (column: string) => `${column} = ${column} - interval '${hours} hours'`;
  const keys = `'{${ids?.map(keyOf) ?? ''}}'::text[]`;
  const among = (column: string) => (ids ? `${column}::text = any (${keys})` : 'true');
  // One query message, so one transaction.
  await owner.query(`
    update referral set ${['sent_at', 'created_at', 'reminded_at', 'escalated_at'].map(earlier)} where ${among('id')};
    update referral_transition set ${earlier('at')} where ${among('referral_id')};
    update jobs.job set ${earlier('start_after')}
      where name = '${queue}' and state < 'active' and (${ids ? `data->'referrals' ?| ${keys}` : 'true'});`);
}

/** Lets the answer to a referral be overdue. The reminders count as sent, so that the hub does nothing to the referral. */
export async function letAnswerBeLate(hub: SharedHub, referral: string): Promise<void> {
  await hub.owner(
    `update referral set sent_at = now() - interval '20 days', reminded_at = now(), escalated_at = now() where id = $1`,
    [keyOf(referral)],
  );
}

/** Simulates that days pass; see {@link hoursPass}. */
export function daysPass(owner: pg.Client, days: number, ids?: readonly string[]): Promise<void> {
  return hoursPass(owner, 24 * days, ids);
}

/** Waits until the hub has started its consumer of delays and has done all delayed actions that are due. */
export async function quiet(ownerUrl: string): Promise<void> {
  await asOwner(ownerUrl, async (owner) => {
    const begun = `select from event_consumer where name = '${consumer}'`;
    while (!(await owner.query(begun)).rowCount) await new Promise((next) => setTimeout(next, 20));
  });
  await asOwner(ownerUrl, consumed);
}
