import { describe, expect, it } from '@jest/globals';
import { type GraphQLInputObjectType, getNullableType, isRequiredInputField } from 'graphql';
import { referrals } from '../../src/features/referrals/index.js';
import {
  actionsOf,
  closedStatuses,
  type LifecycleAction,
  lifecycle,
  type Party,
  ReferralAction,
  ReferralOutcome,
  ReferralStatus,
  transition,
} from '../../src/features/referrals/lifecycle.js';
import { mutationsByAction } from '../../src/features/referrals/referral-command.js';
import { endWords } from '../../src/http/pages/data-subject-rights/words.js';
import { schema } from '../kit/schema.js';

const statuses = Object.keys(ReferralStatus) as ReferralStatus[];
const actions = [...new Set(lifecycle.map(({ action }) => action))];
const mutations = mutationsByAction(referrals.commands ?? []);
const outcomes = [undefined, ...(Object.keys(ReferralOutcome) as ReferralOutcome[])];
const parties: Party[] = ['SENDER', 'RECEIVER', 'COORDINATOR', 'SYSTEM'];

const answerable = ['REQUESTED', 'IN_REVIEW', 'WAITLISTED'];
const takenOn = ['ACCEPTED', 'IN_PROGRESS', 'ON_HOLD'];
const open = ['DRAFT', ...answerable, 'INFO_REQUESTED', ...takenOn];
const ended = ['COMPLETED', 'NOT_COMPLETED', 'DECLINED', 'CANCELLED', 'EXPIRED'];

/** The required input fields of an action, besides the referral and the version that the caller read. */
const needs: Readonly<Partial<Record<LifecycleAction, readonly string[]>>> = {
  DRAFT: ['beneficiary', 'to', 'purpose'],
  CHANGE_DRAFT: [],
  SEND: ['agreedOn', 'method'],
  REVIEW: [],
  REQUEST_INFO: ['message'],
  REPLY: ['reply'],
  WAITLIST: [],
  ACCEPT: [],
  DECLINE: ['side', 'reason'],
  START: ['firstContactOn'],
  HOLD: ['reason'],
  RESUME: ['reason'],
  COMPLETE: ['outcome'],
  CANCEL: ['reason'],
  ENTER_IN_ERROR: ['reason'],
  REFER_AGAIN: ['agreedOn', 'method'],
};

/** The designed lifecycle, written out: `action party from → to`. */
const designed = [
  'CHANGE_DRAFT SENDER DRAFT → DRAFT',
  'SEND SENDER DRAFT → REQUESTED',
  'REVIEW RECEIVER REQUESTED → IN_REVIEW',
  'REQUEST_INFO RECEIVER REQUESTED → INFO_REQUESTED',
  'REQUEST_INFO RECEIVER IN_REVIEW → INFO_REQUESTED',
  'REPLY SENDER INFO_REQUESTED → IN_REVIEW',
  'WAITLIST RECEIVER REQUESTED → WAITLISTED',
  'WAITLIST RECEIVER IN_REVIEW → WAITLISTED',
  ...answerable.flatMap((from) => [
    `ACCEPT RECEIVER ${from} → ACCEPTED`,
    `DECLINE RECEIVER ${from} → DECLINED`,
  ]),
  'START RECEIVER ACCEPTED → IN_PROGRESS',
  'HOLD RECEIVER IN_PROGRESS → ON_HOLD',
  'RESUME RECEIVER ON_HOLD → IN_PROGRESS',
  ...takenOn.flatMap((from) => [
    `COMPLETE RECEIVER ${from} → COMPLETED`,
    `COMPLETE RECEIVER ${from} → NOT_COMPLETED`,
    `CANCEL RECEIVER ${from} → CANCELLED`,
  ]),
  ...open.flatMap((from) => [`CANCEL SENDER ${from} → CANCELLED`, `CANCEL SYSTEM ${from} → CANCELLED`]),
  ...['REQUESTED', 'INFO_REQUESTED', 'IN_REVIEW'].map((from) => `EXPIRE SYSTEM ${from} → EXPIRED`),
  ...[...open, ...ended].map((from) => `ENTER_IN_ERROR SENDER ${from} → ENTERED_IN_ERROR`),
  // A coordinator does not see drafts.
  ...[...open, ...ended]
    .filter((from) => from !== 'DRAFT')
    .map((from) => `ENTER_IN_ERROR COORDINATOR ${from} → ENTERED_IN_ERROR`),
  ...[...ended, 'ENTERED_IN_ERROR'].map((from) => `REFER_AGAIN SENDER ${from} → REQUESTED`),
];

describe('the lifecycle of referrals', () => {
  it('equals the designed table', () => {
    const present = lifecycle.flatMap(({ action, by, from, to }) =>
      by.flatMap((party) => from.map((status) => `${action} ${party} ${status} → ${to}`)),
    );
    expect(present.sort()).toEqual(designed.sort());
  });

  it('allows only ENTER_IN_ERROR to change a closed referral; every other state can be left', () => {
    expect([...closedStatuses].sort()).toEqual(
      ['CANCELLED', 'COMPLETED', 'DECLINED', 'ENTERED_IN_ERROR', 'EXPIRED', 'NOT_COMPLETED'].sort(),
    );
    for (const status of statuses) {
      const leaves = lifecycle.some(
        ({ action, from, another }) => action !== 'ENTER_IN_ERROR' && !another && from.includes(status),
      );
      expect([status, leaves]).toEqual([status, !closedStatuses.includes(status)]);
    }
  });

  it('reaches every state', () => {
    const reached = new Set<ReferralStatus>(['DRAFT']);
    for (let size = 0; size < reached.size; ) {
      size = reached.size;
      for (const { from, to } of lifecycle) if (from.some((it) => reached.has(it))) reached.add(to);
    }
    expect(statuses.filter((it) => !reached.has(it))).toEqual([]);
  });

  it('has at most one transition for an action, a state, a party and an outcome', () => {
    for (const action of actions) {
      for (const status of statuses) {
        for (const party of parties) {
          for (const outcome of outcomes.slice(1) as ReferralOutcome[]) {
            const rows = lifecycle.filter(
              (row) =>
                row.action === action &&
                row.from.includes(status) &&
                row.by.includes(party) &&
                (row.outcomes?.includes(outcome) ?? true),
            );
            expect(rows.length).toBeLessThanOrEqual(1);
            expect(transition(action, status, party, outcome)).toBe(rows[0]);
          }
        }
      }
    }
  });

  it('actsOf returns exactly the actions that a party may do', () => {
    for (const status of statuses) {
      for (const party of parties) {
        const possible = Object.keys(ReferralAction).filter((command) =>
          outcomes.some((outcome) => transition(command as ReferralAction, status, party, outcome)),
        );
        expect(new Set(actionsOf(party, status))).toEqual(new Set(possible));
        expect(actionsOf(party, status)).toHaveLength(possible.length);
      }
    }
  });

  it('COMPLETE requires an outcome, and each outcome leads to one state', () => {
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

  it('begins the sharing at the sending, extends it at the acceptance, and ends it at decline, cancellation, expiry and error', () => {
    const expected: Partial<Record<ReferralStatus, string>> = {
      REQUESTED: 'BEGIN',
      ACCEPTED: 'OPEN',
      DECLINED: 'END',
      CANCELLED: 'END',
      EXPIRED: 'END',
      ENTERED_IN_ERROR: 'END',
    };
    for (const { to, sharing, event } of lifecycle) {
      expect([to, sharing]).toEqual([to, expected[to]]);
      // The person can read why the sharing ended, so each end reason must have a text.
      if (sharing === 'END')
        expect([event, Object.keys(endWords)]).toEqual([
          event,
          expect.arrayContaining([event.toLowerCase()]),
        ]);
    }
  });

  it.each(Object.entries(needs) as [LifecycleAction, string[]][])(
    '%s has the expected required input fields',
    (action, own) => {
      const [input] = schema.getMutationType()?.getFields()[mutations.get(action) as string]?.args ?? [];
      const fields = (getNullableType(input?.type) as GraphQLInputObjectType).getFields();
      const required = Object.values(fields).filter(isRequiredInputField);
      const making = action === 'DRAFT' || action === 'REFER_AGAIN' ? ['idempotencyKey'] : [];
      const named = action === 'DRAFT' ? [] : ['referral', 'expectedVersion'];
      expect(required.map(({ name }) => name).sort()).toEqual([...making, ...named, ...own].sort());
      // An input with a text that the other side reads must have `confirmWording`.
      const writes = Object.values(fields).some(({ type }) => String(getNullableType(type)) === 'String');
      expect(['confirmWording' in fields, action]).toEqual([writes, action]);
    },
  );

  it('has a mutation for every action that a member may do, and for no other', () => {
    const offered = lifecycle
      .filter(({ by }) => by.some((party) => party !== 'SYSTEM'))
      .map(({ action }) => action);
    expect(new Set(offered)).toEqual(new Set(mutations.keys()));
    const shown = actions.filter((action) => action !== 'DRAFT' && mutations.has(action));
    expect(new Set(Object.keys(needs))).toEqual(new Set(mutations.keys()));
    expect(new Set(Object.keys(ReferralAction))).toEqual(new Set(shown));
  });
});
