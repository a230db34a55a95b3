import { today } from '../../lib/dates.js';
import type { DirectAction } from './action-mutations.js';

/** What the user fills in for an action: fields of its input, with their first values. */
export type ActionFields = Readonly<Record<string, string>>;

/** The fields of each action; actions that are missing have none. */
const fields: Partial<Record<DirectAction, () => ActionFields>> = {
  DECLINE: () => ({ reason: 'NO_CAPACITY', side: 'PROVIDER', comment: '' }),
  CANCEL: () => ({ reason: '' }),
  COMPLETE: () => ({ outcome: 'SERVICE_RECEIVED', comment: '' }),
  ENTER_IN_ERROR: () => ({ reason: '' }),
  HOLD: () => ({ reason: '' }),
  RESUME: () => ({ reason: '' }),
  REQUEST_INFO: () => ({ message: '' }),
  REPLY: () => ({ reply: '' }),
  START: () => ({ firstContactOn: today() }),
};

export function fieldsOf(action: DirectAction): ActionFields {
  return fields[action]?.() ?? {};
}

/** The fields that may stay empty. */
const optional = ['comment'];

export function neededOf(values: ActionFields): string[] {
  return Object.keys(values).filter((name) => !optional.includes(name));
}

/** The input of an action's mutation. An optional field that is empty is left out. */
export function inputOf(
  referral: { readonly id: string; readonly version: number },
  values: ActionFields,
): object {
  const given = Object.entries(values).filter(([name, value]) => value.trim() || !optional.includes(name));
  return { referral: referral.id, expectedVersion: referral.version, ...Object.fromEntries(given) };
}
