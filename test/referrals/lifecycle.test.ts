import { describe, expect, it } from '@jest/globals';
import {
  actsOf,
  closedStatuses,
  lifecycle,
  type Party,
  ReferralAction,
  ReferralOutcome,
  ReferralStatus,
  transition,
} from '../../src/referrals/lifecycle.js';

const statuses = Object.keys(ReferralStatus) as ReferralStatus[];
const acts = ['SEND', ...(Object.keys(ReferralAction) as ReferralAction[])] as const;
const outcomes = [undefined, ...(Object.keys(ReferralOutcome) as ReferralOutcome[])];
const parties: Party[] = ['SENDER', 'RECEIVER', 'SYSTEM'];

/** DESIGN.md §4, written out for the acts that exist: `act party from → to`. */
const designed = [
  'SEND SENDER DRAFT → REQUESTED',
  ...['REQUESTED', 'IN_REVIEW', 'WAITLISTED'].flatMap((from) => [
    `ACCEPT RECEIVER ${from} → ACCEPTED`,
    `DECLINE RECEIVER ${from} → DECLINED`,
  ]),
  'START RECEIVER ACCEPTED → IN_PROGRESS',
  ...['ACCEPTED', 'IN_PROGRESS', 'ON_HOLD'].flatMap((from) => [
    `COMPLETE RECEIVER ${from} → COMPLETED`,
    `COMPLETE RECEIVER ${from} → NOT_COMPLETED`,
    `CANCEL RECEIVER ${from} → CANCELLED`,
  ]),
  ...[
    'DRAFT',
    'REQUESTED',
    'IN_REVIEW',
    'INFO_REQUESTED',
    'WAITLISTED',
    'ACCEPTED',
    'IN_PROGRESS',
    'ON_HOLD',
  ].flatMap((from) => [`CANCEL SENDER ${from} → CANCELLED`, `CANCEL SYSTEM ${from} → CANCELLED`]),
];

describe('the lifecycle of referrals', () => {
  it('is the designed one', () => {
    const present = lifecycle.flatMap(({ act, by, from, to }) =>
      by.flatMap((party) => from.map((status) => `${act} ${party} ${status} → ${to}`)),
    );
    expect(present.sort()).toEqual(designed.sort());
  });

  it('leaves no closed state, and is closed where nobody can do anything', () => {
    expect([...closedStatuses].sort()).toEqual(
      ['CANCELLED', 'COMPLETED', 'DECLINED', 'ENTERED_IN_ERROR', 'EXPIRED', 'NOT_COMPLETED'].sort(),
    );
    for (const status of statuses) {
      const leaves = lifecycle.some(({ from }) => from.includes(status));
      expect([status, leaves]).toEqual([status, !closedStatuses.includes(status)]);
    }
  });

  it('reaches every state that the present acts lead to', () => {
    const reached = new Set<ReferralStatus>(['DRAFT']);
    for (let size = 0; size < reached.size; ) {
      size = reached.size;
      for (const { from, to } of lifecycle) if (from.some((it) => reached.has(it))) reached.add(to);
    }
    const later = ['IN_REVIEW', 'INFO_REQUESTED', 'WAITLISTED', 'ON_HOLD', 'EXPIRED', 'ENTERED_IN_ERROR'];
    expect(statuses.filter((it) => !reached.has(it))).toEqual(later);
  });

  it('knows one change at most for an act, a state, a party and an outcome', () => {
    for (const act of acts) {
      for (const status of statuses) {
        for (const party of parties) {
          for (const outcome of outcomes.slice(1) as ReferralOutcome[]) {
            const rows = lifecycle.filter(
              (row) =>
                row.act === act &&
                row.from.includes(status) &&
                row.by.includes(party) &&
                (row.outcomes?.includes(outcome) ?? true),
            );
            expect(rows.length).toBeLessThanOrEqual(1);
            expect(transition(act, status, party, outcome)).toBe(rows[0]);
          }
        }
      }
    }
  });

  it('offers a party exactly the acts that it may do', () => {
    for (const status of statuses) {
      for (const party of parties) {
        const possible = Object.keys(ReferralAction).filter((act) =>
          outcomes.some((outcome) => transition(act as ReferralAction, status, party, outcome)),
        );
        expect(new Set(actsOf(party, status))).toEqual(new Set(possible));
        expect(actsOf(party, status)).toHaveLength(possible.length);
      }
    }
  });

  it('tells the outcome of a completed referral, and gives each outcome one end', () => {
    expect(transition('COMPLETE', 'ACCEPTED', 'RECEIVER')).toBeUndefined();
    const ends = outcomes.slice(1).map((it) => [it, transition('COMPLETE', 'ACCEPTED', 'RECEIVER', it)?.to]);
    expect(Object.fromEntries(ends)).toEqual({
      SERVICE_RECEIVED: 'COMPLETED',
      NO_HELP_AVAILABLE: 'NOT_COMPLETED',
      UNREACHABLE: 'NOT_COMPLETED',
      DROPPED_OUT: 'NOT_COMPLETED',
      REFERRED_ELSEWHERE: 'NOT_COMPLETED',
    });
  });

  it('opens the file at acceptance, and closes it at every refusal and cancellation', () => {
    for (const { to, sharing } of lifecycle) {
      const expected = { ACCEPTED: 'OPEN', DECLINED: 'END', CANCELLED: 'END' }[to as string];
      expect([to, sharing]).toEqual([to, expected]);
    }
  });
});
