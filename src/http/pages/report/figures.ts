import {
  type Indicator,
  insteadOf,
  type PartnerIndicator,
  unitWords,
} from '../../../features/committee/index.js';
import { type Language, locales } from '../../../i18n.js';
import { Html, html } from './html.js';
import { words } from './words.js';

type Shown = Indicator | PartnerIndicator;
type Unit = Indicator['unit'];

/** Writes the figures of a report. */
export class Figures {
  readonly #numbers: Intl.NumberFormat;
  readonly #shares: Intl.NumberFormat;

  constructor(private readonly language: Language) {
    this.#numbers = new Intl.NumberFormat(locales[language], { maximumFractionDigits: 2 });
    this.#shares = new Intl.NumberFormat(locales[language], { style: 'percent' });
  }

  number(value: number | null, unit?: Unit): string {
    return value === null ? '–' : (unit === 'RATIO' ? this.#shares : this.#numbers).format(value);
  }

  /** The value with its margin, or the words in its place. */
  figure({ state, value, margin }: Shown, unit: Unit): Html {
    if (state !== 'SHOWN') return html`<em>${insteadOf[state][this.language]}</em>`;
    return this.withMargin({ value, margin }, unit);
  }

  /** A value with its margin, if it has one. */
  withMargin({ value, margin }: Pick<Shown, 'value' | 'margin'>, unit: Unit): Html {
    return html`${this.number(value, unit)}${margin ? html` <small>${this.#margin(margin, unit)}</small>` : null}`;
  }

  /** The unit after a shown value, where the label does not say it. */
  unitOf({ state, unit }: Indicator): string {
    return state === 'SHOWN' && unit !== 'RATIO' && unit !== 'COUNT'
      ? ` ${unitWords[unit][this.language]}`
      : '';
  }

  #margin(margin: number, unit: Unit): string {
    if (unit !== 'RATIO') return `± ${this.#numbers.format(margin)}`;
    return `± ${this.#numbers.format(Math.round(margin * 100))} ${words.points[this.language]}`;
  }
}

/** Whether a figure is shown with a margin. */
export function hasMargin({ state, margin }: Shown): boolean {
  return state === 'SHOWN' && Boolean(margin);
}
