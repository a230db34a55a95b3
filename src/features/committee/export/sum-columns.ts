import type { Language, Text } from '../../../i18n.js';
import { type ActivitySum, partnersIn } from '../figures/activity-sum.js';
import { containedIn, insteadOfReported, sumWords } from '../words.js';
import type { Cell } from './csv.js';

export const margin: Text = { fr: 'Marge (95 %)', en: 'Margin (95 %)' };

/** The columns of sums with partners' systems: the sum, its margin, what it contains, and the figure of each partner. */
export class SumColumns {
  readonly #partners: readonly string[];

  /**
   * @param sums all sums of the table; without any, there are no columns
   * @param names the partners' names by key
   */
  constructor(
    sums: readonly ActivitySum[],
    private readonly names: ReadonlyMap<string, string>,
    private readonly language: Language,
  ) {
    this.#partners = partnersIn(sums);
  }

  /** The header. @param figure the name of the figure that is added */
  header(figure: string): string[] {
    if (this.#partners.length === 0) return [];
    const { language, names } = this;
    return [
      `${figure}, ${sumWords.with[language]}`,
      margin[language],
      sumWords.contains[language],
      ...this.#partners.map((partner) => `${figure}, ${names.get(partner) ?? ''}`),
    ];
  }

  /** The cells of a sum; empty ones without a sum. */
  cells(sum: ActivitySum | null | undefined): Cell[] {
    if (this.#partners.length === 0) return [];
    if (!sum) return [null, null, null, ...this.#partners.map(() => null)];
    return [
      sum.value,
      sum.margin,
      containedIn(sum)[this.language],
      ...this.#partners.map((partner) => this.reported(sum, partner)),
    ];
  }

  private reported({ partners }: ActivitySum, partner: string): Cell {
    const report = partners.find((it) => it.partner === partner);
    if (!report) return null;
    return report.state === 'REPORTED' ? report.value : insteadOfReported[report.state][this.language];
  }
}
