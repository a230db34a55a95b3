import { closedSet } from '../../graphql/enum.js';

export const ReferralStatus = closedSet('ReferralStatus', 'State of a referral.', {
  DRAFT: 'Being written; the receiver does not see it.',
  REQUESTED: 'Sent, not answered yet.',
  IN_REVIEW: 'The receiver is reviewing it.',
  INFO_REQUESTED: 'The receiver asked the sender for information.',
  WAITLISTED: 'On the receiver’s waiting list, not answered yet.',
  ACCEPTED: 'The receiver has accepted to help the person.',
  IN_PROGRESS: 'The receiver has met the person.',
  ON_HOLD: 'Interrupted for a time.',
  COMPLETED: 'Closed: the person received the service.',
  NOT_COMPLETED: 'Closed: the person did not receive the service.',
  DECLINED: 'Closed: the receiver or the person declined.',
  CANCELLED: 'Closed: cancelled.',
  EXPIRED: 'Closed: not answered in time.',
  ENTERED_IN_ERROR: 'Closed: recorded by mistake.',
});
export type ReferralStatus = keyof typeof ReferralStatus;

export const ReferralAction = closedSet(
  'ReferralAction',
  'An action that a screen can offer on a referral.',
  {
    CHANGE_DRAFT: 'Change the content of a draft.',
    SEND: 'Send a draft, with the person’s agreement.',
    REVIEW: 'Start the review.',
    REQUEST_INFO: 'Ask the sender for information.',
    REPLY: 'Answer the receiver’s question.',
    WAITLIST: 'Put the person on the waiting list.',
    ACCEPT: 'Accept to help the person.',
    DECLINE: 'Decline, with a reason.',
    START: 'Record the first contact with the person.',
    HOLD: 'Interrupt the referral for a time, with a reason.',
    RESUME: 'Resume the referral after an interruption, with a reason.',
    COMPLETE: 'Close the referral with its outcome.',
    CANCEL: 'Cancel the referral, with a reason.',
    ENTER_IN_ERROR: 'Mark the referral as recorded by mistake, with a reason.',
    REFER_AGAIN: 'Send a new referral of the person, linked to this one.',
  },
);
export type ReferralAction = keyof typeof ReferralAction;

export const ReferralOutcome = closedSet('ReferralOutcome', 'Outcome of a referral.', {
  SERVICE_RECEIVED: 'The person received the service.',
  NO_HELP_AVAILABLE: 'The receiver had no help to offer.',
  UNREACHABLE: 'The person could not be reached.',
  DROPPED_OUT: 'The person gave up.',
  REFERRED_ELSEWHERE: 'The person was referred elsewhere.',
});
export type ReferralOutcome = keyof typeof ReferralOutcome;

export const ReferralEventKind = closedSet('ReferralEventKind', 'What happened to a referral.', {
  DRAFTED: 'A draft was created. Delivered to the sender only.',
  DRAFT_CHANGED: 'The content of the draft was changed. Delivered to the sender only.',
  SENT: 'The referral was sent.',
  REVIEWED: 'The receiver started the review.',
  INFO_REQUESTED: 'The receiver asked the sender for information.',
  REPLIED: 'The sender answered the receiver’s question.',
  WAITLISTED: 'The person was put on the waiting list.',
  ACCEPTED: 'The referral was accepted.',
  ACCESS_LIMITED:
    'The receiver’s access to the person is smaller than the scope of the referral: see `accessLimit`.',
  DECLINED: 'The referral was declined.',
  STARTED: 'The receiver met the person.',
  HELD: 'The referral was interrupted for a time.',
  RESUMED: 'The referral was resumed after an interruption.',
  COMPLETED: 'The referral was closed; the person received the service.',
  NOT_COMPLETED: 'The referral was closed; the person did not receive the service.',
  CANCELLED: 'The referral was cancelled.',
  REMINDED: 'The referral still waits for an answer. Delivered only to the side that has to act.',
  ESCALATED: 'The referral has waited too long for an answer.',
  EXPIRED: 'The referral was not answered in time.',
  ENTERED_IN_ERROR: 'The referral was marked as recorded by mistake.',
  SEEN: 'The receiver has opened the referral. Delivered to the sender only.',
  MESSAGED: 'One side wrote to the other.',
  ASSIGNED:
    'The receiver changed the member to whom the referral is assigned. Delivered to the receiver only.',
});
export type ReferralEventKind = keyof typeof ReferralEventKind;

/**
 * Who acts on a referral. `COORDINATOR` is the coordinator of the town, who is not a side of the referral and never
 * sees a draft or the person. `SYSTEM` is the hub itself: it cancels on a withdrawal and applies expiry.
 */
export type Party = 'SENDER' | 'RECEIVER' | 'COORDINATOR' | 'SYSTEM';

/** An action on a referral: one that screens offer, DRAFT, which creates a draft, or EXPIRE, which only the hub does. */
export type LifecycleAction = ReferralAction | 'DRAFT' | 'EXPIRE';

/** One legal change of a referral. */
export interface Transition {
  readonly action: LifecycleAction;
  /** Empty for the action that creates a referral. */
  readonly from: readonly ReferralStatus[];
  readonly to: ReferralStatus;
  readonly by: readonly Party[];
  readonly event: ReferralEventKind;
  /** For an action whose target state depends on the outcome: the outcomes that lead to this state. */
  readonly outcomes?: readonly ReferralOutcome[];
  /**
   * The effect on the receiver's sharing. `BEGIN`: it begins with scope IDENTITY. `OPEN`: it is extended to the
   * agreed scope. `END`: all access ends.
   */
  readonly sharing?: 'BEGIN' | 'OPEN' | 'END';
  /** The action does not change this referral. It creates another one, which gets the state `to`. */
  readonly another?: true;
}

const answerable = ['REQUESTED', 'IN_REVIEW', 'WAITLISTED'] as const;
/**
 * Sent, and neither accepted nor declined: `answeredAt` is null, coordinators see the referral as unanswered, and the
 * committee's figures count it as still waiting. A place on the waiting list is not an answer: the receiver has neither
 * accepted nor declined.
 */
export const unansweredStatuses = [...answerable, 'INFO_REQUESTED'] as const;
const takenOn = ['ACCEPTED', 'IN_PROGRESS', 'ON_HOLD'] as const;
const open = ['DRAFT', ...unansweredStatuses, ...takenOn] as const;
const ended = ['COMPLETED', 'NOT_COMPLETED', 'DECLINED', 'CANCELLED', 'EXPIRED'] as const;

/** Creates a draft. */
export const drafting: Transition = {
  action: 'DRAFT',
  from: [],
  to: 'DRAFT',
  by: ['SENDER'],
  event: 'DRAFTED',
};

/** Sends a draft; also creates a referral that is sent in one step. */
export const sending: Transition = {
  action: 'SEND',
  from: ['DRAFT'],
  to: 'REQUESTED',
  by: ['SENDER'],
  event: 'SENT',
  sharing: 'BEGIN',
};

/**
 * The lifecycle of a referral, defined only here. Commands, `viewerCan`, tests and documentation read this table. To
 * add an action, add a row here and a command (`referralCommand`).
 */
export const lifecycle: readonly Transition[] = [
  drafting,
  { action: 'CHANGE_DRAFT', from: ['DRAFT'], to: 'DRAFT', by: ['SENDER'], event: 'DRAFT_CHANGED' },
  sending,
  { action: 'REVIEW', from: ['REQUESTED'], to: 'IN_REVIEW', by: ['RECEIVER'], event: 'REVIEWED' },
  {
    action: 'REQUEST_INFO',
    from: ['REQUESTED', 'IN_REVIEW'],
    to: 'INFO_REQUESTED',
    by: ['RECEIVER'],
    event: 'INFO_REQUESTED',
  },
  { action: 'REPLY', from: ['INFO_REQUESTED'], to: 'IN_REVIEW', by: ['SENDER'], event: 'REPLIED' },
  {
    action: 'WAITLIST',
    from: ['REQUESTED', 'IN_REVIEW'],
    to: 'WAITLISTED',
    by: ['RECEIVER'],
    event: 'WAITLISTED',
  },
  {
    action: 'ACCEPT',
    from: answerable,
    to: 'ACCEPTED',
    by: ['RECEIVER'],
    event: 'ACCEPTED',
    sharing: 'OPEN',
  },
  {
    action: 'DECLINE',
    from: answerable,
    to: 'DECLINED',
    by: ['RECEIVER'],
    event: 'DECLINED',
    sharing: 'END',
  },
  { action: 'START', from: ['ACCEPTED'], to: 'IN_PROGRESS', by: ['RECEIVER'], event: 'STARTED' },
  { action: 'HOLD', from: ['IN_PROGRESS'], to: 'ON_HOLD', by: ['RECEIVER'], event: 'HELD' },
  { action: 'RESUME', from: ['ON_HOLD'], to: 'IN_PROGRESS', by: ['RECEIVER'], event: 'RESUMED' },
  {
    action: 'COMPLETE',
    from: takenOn,
    to: 'COMPLETED',
    by: ['RECEIVER'],
    event: 'COMPLETED',
    outcomes: ['SERVICE_RECEIVED'],
  },
  {
    action: 'COMPLETE',
    from: takenOn,
    to: 'NOT_COMPLETED',
    by: ['RECEIVER'],
    event: 'NOT_COMPLETED',
    outcomes: ['NO_HELP_AVAILABLE', 'UNREACHABLE', 'DROPPED_OUT', 'REFERRED_ELSEWHERE'],
  },
  {
    action: 'CANCEL',
    from: open,
    to: 'CANCELLED',
    by: ['SENDER', 'SYSTEM'],
    event: 'CANCELLED',
    sharing: 'END',
  },
  { action: 'CANCEL', from: takenOn, to: 'CANCELLED', by: ['RECEIVER'], event: 'CANCELLED', sharing: 'END' },
  {
    action: 'EXPIRE',
    from: ['REQUESTED', 'IN_REVIEW', 'INFO_REQUESTED'],
    to: 'EXPIRED',
    by: ['SYSTEM'],
    event: 'EXPIRED',
    sharing: 'END',
  },
  {
    action: 'ENTER_IN_ERROR',
    from: [...open, ...ended],
    to: 'ENTERED_IN_ERROR',
    by: ['SENDER'],
    event: 'ENTERED_IN_ERROR',
    sharing: 'END',
  },
  {
    action: 'ENTER_IN_ERROR',
    from: [...unansweredStatuses, ...takenOn, ...ended],
    to: 'ENTERED_IN_ERROR',
    by: ['COORDINATOR'],
    event: 'ENTERED_IN_ERROR',
    sharing: 'END',
  },
  {
    action: 'REFER_AGAIN',
    from: [...ended, 'ENTERED_IN_ERROR'],
    to: 'REQUESTED',
    by: ['SENDER'],
    event: 'SENT',
    sharing: 'BEGIN',
    another: true,
  },
];

/** The final states: the only later change is ENTERED_IN_ERROR. */
export const closedStatuses: readonly ReferralStatus[] = (
  Object.keys(ReferralStatus) as ReferralStatus[]
).filter((status) => !(open as readonly ReferralStatus[]).includes(status));

/** The change that `action` makes from `status` when `party` does it; undefined when `party` may not do it. */
export function transition(
  action: LifecycleAction,
  status: ReferralStatus,
  party: Party,
  outcome?: ReferralOutcome,
): Transition | undefined {
  return lifecycle.find(
    (row) =>
      row.action === action &&
      row.from.includes(status) &&
      row.by.includes(party) &&
      (!row.outcomes || (outcome !== undefined && row.outcomes.includes(outcome))),
  );
}

/** The actions that `party` may do on a referral in `status`, in the order of the table. */
export function actionsOf(party: Party, status: ReferralStatus): ReferralAction[] {
  const actions = lifecycle
    .filter((row) => row.by.includes(party) && row.from.includes(status))
    .map(({ action }) => action)
    .filter((action): action is ReferralAction => action in ReferralAction);
  return [...new Set(actions)];
}
