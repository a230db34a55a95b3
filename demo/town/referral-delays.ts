import { loadConfig } from '../../src/config/index.js';
import { type DelayedAction, delays, endOf } from '../../src/features/referrals/delays.js';
import type { ReferralPriority } from '../../src/features/referrals/referral.js';
import { END, type Moment } from './calendar.js';
import type { ReferralLife } from './referral-life.js';

const config = loadConfig({}).delays;

/** When the hub, with its default delays, last performed this delayed act on a referral that was not answered. */
export function lastDelayed(
  does: DelayedAction,
  life: ReferralLife,
  sentAt: Moment,
  priority: ReferralPriority,
): Moment | null {
  const due = delays
    .filter((it) => it.does === does && (it.priority ?? priority) === priority)
    .map((it) => ({ at: endOf(it, new Date(sentAt), config).getTime(), in: it.in }))
    .filter((it) => it.at <= END && it.in.includes(life.statusAt(it.at)));
  return due.length > 0 ? Math.max(...due.map(({ at }) => at)) : null;
}
