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

/** How often a draft was changed. */
let drafts = 0;

/** What the input of each act on a referral brings besides the referral and its version. */
const brought: Record<ReferralAction, () => Data> = {
  // Another one each time: what says the same is no change.
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

/** An act on a referral as it is called: the mutation, and an input that is right. */
export function call(
  act: ReferralAction,
  referral: string,
  expectedVersion: number,
  changes: Data = {},
): [ActName, Data] {
  return [mutations.get(act) as ActName, { referral, expectedVersion, ...brought[act](), ...changes }];
}

/**
 * Does acts on a referral, one after the other, each by the client beside it.
 * @returns the version after them
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
