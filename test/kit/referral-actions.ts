import { randomUUID } from 'node:crypto';
import { referrals } from '../../src/features/referrals/index.js';
import type { ReferralAction } from '../../src/features/referrals/lifecycle.js';
import { mutationsByAction } from '../../src/features/referrals/referral-command.js';
import type { Client, Data } from './client.js';
import { type CommandName, runCommand } from './commands.js';
import { daysAgo } from './days.js';

const reason = { reason: 'Something came up' };
const agreement = {
  agreedOn: daysAgo(0),
  method: 'ORAL',
  confirmAlreadyReferred: true,
  agreedAfterWithdrawal: true,
};

const mutations = mutationsByAction(referrals.commands ?? []);

/** Number of CHANGE_DRAFT inputs so far. */
let draftChanges = 0;

/** Further input fields of each action on a referral, besides the referral and its version. */
const furtherInput: Record<ReferralAction, () => Data> = {
  // A new purpose each time, because the same value is not a change.
  CHANGE_DRAFT: () => ({ purpose: `Help with a better job, attempt ${++draftChanges}` }),
  SEND: () => agreement,
  REVIEW: () => ({}),
  REQUEST_INFO: () => ({ message: 'Since when?' }),
  REPLY: () => ({ reply: 'Since May' }),
  WAITLIST: () => ({}),
  ACCEPT: () => ({}),
  DECLINE: () => ({ side: 'PERSON', reason: 'NOT_INTERESTED' }),
  START: () => ({ firstContactOn: daysAgo(0) }),
  HOLD: () => reason,
  RESUME: () => reason,
  COMPLETE: () => ({ outcome: 'SERVICE_RECEIVED' }),
  CANCEL: () => reason,
  ENTER_IN_ERROR: () => reason,
  REFER_AGAIN: () => ({ ...agreement, idempotencyKey: randomUUID() }),
};

/** The command of an action on a referral, with a valid input. */
export function actionCommand(
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
export async function performActions(
  referral: string,
  version: number,
  ...actions: readonly (readonly [Client, ReferralAction])[]
): Promise<number> {
  let currentVersion = version;
  for (const [client, action] of actions) {
    await runCommand(client, ...actionCommand(action, referral, currentVersion));
    currentVersion += 1;
  }
  return currentVersion;
}
