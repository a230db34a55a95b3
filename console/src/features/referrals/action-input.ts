import type { DeclineReason, DeclineSide, ReferralOutcome } from '../../hub/gql/enums.js';
import type { DirectAction } from './action-mutations.js';

/** What the user has filled in, for whichever action. */
export interface ActionFields {
  readonly text: string;
  readonly side: DeclineSide;
  readonly reason: DeclineReason;
  readonly outcome: ReferralOutcome;
  readonly date: string;
}

/** The text field of each action, and whether it may be empty; actions that are missing have no text. */
export const textOf: Partial<
  Record<
    DirectAction,
    { readonly field: 'reason' | 'comment' | 'message' | 'reply'; readonly isOptional?: true }
  >
> = {
  DECLINE: { field: 'comment', isOptional: true },
  CANCEL: { field: 'reason' },
  COMPLETE: { field: 'comment', isOptional: true },
  ENTER_IN_ERROR: { field: 'reason' },
  HOLD: { field: 'reason' },
  RESUME: { field: 'reason' },
  REQUEST_INFO: { field: 'message' },
  REPLY: { field: 'reply' },
};

/** The input of an action's mutation. */
export function inputOf(
  action: DirectAction,
  referral: { readonly id: string; readonly version: number },
  fields: ActionFields,
  confirmWording: boolean,
): object {
  const text = textOf[action];
  return {
    referral: referral.id,
    expectedVersion: referral.version,
    ...(text && (fields.text || !text.isOptional) && { [text.field]: fields.text }),
    ...(text && { confirmWording }),
    ...(action === 'DECLINE' && { side: fields.side, reason: fields.reason }),
    ...(action === 'COMPLETE' && { outcome: fields.outcome }),
    ...(action === 'START' && { firstContactOn: fields.date }),
  };
}
