import { randomUUID } from 'node:crypto';
import { referrals } from '../../src/features/referrals/index.js';
import type { ReferralAction } from '../../src/features/referrals/lifecycle.js';
import { mutationsByAct } from '../../src/features/referrals/referral-command.js';
import { type ActName, done } from './acts.js';
import type { Client, Data } from './client.js';
import { daysAgo } from './days.js';

const because = { reason: 'Something came up' };
const agreed = {
  agreedOn: daysAgo(0),
  method: 'ORAL',
  confirmAlreadyReferred: true,
  agreedAfterWithdrawal: true,
};

const mutations = mutationsByAct(referrals.commands ?? []);

/** Number of changes to drafts so far. */
let drafts = 0;

/** Further input fields of each act on a referral, besides the referral and its version. */
const furtherInput: Record<ReferralAction, () => Data> = {
  // A new purpose each time, because the same value is not a change.
  CHANGE_DRAFT: () => ({ purpose: `Help with a better job, attempt ${++drafts}` }),
  SEND: () => agreed,
  REVIEW: () => ({}),
  REQUEST_INFO: () => ({ message: 'Since when?' }),
  REPLY: () => ({ reply: 'Since May' }),
  WAITLIST: () => ({}),
  ACCEPT: () => ({}),
  DECLINE: () => ({ side: 'PERSON', reason: 'NOT_INTERESTED' }),
  START: () => ({ firstContactOn: daysAgo(0) }),
  HOLD: () => because,
  RESUME: () => because,
  COMPLETE: () => ({ outcome: 'SERVICE_RECEIVED' }),
  CANCEL: () => because,
  ENTER_IN_ERROR: () => because,
  REFER_AGAIN: () => ({ ...agreed, idempotencyKey: randomUUID() }),
};

/** The mutation of an act on a referral, and a valid input. */
export function call(
  act: ReferralAction,
  referral: string,
  expectedVersion: number,
  changes: Data = {},
): [ActName, Data] {
  return [mutations.get(act) as ActName, { referral, expectedVersion, ...furtherInput[act](), ...changes }];
}

/**
 * Performs acts on a referral one after the other, each with its client.
 * @returns the version after the last act
 */
export async function walk(
  referral: string,
  version: number,
  ...acts: readonly (readonly [Client, ReferralAction])[]
): Promise<number> {
  let now = version;
  for (const [client, act] of acts) {
    await done(client, ...call(act, referral, now));
    now += 1;
  }
  return now;
}
