/** The closed lists that a question can be broken down or filtered by. */
export type DimensionName =
  | 'YEAR'
  | 'HALF_YEAR'
  | 'QUARTER'
  | 'MONTH'
  | 'PARTNER'
  | 'FROM_PARTNER'
  | 'TO_PARTNER'
  | 'DISTRICT'
  | 'AGE_BAND'
  | 'STATUS'
  | 'OUTCOME_CLASS'
  | 'DECLINE_REASON'
  | 'COMPANY';

export interface Dimension {
  readonly name: DimensionName;
  /** All values of the closed list. Times have the form 2026, 2026-H1, 2026-Q1 or 2026-03. */
  readonly domain: readonly string[];
  /** The values that the filter keeps; all values when absent. */
  readonly only?: readonly string[];
}

/** Whole calendar months, including both ends: 2026-01 to 2026-12. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

export type MeasureKind = 'PEOPLE' | 'COUNT' | 'HOURS' | 'RATE' | 'MEDIAN';

export interface Measure {
  /** Each definition needs its own name, because the name is part of the input of the noise. */
  readonly name: string;
  readonly kind: MeasureKind;
  /**
   * The largest contribution of one person: hours, or rows (for RATE, rows of the denominator). Required except
   * for PEOPLE. Use a constant of the definition where there is one. It may be too large, but never too small.
   */
  readonly contribution?: number;
}

export interface Question {
  readonly subject: string;
  readonly period: Period;
  /** The dimensions by which the question is split: at most three. */
  readonly by: readonly Dimension[];
  /** The dimensions by which the question is filtered but not split. */
  readonly within: readonly Dimension[];
  readonly measures: readonly Measure[];
}

/** Hours, and their distribution over companies. */
export interface Hours {
  readonly hours: number;
  readonly companies: number;
  /** The hours of the company with the most hours. */
  readonly largest: number;
}

export interface Rate {
  readonly numerator: number;
  readonly denominator: number;
  /** The number of persons in the denominator. */
  readonly people: number;
  /**
   * The number of persons in the numerator and in the rest of the denominator. Given where the rate describes
   * the persons (accepted or not): an exact rate then reveals two cells, and each needs at least k persons.
   */
  readonly sides?: readonly [number, number];
}

export interface Median {
  /** The number of persons behind the median. */
  readonly people: number;
  /**
   * The 0 %, 5 % … 100 % quantiles (an odd number, evenly spaced); null from the quantile at which answers are
   * still outstanding.
   */
  readonly quantiles: readonly (number | null)[];
}

/** The figure of a measure; for COUNT, a number. PEOPLE needs no figure: its value is `Cell.people`. */
export type Figure = number | Hours | Rate | Median;

/**
 * A cell as the database counted it. There is a set of cells for every subset of `by` (grouping sets). Cells
 * without persons may be left out.
 */
export interface Cell {
  /** A value for each dimension of `by`, in that order; null for all values together. */
  readonly at: readonly (string | null)[];
  /** The number of distinct persons in the cell. A person may be in several cells of a line. */
  readonly people: number;
  /** By the measure's name. */
  readonly figures: Readonly<Record<string, Figure>>;
}

export interface Shown {
  /** Null when withheld, and for a rate or a median of nothing. */
  readonly value: number | null;
  readonly withheld: boolean;
}

/** What the committee may see of a cell. */
export interface ProtectedCell {
  readonly at: readonly (string | null)[];
  /** By the measure's name. */
  readonly shown: Readonly<Record<string, Shown>>;
}

/**
 * Rounds the largest contribution of one person up to a power of two, so that the bound itself reveals little.
 * At least 1, so that the noise has a scale even without contributions, as in a month of contracts without hours.
 */
export function inSteps(most: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(1, most)));
}
