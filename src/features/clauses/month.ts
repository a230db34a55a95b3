import { monthOf } from '../../calendar.js';
import { type Text } from '../../i18n.js';
import type { ClauseContract } from './contract.js';
import type { HoursRow } from './hours.inputs.js';
import type { HoursEntry } from './hours-entry.js';

/** The legal month of a full-time job, in hundredths of an hour. */
const legalMonth = 15_167;

/** Why a row is refused, and where in it. */
type RowReason = { readonly text: Text; readonly path: readonly string[] };

/** Why hours of that month cannot be of that contract, if they cannot. */
export function outOfTime(
  { startsOn, endsOn, lot }: ClauseContract,
  day: string,
  now: string,
): RowReason | undefined {
  const month = monthOf(day);
  const path = ['month'];
  if (month < monthOf(startsOn)) {
    return { path, text: { fr: 'Ce mois précède le contrat.', en: 'This month is before the contract.' } };
  }
  if (month > monthOf(endsOn && endsOn < lot.endsOn ? endsOn : lot.endsOn)) {
    return {
      path,
      text: { fr: 'Ce mois suit le contrat ou le lot.', en: 'This month is after the contract or the lot.' },
    };
  }
  if (month > monthOf(now)) {
    return { path, text: { fr: 'Ce mois est à venir.', en: 'This month is in the future.' } };
  }
  return undefined;
}

/** The months of contracts, with what was declared for them: before, and by the rows taken so far. */
export class Months {
  readonly #kinds = new Set<string>();
  readonly #hundredths = new Map<string, number>();

  constructor(kept: readonly HoursEntry[]) {
    for (const { contract, month, kind, hours } of kept) this.#add(`${contract.id} ${month}`, kind, hours);
  }

  /** Why the row does not fit, if it does not; otherwise it is counted. */
  take(contract: ClauseContract, { month: day, kind, hours }: HoursRow): RowReason | undefined {
    const month = `${contract.id} ${monthOf(day)}`;
    const hundredths = Math.round(hours * 100);
    if (hundredths < 1 || Math.abs(hours * 100 - hundredths) > 1e-6) {
      return {
        path: ['hours'],
        text: {
          fr: 'Il faut un nombre d’heures positif, au centième.',
          en: 'A positive number of hours is needed, to a hundredth.',
        },
      };
    }
    if (this.#kinds.has(`${month} ${kind}`)) {
      return {
        path: [],
        text: {
          fr: 'Ces heures sont déjà déclarées pour ce contrat et ce mois.',
          en: 'These hours are declared already for this contract and month.',
        },
      };
    }
    if ((this.#hundredths.get(month) ?? 0) + hundredths > legalMonth) {
      return {
        path: ['hours'],
        text: {
          fr: 'Le mois dépasserait 151,67 heures, la durée légale.',
          en: 'The month would exceed 151.67 hours, the legal duration.',
        },
      };
    }
    this.#add(month, kind, hours);
    return undefined;
  }

  #add(month: string, kind: string, hours: number): void {
    this.#kinds.add(`${month} ${kind}`);
    this.#hundredths.set(month, (this.#hundredths.get(month) ?? 0) + Math.round(Number(hours) * 100));
  }
}
