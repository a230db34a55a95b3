import { closedSet } from '../../graphql/enum.js';

export const ReferralStatus = closedSet('ReferralStatus', 'Where a referral stands.', {
  DRAFT: 'Being written; the receiver does not see it.',
  REQUESTED: 'Sent, not answered yet.',
  IN_REVIEW: 'The receiver is looking into it.',
  INFO_REQUESTED: 'The receiver asked the sender for something.',
  WAITLISTED: 'On the receiver’s waiting list, not answered yet.',
  ACCEPTED: 'The receiver takes the person on.',
  IN_PROGRESS: 'The receiver has met the person.',
  ON_HOLD: 'Interrupted for a time.',
  COMPLETED: 'Over: the person got the service.',
  NOT_COMPLETED: 'Over without the service.',
  DECLINED: 'The receiver, or the person, said no.',
  CANCELLED: 'Called off.',
  EXPIRED: 'Not answered in time.',
  ENTERED_IN_ERROR: 'Should never have been sent.',
});
export type ReferralStatus = keyof typeof ReferralStatus;

export const ReferralAction = closedSet('ReferralAction', 'An act that a screen can offer on a referral.', {
  CHANGE_DRAFT: 'Change what a draft says.',
  SEND: 'Send a draft, with the person’s agreement.',
  REVIEW: 'Say that it is being looked into.',
  REQUEST_INFO: 'Ask the sender for something.',
  REPLY: 'Answer what the receiver asked.',
  WAITLIST: 'Put the person on the waiting list.',
  ACCEPT: 'Take the person on.',
  DECLINE: 'Say no, with a reason.',
  START: 'Record the first contact with the person.',
  HOLD: 'Interrupt it for a time, with a reason.',
  RESUME: 'Go on after an interruption, with a reason.',
  COMPLETE: 'Say how it ended.',
  CANCEL: 'Call it off, with a reason.',
  ENTER_IN_ERROR: 'Say that it should never have been, with a reason.',
  REFER_AGAIN: 'Send a new referral of the person, linked to this one.',
});
export type ReferralAction = keyof typeof ReferralAction;

export const ReferralOutcome = closedSet('ReferralOutcome', 'What came of a referral.', {
  SERVICE_RECEIVED: 'The person got the service.',
  NO_HELP_AVAILABLE: 'There was no help to give.',
  UNREACHABLE: 'The person could not be reached.',
  DROPPED_OUT: 'The person gave up.',
  REFERRED_ELSEWHERE: 'The person was referred elsewhere.',
});
export type ReferralOutcome = keyof typeof ReferralOutcome;

export const ReferralEventKind = closedSet('ReferralEventKind', 'What happened to a referral.', {
  DRAFTED: 'A draft was begun. Told to its sender only.',
  DRAFT_CHANGED: 'What the draft says was changed. Told to its sender only.',
  SENT: 'It was sent.',
  REVIEWED: 'The receiver is looking into it.',
  INFO_REQUESTED: 'The receiver asked the sender for something.',
  REPLIED: 'The sender answered what the receiver had asked.',
  WAITLISTED: 'It was put on the waiting list.',
  ACCEPTED: 'It was accepted.',
  ACCESS_LIMITED: 'The receiver sees less of the person than the referral was to open: see `accessLimit`.',
  DECLINED: 'It was declined.',
  STARTED: 'The receiver met the person.',
  HELD: 'It was interrupted for a time.',
  RESUMED: 'It goes on after an interruption.',
  COMPLETED: 'It ended with the service.',
  NOT_COMPLETED: 'It ended without the service.',
  CANCELLED: 'It was called off.',
  REMINDED: 'It still waits for an answer. Told to whose turn it is only.',
  ESCALATED: 'It waits for an answer for too long.',
  EXPIRED: 'Nobody answered it in time.',
  ENTERED_IN_ERROR: 'It should never have been.',
  SEEN: 'The receiver has opened it. Told to its sender only.',
  MESSAGED: 'One side wrote to the other.',
  ASSIGNED: 'The receiver changed who of its members looks after it. Told to the receiver only.',
});
export type ReferralEventKind = keyof typeof ReferralEventKind;

/**
 * Who acts on a referral. `COORDINATOR` is the town’s, which is no side of it and never sees a draft or the
 * person. `SYSTEM` is the hub, for a person who withdraws and for time that has passed.
 */
export type Party = 'SENDER' | 'RECEIVER' | 'COORDINATOR' | 'SYSTEM';

/** What is done to a referral: what screens offer, what begins one, and what the hub alone does. */
export type LifecycleAct = ReferralAction | 'DRAFT' | 'EXPIRE';

/** One legal change of a referral. */
export interface Transition {
  readonly act: LifecycleAct;
  /** Empty for the act that begins a referral. */
  readonly from: readonly ReferralStatus[];
  readonly to: ReferralStatus;
  readonly by: readonly Party[];
  readonly event: ReferralEventKind;
  /** For an act whose target depends on the outcome: the outcomes that lead here. */
  readonly outcomes?: readonly ReferralOutcome[];
  /**
   * What becomes of the receiver's sharing: it begins with the identity, the agreed scope is opened, or all
   * access ends.
   */
  readonly sharing?: 'BEGIN' | 'OPEN' | 'END';
  /** The act leaves this referral as it is, and makes another, which gets the status. */
  readonly another?: true;
}

const answerable = ['REQUESTED', 'IN_REVIEW', 'WAITLISTED'] as const;
/**
 * Sent, and neither accepted nor declined: `answeredAt` is null, coordinators see it as unanswered, and the committee's
 * figures count it as still waiting. A place on the waiting list is no answer: the person has no yes and no no.
 */
export const unansweredStatuses = [...answerable, 'INFO_REQUESTED'] as const;
const takenOn = ['ACCEPTED', 'IN_PROGRESS', 'ON_HOLD'] as const;
const open = ['DRAFT', ...unansweredStatuses, ...takenOn] as const;
const ended = ['COMPLETED', 'NOT_COMPLETED', 'DECLINED', 'CANCELLED', 'EXPIRED'] as const;

/** How a draft begins. */
export const drafting: Transition = {
  act: 'DRAFT',
  from: [],
  to: 'DRAFT',
  by: ['SENDER'],
  event: 'DRAFTED',
};

/** How a referral begins that is sent in one step, and what becomes of a draft. */
export const sending: Transition = {
  act: 'SEND',
  from: ['DRAFT'],
  to: 'REQUESTED',
  by: ['SENDER'],
  event: 'SENT',
  sharing: 'BEGIN',
};

/**
 * The life of a referral: the only place that knows it. Acts, `viewerCan`, tests and documentation
 * read this table; a new act is a row here and a command (`referralCommand`).
 */
export const lifecycle: readonly Transition[] = [
  drafting,
  { act: 'CHANGE_DRAFT', from: ['DRAFT'], to: 'DRAFT', by: ['SENDER'], event: 'DRAFT_CHANGED' },
  sending,
  { act: 'REVIEW', from: ['REQUESTED'], to: 'IN_REVIEW', by: ['RECEIVER'], event: 'REVIEWED' },
  {
    act: 'REQUEST_INFO',
    from: ['REQUESTED', 'IN_REVIEW'],
    to: 'INFO_REQUESTED',
    by: ['RECEIVER'],
    event: 'INFO_REQUESTED',
  },
  { act: 'REPLY', from: ['INFO_REQUESTED'], to: 'IN_REVIEW', by: ['SENDER'], event: 'REPLIED' },
  {
    act: 'WAITLIST',
    from: ['REQUESTED', 'IN_REVIEW'],
    to: 'WAITLISTED',
    by: ['RECEIVER'],
    event: 'WAITLISTED',
  },
  {
    act: 'ACCEPT',
    from: answerable,
    to: 'ACCEPTED',
    by: ['RECEIVER'],
    event: 'ACCEPTED',
    sharing: 'OPEN',
  },
  {
    act: 'DECLINE',
    from: answerable,
    to: 'DECLINED',
    by: ['RECEIVER'],
    event: 'DECLINED',
    sharing: 'END',
  },
  { act: 'START', from: ['ACCEPTED'], to: 'IN_PROGRESS', by: ['RECEIVER'], event: 'STARTED' },
  { act: 'HOLD', from: ['IN_PROGRESS'], to: 'ON_HOLD', by: ['RECEIVER'], event: 'HELD' },
  { act: 'RESUME', from: ['ON_HOLD'], to: 'IN_PROGRESS', by: ['RECEIVER'], event: 'RESUMED' },
  {
    act: 'COMPLETE',
    from: takenOn,
    to: 'COMPLETED',
    by: ['RECEIVER'],
    event: 'COMPLETED',
    outcomes: ['SERVICE_RECEIVED'],
  },
  {
    act: 'COMPLETE',
    from: takenOn,
    to: 'NOT_COMPLETED',
    by: ['RECEIVER'],
    event: 'NOT_COMPLETED',
    outcomes: ['NO_HELP_AVAILABLE', 'UNREACHABLE', 'DROPPED_OUT', 'REFERRED_ELSEWHERE'],
  },
  {
    act: 'CANCEL',
    from: open,
    to: 'CANCELLED',
    by: ['SENDER', 'SYSTEM'],
    event: 'CANCELLED',
    sharing: 'END',
  },
  { act: 'CANCEL', from: takenOn, to: 'CANCELLED', by: ['RECEIVER'], event: 'CANCELLED', sharing: 'END' },
  {
    act: 'EXPIRE',
    from: ['REQUESTED', 'IN_REVIEW', 'INFO_REQUESTED'],
    to: 'EXPIRED',
    by: ['SYSTEM'],
    event: 'EXPIRED',
    sharing: 'END',
  },
  {
    act: 'ENTER_IN_ERROR',
    from: [...open, ...ended],
    to: 'ENTERED_IN_ERROR',
    by: ['SENDER'],
    event: 'ENTERED_IN_ERROR',
    sharing: 'END',
  },
  {
    act: 'ENTER_IN_ERROR',
    from: [...unansweredStatuses, ...takenOn, ...ended],
    to: 'ENTERED_IN_ERROR',
    by: ['COORDINATOR'],
    event: 'ENTERED_IN_ERROR',
    sharing: 'END',
  },
  {
    act: 'REFER_AGAIN',
    from: [...ended, 'ENTERED_IN_ERROR'],
    to: 'REQUESTED',
    by: ['SENDER'],
    event: 'SENT',
    sharing: 'BEGIN',
    another: true,
  },
];

/** The states in which nothing more becomes of a referral, except that it was an error. */
export const closedStatuses: readonly ReferralStatus[] = (
  Object.keys(ReferralStatus) as ReferralStatus[]
).filter((status) => !(open as readonly ReferralStatus[]).includes(status));

/** The change that `act` makes from `status` when `party` does it, or undefined when it may not. */
export function transition(
  act: LifecycleAct,
  status: ReferralStatus,
  party: Party,
  outcome?: ReferralOutcome,
): Transition | undefined {
  return lifecycle.find(
    (row) =>
      row.act === act &&
      row.from.includes(status) &&
      row.by.includes(party) &&
      (!row.outcomes || (outcome !== undefined && row.outcomes.includes(outcome))),
  );
}

/** The acts that `party` may do on a referral in `status`, in the order of the table. */
export function actsOf(party: Party, status: ReferralStatus): ReferralAction[] {
  const acts = lifecycle
    .filter((row) => row.by.includes(party) && row.from.includes(status))
    .map(({ act }) => act)
    .filter((act): act is ReferralAction => act in ReferralAction);
  return [...new Set(acts)];
}
