import { afterDays, afterWorkingDays } from '../../calendar.js';
import type { DelaysConfig } from '../../config/index.js';
import { type ReferralStatus, unansweredStatuses } from './lifecycle.js';
import type { ReferralPriority } from './referral.js';

/** What the hub does to a referral that waits, when a delay has passed. */
export type DelayedAction = 'REMIND' | 'ESCALATE' | 'EXPIRE';

/** Unit of a delay. Hours are elapsed hours; days keep the time of day in the town's time zone. */
export type DelayUnit = 'hours' | 'days' | 'working days';

/** An action of the hub on a referral that has waited for a given time. */
export interface Delay {
  readonly does: DelayedAction;
  /** Undefined for both priorities. */
  readonly priority?: ReferralPriority;
  /** The states in which it is done. */
  readonly in: readonly ReferralStatus[];
  /** Start of the delay: the sending, regardless of later changes, or the moment at which the state was entered. */
  readonly since: 'SENT' | 'STATE';
  readonly after: (config: DelaysConfig) => readonly [count: number, unit: DelayUnit];
}

/** The values of a referral that its delays depend on. */
export interface Waiting {
  readonly status: ReferralStatus;
  readonly priority: ReferralPriority;
  readonly sentAt: Date;
  /** When the referral entered its current state. */
  readonly stateSince: Date;
}

/** A delayed action, and when it is due. */
export interface Step {
  readonly does: DelayedAction;
  readonly at: Date;
}

/**
 * The states in which one side has to act now. WAITLISTED is not one of them: the referral is unanswered, but the
 * receiver answers when a place is free, so no reminder is sent.
 */
export const waitingStatuses = unansweredStatuses.filter((status) => status !== 'WAITLISTED');

/** An answer is due when the hub would first send a reminder of it. */
export const answerIsDue = 'REMIND' satisfies DelayedAction;

const unanswered = { in: waitingStatuses, since: 'SENT' } as const;
const routine = { priority: 'ROUTINE', ...unanswered } as const;
const urgent = { priority: 'URGENT', ...unanswered } as const;

/**
 * The delays of a referral, defined only here. A reminder goes to the side that has to act: the sender in
 * INFO_REQUESTED, otherwise the receiver. An escalation goes to both sides and to the coordinators of the town. An
 * expiry goes to both sides.
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

const addTo: Record<DelayUnit, (from: Date, count: number) => Date> = {
  hours: (from, count) => new Date(from.getTime() + count * 3_600_000),
  days: afterDays,
  'working days': afterWorkingDays,
};

/** When a delay that begins at `since` ends. */
export function endOf({ after }: Pick<Delay, 'after'>, since: Date, config: DelaysConfig): Date {
  const [count, unit] = after(config);
  return addTo[unit](since, count);
}

/** The delayed actions of a referral as long as it stays in its state, in order of time. */
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
 * The step that is due now, if any, and the time of the next one. If several steps are overdue, because the hub was
 * stopped, only the latest is done, so that the side gets one notification. If one of them is the expiry, the
 * referral expires.
 * @param last when the last reminder or escalation was, if there was one
 */
export function whatIsDue(
  steps: readonly Step[],
  now: Date,
  last: Date | undefined,
): { readonly now: DelayedAction | undefined; readonly next: Date | undefined } {
  const due = steps.filter(({ does, at }) => at <= now && (does === 'EXPIRE' || !last || at > last));
  const expired = due.some(({ does }) => does === 'EXPIRE');
  return {
    now: expired ? 'EXPIRE' : due.at(-1)?.does,
    next: expired ? undefined : steps.find(({ at }) => at > now)?.at,
  };
}
