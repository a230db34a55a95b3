import type { IndicatorKey } from '../../indicators/index.js';

/** A row of `facts.year_figures`. */
export interface YearFigure {
  readonly key: IndicatorKey;
  readonly partner_id: string | null;
  readonly numerator: number;
  readonly denominator: number | null;
  readonly people: number;
  readonly base: number;
  readonly companies: number | null;
  /** The share of the hours of the company with the most hours. */
  readonly top_company: number | null;
  readonly quantiles: readonly (number | null)[] | null;
}
