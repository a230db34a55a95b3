import { closedSet } from '../graphql/enum.js';

export const ReferralStatus = closedSet('ReferralStatus', 'Where a referral stands.', {
  DRAFT: 'Being written; the receiver does not see it.',
  REQUESTED: 'Sent, not answered yet.',
  IN_REVIEW: 'The receiver is looking into it.',
  INFO_REQUESTED: 'The receiver asked the sender for something.',
  WAITLISTED: 'On the receiver’s waiting list.',
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
  ACCEPT: 'Take the person on.',
  DECLINE: 'Say no, with a reason.',
  START: 'Record the first contact with the person.',
  COMPLETE: 'Say how it ended.',
  CANCEL: 'Call it off, with a reason.',
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
  SENT: 'It was sent.',
  ACCEPTED: 'It was accepted.',
  DECLINED: 'It was declined.',
  STARTED: 'The receiver met the person.',
  COMPLETED: 'It ended with the service.',
  NOT_COMPLETED: 'It ended without the service.',
  CANCELLED: 'It was called off.',
});
export type ReferralEventKind = keyof typeof ReferralEventKind;

/** Who acts on a referral. `SYSTEM` acts for a person who withdraws, and for time that has passed. */
export type Party = 'SENDER' | 'RECEIVER' | 'SYSTEM';

/** One legal change of a referral. */
export interface Transition {
  /** `SEND` makes the referral; every other act needs one. */
  readonly act: ReferralAction | 'SEND';
  readonly from: readonly ReferralStatus[];
  readonly to: ReferralStatus;
  readonly by: readonly Party[];
  readonly event: ReferralEventKind;
  /** For an act whose target depends on the outcome: the outcomes that lead here. */
  readonly outcomes?: readonly ReferralOutcome[];
  /** What becomes of the receiver's sharing: the agreed scope is opened, or all access ends. */
  readonly sharing?: 'OPEN' | 'END';
}

const awaitingAnswer = ['REQUESTED', 'IN_REVIEW', 'WAITLISTED'] as const;
const takenOn = ['ACCEPTED', 'IN_PROGRESS', 'ON_HOLD'] as const;
const open = ['DRAFT', ...awaitingAnswer, 'INFO_REQUESTED', ...takenOn] as const;

/**
 * The life of a referral: the only place that knows it. Acts, `viewerCan`, tests and documentation
 * read this table; a new act is a row here and an input.
 */
export const lifecycle: readonly Transition[] = [
  { act: 'SEND', from: ['DRAFT'], to: 'REQUESTED', by: ['SENDER'], event: 'SENT' },
  {
    act: 'ACCEPT',
    from: awaitingAnswer,
    to: 'ACCEPTED',
    by: ['RECEIVER'],
    event: 'ACCEPTED',
    sharing: 'OPEN',
  },
  {
    act: 'DECLINE',
    from: awaitingAnswer,
    to: 'DECLINED',
    by: ['RECEIVER'],
    event: 'DECLINED',
    sharing: 'END',
  },
  { act: 'START', from: ['ACCEPTED'], to: 'IN_PROGRESS', by: ['RECEIVER'], event: 'STARTED' },
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
];

/** The states in which nothing more can happen to a referral. */
export const closedStatuses: readonly ReferralStatus[] = (
  Object.keys(ReferralStatus) as ReferralStatus[]
).filter((status) => !(open as readonly ReferralStatus[]).includes(status));

/** The change that `act` makes from `status` when `party` does it, or undefined when it may not. */
export function transition(
  act: Transition['act'],
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
    .flatMap((row) => (row.act === 'SEND' ? [] : [row.act]));
  return [...new Set(acts)];
}
