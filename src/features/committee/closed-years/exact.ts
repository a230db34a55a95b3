import { type IndicatorKey, registry } from '../../indicators/index.js';
import { type Figure, hidden, shown } from '../measures/figure.js';
import { indicatorPlaces } from '../measures/indicator-places.js';
import { isDominatedFor, isWithheldFor, withholdParts } from './suppression.js';
import type { YearFigure } from './year-figure.js';

/** The exact figure of an indicator, with the number of which it is a part. */
export interface ExactFigure extends Figure {
  readonly denominator: number | null;
}

/** The protected exact figures of indicators: by indicator, then by partner; an empty key stands for the whole town. */
export type ExactFigures = Readonly<Partial<Record<IndicatorKey, Readonly<Record<string, ExactFigure>>>>>;

/**
 * Protects the exact figures of an indicator: withholds small figures, and further ones of which they could be
 * computed.
 * @param accompanying the keys of the partners that accompany persons
 */
export function protectExact(
  key: IndicatorKey,
  rows: readonly YearFigure[],
  partners: readonly string[],
  accompanying: readonly string[],
): Readonly<Record<string, ExactFigure>> {
  const { partner, isExactOnlyInTotal } = indicatorPlaces[key];
  const ofTown = rows.find(({ partner_id }) => partner_id === null);
  const parts = partner && !isExactOnlyInTotal ? partners : [];
  const applying = parts.filter((id) => accompanying.includes(id));
  const byPartner = new Map(rows.map((row) => [row.partner_id, row]));
  const measured = applying.map((id) => byPartner.get(id));
  // Partners that are not in the release, or accompany nobody any more, stand in the total without a figure of theirs.
  const others = partner && !isExactOnlyInTotal ? rowsOfOthers(rows, applying) : [];
  const withheld = withholdParts(key, ofTown, measured, others);
  const figures = new Map<string, ExactFigure>([['', exactFigure(key, ofTown, isWithheldFor(key, ofTown))]]);
  for (const [index, id] of applying.entries()) {
    figures.set(id, exactFigure(key, measured[index], withheld.has(index)));
  }
  return Object.fromEntries(figures);
}

function rowsOfOthers(rows: readonly YearFigure[], partners: readonly string[]): YearFigure[] {
  return rows.filter(({ partner_id: id }) => id !== null && !partners.includes(id));
}

function exactFigure(key: IndicatorKey, row: YearFigure | undefined, withheld: boolean): ExactFigure {
  if (!row || withheld) {
    return { ...hidden(row && isDominatedFor(key, row) ? 'DOMINATED' : 'WITHHELD'), denominator: null };
  }
  const value = valueIn(key, row);
  if (value === null) return { ...hidden('NOT_REACHED'), denominator: null };
  // With its denominator, a rounded rate would give the exact number of the persons in it.
  const isWhole = registry[key].kind !== 'RATE' && row.denominator !== null;
  const denominator = isWhole ? Math.round(row.denominator) : null;
  return { ...shown(value, 0), denominator };
}

function valueIn(key: IndicatorKey, { numerator, denominator, quantiles }: YearFigure): number | null {
  switch (registry[key].kind) {
    case 'COUNT':
      return numerator;
    case 'HOURS':
      return key === 'CLAUSE_HOURS_RATE'
        ? Math.round((numerator / (denominator || Number.NaN)) * 100) / 100 || null
        : Math.round(numerator);
    case 'RATE':
      return Math.round((numerator / (denominator ?? Number.NaN)) * 100) / 100;
    case 'MEDIAN':
      return quantiles?.[(quantiles.length - 1) / 2] ?? null;
  }
}
