import { monthOf } from '../../calendar.js';
import { type Text } from '../../i18n.js';
import type { ClauseContract } from './contract.js';
import type { HoursRow } from './hours.inputs.js';
import type { HoursEntry } from './hours-entry.js';

/** The legal working time of a full-time month, in hundredths of an hour. */
const legalMonth = 15_167;

/** Why a row is refused, and the field of the row. */
type RowReason = { readonly text: Text; readonly path: readonly string[] };

/** Why a contract cannot have hours in a month; undefined when it can. */
export function monthRefusal(
  { startsOn, endsOn, lot }: ClauseContract,
  day: string,
  now: string,
): RowReason | undefined {
  const month = monthOf(day);
  const path = ['month'];
  if (month < monthOf(startsOn)) {
    return {
      path,
      text: {
        fr: 'Ce mois précède le contrat : choisissez un mois du contrat.',
        en: 'This month is before the contract: choose a month of the contract.',
      },
    };
  }
  if (month > monthOf(endsOn && endsOn < lot.endsOn ? endsOn : lot.endsOn)) {
    return {
      path,
      text: {
        fr: 'Ce mois suit le contrat ou le lot : choisissez un mois des deux.',
        en: 'This month is after the contract or the lot: choose a month of both.',
      },
    };
  }
  if (month > monthOf(now)) {
    return {
      path,
      text: {
        fr: 'Ce mois est dans le futur : choisissez un mois commencé.',
        en: 'This month is in the future: choose a month that has started.',
      },
    };
  }
  return undefined;
}

/** The hours of contracts by month: hours declared before, and the rows accepted so far. */
export class Months {
  readonly #kinds = new Set<string>();
  readonly #hundredths = new Map<string, number>();

  constructor(kept: readonly HoursEntry[]) {
    for (const { contract, month, kind, hours } of kept) this.#add(`${contract.id} ${month}`, kind, hours);
  }

  /** Why the row is refused; undefined when it is accepted and counted. */
  take(contract: ClauseContract, { month: day, kind, hours }: HoursRow): RowReason | undefined {
    const month = `${contract.id} ${monthOf(day)}`;
    const hundredths = Math.round(hours * 100);
    if (hundredths < 1 || Math.abs(hours * 100 - hundredths) > 1e-6) {
      return {
        path: ['hours'],
        text: {
          fr: 'Indiquez un nombre d’heures positif, avec deux décimales au plus.',
          en: 'Enter a positive number of hours with at most two decimals.',
        },
      };
    }
    if (this.#kinds.has(`${month} ${kind}`)) {
      return {
        path: [],
        text: {
          fr: 'Des heures de ce type sont déjà déclarées pour ce contrat et ce mois.',
          en: 'Hours of this kind are already declared for this contract and month.',
        },
      };
    }
    if ((this.#hundredths.get(month) ?? 0) + hundredths > legalMonth) {
      return {
        path: ['hours'],
        text: {
          fr: 'Le mois dépasserait 151,67 heures, la durée légale : réduisez les heures.',
          en: 'The month would exceed 151.67 hours, the legal working time: reduce the hours.',
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
