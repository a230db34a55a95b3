import type { AnyResult } from '../hub/command.js';

/** What the user confirms after the hub has refused it: the input field of each code. */
const fields = {
  WORDING: 'confirmWording',
  ALREADY_REFERRED: 'confirmAlreadyReferred',
  DECLINED_BEFORE: 'confirmDeclinedBefore',
} as const;

type Confirmable = keyof typeof fields;

/** Fields of a command's input by which the user confirms; each only after the hub has asked for it. */
export type Confirmations = { readonly [Code in Confirmable as (typeof fields)[Code]]?: true };

const isConfirmable = (code: string): code is Confirmable => code in fields;

/** The confirmations by which a refused command can be done all the same; undefined if there are none. */
export function confirmationsOf(result: AnyResult | undefined): Confirmations | undefined {
  if (result?.state !== 'refused') return undefined;
  const codes = result.refusals.map(({ code }) => code);
  if (!codes.every(isConfirmable)) return undefined;
  return Object.fromEntries(codes.map((code) => [fields[code], true]));
}
