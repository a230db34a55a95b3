import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type CaseKey, cases } from './cases.js';

/** What the command line asks for. */
export interface Options {
  /** Cases a and f on a tenth of the town, with few rounds and without the growth. */
  readonly quick: boolean;
  /** Whether docs/performance.md is written: when everything is measured at full size. */
  readonly writes: boolean;
  readonly copies: number;
  readonly rounds: number;
  readonly cases: readonly CaseKey[];
  readonly connections: readonly number[];
  /** The checkouts whose hubs are measured, by the name in the tables. */
  readonly hubs: readonly { readonly name: string; readonly folder: string }[];
}

export const usage = `npm run bench -- [--quick] [--copies 100] [--rounds 5] [--cases abcdf] [--hub <checkout>]...

Writes docs/performance.md when all cases are measured at full size.

--quick    cases a and f at a tenth of the size, with few requests
--copies   how many times the persons of the demonstration town there are
--rounds   how many times each case is measured
--cases    the letters of the cases to measure
--hub      also measures the built hub of another checkout, to compare before and after`;

/** @throws Error for an argument that the bench does not know */
export function readOptions(args: readonly string[], root: string): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      copies: { type: 'string' },
      rounds: { type: 'string' },
      cases: { type: 'string' },
      hub: { type: 'string', multiple: true, default: [] },
    },
  });
  const { quick } = values;
  const letters = [...(values.cases ?? (quick ? 'af' : 'abcdf'))];
  const unknown = letters.find((it) => !(it in cases));
  if (unknown) throw new Error(`There is no case ${unknown}: choose among ${Object.keys(cases).join(', ')}.`);
  const copies = wholeNumber('copies', values.copies ?? (quick ? '10' : '100'));
  return {
    quick,
    writes: !quick && copies === 100 && letters.length === Object.keys(cases).length,
    copies,
    rounds: wholeNumber('rounds', values.rounds ?? (quick ? '3' : '5')),
    cases: letters as CaseKey[],
    connections: [16, 64],
    hubs: [
      { name: 'hub', folder: root },
      ...values.hub.map((folder) => ({
        name: `hub of ${basename(resolve(folder))}`,
        folder: resolve(folder),
      })),
    ],
  };
}

function wholeNumber(name: string, text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new Error(`--${name} must be a whole number from 1 to 9999.`);
  return Number(text);
}
