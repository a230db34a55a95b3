import { afterDays, afterWorkingDays } from '../../calendar.js';
import type { DelaysConfig } from '../../config/index.js';
import { type ReferralStatus, unansweredStatuses } from './lifecycle.js';
import type { ReferralPriority } from './referral.js';

/** What time does to a referral that waits. */
export type DelayedAct = 'REMIND' | 'ESCALATE' | 'EXPIRE';

/** What a delay is counted in: hours are hours; days keep the hour of the town's clocks. */
export type DelayUnit = 'hours' | 'days' | 'working days';

/** Something that is done once a referral has waited for so long. */
export interface Delay {
  readonly does: DelayedAct;
  /** Undefined for both. */
  readonly priority?: ReferralPriority;
  /** The states in which it is done; in others it is left out. */
  readonly in: readonly ReferralStatus[];
  /** What it counts from: the sending, whatever came between, or the moment at which it entered the state. */
  readonly since: 'SENT' | 'STATE';
  readonly after: (config: DelaysConfig) => readonly [count: number, unit: DelayUnit];
}

/** What a referral's delays are counted by. */
export interface Waiting {
  readonly status: ReferralStatus;
  readonly priority: ReferralPriority;
  readonly sentAt: Date;
  /** Since when it has been in its state. */
  readonly stateSince: Date;
}

/** A delayed act, and when it is due. */
export interface Step {
  readonly does: DelayedAct;
  readonly at: Date;
}

/**
 * The states in which somebody has to act now. On the waiting list the receiver has said that the answer comes with a
 * place: the referral is unanswered, but nobody is reminded of it.
 */
export const waitingStatuses = unansweredStatuses.filter((status) => status !== 'WAITLISTED');

const unanswered = { in: waitingStatuses, since: 'SENT' } as const;
const routine = { priority: 'ROUTINE', ...unanswered } as const;
const urgent = { priority: 'URGENT', ...unanswered } as const;

/**
 * The delays of a referral: the only place that knows them. A reminder goes to whose turn it is (the receiver;
 * the sender in INFO_REQUESTED), an escalation to both sides and to the coordinators of the town, an expiry to
 * both sides.
 */
export const delays: readonly Delay[] = [
  { does: 'REMIND', ...routine, after: (it) => [it.routine.reminderWorkingDays, 'working days'] },
  { does: 'REMIND', ...routine, after: (it) => [it.routine.reminderDays, 'days'] },
  { does: 'ESCALATE', ...routine, after: (it) => [it.routine.escalationDays, 'days'] },
  { does: 'REMIND', ...urgent, after: (it) => [it.urgent.reminderHours, 'hours'] },
  { does: 'ESCALATE', ...urgent, after: (it) => [it.urgent.escalationHours, 'hours'] },
  {
    does: 'EXPIRE',
    in: ['REQUESTED', 'INFO_REQUESTED'],
    since: 'STATE',
    after: (it) => [it.expiry.days, 'days'],
  },
  { does: 'EXPIRE', in: ['IN_REVIEW'], since: 'STATE', after: (it) => [it.expiry.reviewDays, 'days'] },
];

const later: Record<DelayUnit, (from: Date, count: number) => Date> = {
  hours: (from, count) => new Date(from.getTime() + count * 3_600_000),
  days: afterDays,
  'working days': afterWorkingDays,
};

/** When a delay that began at this moment is over. */
export function endOf({ after }: Delay, since: Date, config: DelaysConfig): Date {
  const [count, unit] = after(config);
  return later[unit](since, count);
}

/** All that time does to a referral as long as it stays in its state, in the order of time. */
export function stepsOf({ status, priority, sentAt, stateSince }: Waiting, config: DelaysConfig): Step[] {
  return delays
    .filter(
      (it) =>
        it.in.includes(status) &&
        (it.priority ?? priority) === priority &&
        (it.does !== 'EXPIRE' || config.expiry.inForce),
    )
    .map((it) => ({ does: it.does, at: endOf(it, it.since === 'SENT' ? sentAt : stateSince, config) }))
    .sort((one, other) => one.at.getTime() - other.at.getTime());
}

/**
 * What is to be done now, if anything, and what next. After a stop the latest step alone is done, not each
 * of those that were missed: nobody is told four times at once; and a referral past its time just expires.
 * @param last when the last reminder or escalation was, if there was one
 */
export function whatIsDue(
  steps: readonly Step[],
  now: Date,
  last: Date | undefined,
): { readonly now: DelayedAct | undefined; readonly next: Date | undefined } {
  const due = steps.filter(({ does, at }) => at <= now && (does === 'EXPIRE' || !last || at > last));
  const expired = due.some(({ does }) => does === 'EXPIRE');
  return {
    now: expired ? 'EXPIRE' : due.at(-1)?.does,
    next: expired ? undefined : steps.find(({ at }) => at > now)?.at,
  };
}
