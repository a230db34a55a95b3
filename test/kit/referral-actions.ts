import { randomUUID } from 'node:crypto';
import { referrals } from '../../src/features/referrals/index.js';
import type { ReferralAction } from '../../src/features/referrals/lifecycle.js';
import { mutationsByAction } from '../../src/features/referrals/referral-command.js';
import type { Client, Data } from './client.js';
import { type CommandName, done } from './commands.js';
import { daysAgo } from './days.js';

const because = { reason: 'Something came up' };
const agreed = {
  agreedOn: daysAgo(0),
  method: 'ORAL',
  confirmAlreadyReferred: true,
  agreedAfterWithdrawal: true,
};

const mutations = mutationsByAction(referrals.commands ?? []);

/** Number of changes to drafts so far. */
let drafts = 0;

/** Further input fields of each action on a referral, besides the referral and its version. */
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

/** The mutation of an action on a referral, and a valid input. */
export function call(
  action: ReferralAction,
  referral: string,
  expectedVersion: number,
  changes: Data = {},
): [CommandName, Data] {
  return [
    mutations.get(action) as CommandName,
    { referral, expectedVersion, ...furtherInput[action](), ...changes },
  ];
}

/**
 * Performs actions on a referral one after the other, each with its client.
 * @returns the version after the last action
 */
export async function walk(
  referral: string,
  version: number,
  ...actions: readonly (readonly [Client, ReferralAction])[]
): Promise<number> {
  let now = version;
  for (const [client, action] of actions) {
    await done(client, ...call(action, referral, now));
    now += 1;
  }
  return now;
}
