import type { Command } from './command.js';

/** What a feature does when a person withdraws, in the same transaction. */
export interface WithdrawalHandler {
  /** Before a sharing that a referral gave is ended. */
  ofReferral(command: Command, referralId: string): Promise<void>;
  /** Before all that a partner may see of a person is ended. */
  fromPartner(command: Command, person: string, partner: string): Promise<void>;
}

let registered: readonly WithdrawalHandler[] = [];

/** The handlers of all features. Set once, where the features are listed. */
export function registerWithdrawalHandlers(handlers: readonly WithdrawalHandler[]): void {
  registered = handlers;
}

export function withdrawalHandlers(): readonly WithdrawalHandler[] {
  return registered;
}
