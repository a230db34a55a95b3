import type { Command } from './command.js';

/** A feature's work when a person withdraws, in the same transaction. */
export interface WithdrawalHandler {
  /** Called before a sharing that came from a referral is ended. */
  ofReferral(command: Command, referralId: string): Promise<void>;
  /** Called before all access of a partner to a person is ended. */
  fromPartner(command: Command, person: string, partner: string): Promise<void>;
}

let registered: readonly WithdrawalHandler[] = [];

/** Registers the handlers of all features. Called once, where the features are listed. */
export function registerWithdrawalHandlers(handlers: readonly WithdrawalHandler[]): void {
  registered = handlers;
}

export function withdrawalHandlers(): readonly WithdrawalHandler[] {
  return registered;
}
