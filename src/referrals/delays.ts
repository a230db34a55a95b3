import type { DelaysConfig } from '../config.js';
import type { ReferralStatus } from './lifecycle.js';
import type { ReferralPriority } from './referral.js';
import { afterDays, afterWorkingDays } from './working-days.js';

/** What time does to a referral that waits. */
export type DelayedAct = 'REMIND' | 'ESCALATE' | 'EXPIRE';

/** Something that is done once a referral has waited for so long. */
export interface Delay {
  readonly does: DelayedAct;
  /** Undefined for both. */
  readonly priority?: ReferralPriority;
  /** The states in which it is done; in others it is left out. */
  readonly in: readonly ReferralStatus[];
  /** What it counts from: the sending, whatever came between, or the moment at which it entered the state. */
  readonly since: 'SENT' | 'STATE';
  readonly due: (since: Date, config: DelaysConfig) => Date;
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

/** The states in which somebody has to answer. Who is on a waiting list, or taken on, has been answered. */
export const waitingStatuses = ['REQUESTED', 'IN_REVIEW', 'INFO_REQUESTED'] as const;

const hour = 3_600_000;
const unanswered = { in: waitingStatuses, since: 'SENT' } as const;

/**
 * The delays of a referral: the only place that knows them. A reminder goes to whose turn it is (the receiver;
 * the sender in INFO_REQUESTED), an escalation to both sides and to the coordinators of the town, an expiry to
 * both sides.
 */
export const delays: readonly Delay[] = [
  {
    does: 'REMIND',
    priority: 'ROUTINE',
    ...unanswered,
    due: (since, { routine }) => afterWorkingDays(since, routine.reminderWorkingDays),
  },
  {
    does: 'REMIND',
    priority: 'ROUTINE',
    ...unanswered,
    due: (since, { routine }) => afterDays(since, routine.reminderDays),
  },
  {
    does: 'ESCALATE',
    priority: 'ROUTINE',
    ...unanswered,
    due: (since, { routine }) => afterDays(since, routine.escalationDays),
  },
  {
    does: 'REMIND',
    priority: 'URGENT',
    ...unanswered,
    due: (since, { urgent }) => new Date(since.getTime() + urgent.reminderHours * hour),
  },
  {
    does: 'ESCALATE',
    priority: 'URGENT',
    ...unanswered,
    due: (since, { urgent }) => new Date(since.getTime() + urgent.escalationHours * hour),
  },
  {
    does: 'EXPIRE',
    in: ['REQUESTED', 'INFO_REQUESTED'],
    since: 'STATE',
    due: (since, { expiry }) => afterDays(since, expiry.days),
  },
  {
    does: 'EXPIRE',
    in: ['IN_REVIEW'],
    since: 'STATE',
    due: (since, { expiry }) => afterDays(since, expiry.reviewDays),
  },
];

/** All that time does to a referral as long as it stays in its state, in the order of time. */
export function stepsOf({ status, priority, sentAt, stateSince }: Waiting, config: DelaysConfig): Step[] {
  return delays
    .filter(
      (it) =>
        it.in.includes(status) &&
        (it.priority ?? priority) === priority &&
        (it.does !== 'EXPIRE' || config.expiry.inForce),
    )
    .map(({ does, since, due }) => ({ does, at: due(since === 'SENT' ? sentAt : stateSince, config) }))
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
