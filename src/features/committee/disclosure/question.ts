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
  /** The closed list, in full. Times are written 2026, 2026-H1, 2026-Q1, 2026-03. */
  readonly domain: readonly string[];
  /** The values that the filter lets through; all of them when absent. */
  readonly only?: readonly string[];
}

/** Whole calendar months, both ends included: 2026-01 to 2026-12. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

export type MeasureKind = 'PEOPLE' | 'COUNT' | 'HOURS' | 'RATE' | 'MEDIAN';

export interface Measure {
  /** One name for one definition: it is part of what decides the noise. */
  readonly name: string;
  readonly kind: MeasureKind;
  /**
   * All but PEOPLE: the most that one person may contribute (hours, or rows: for RATE, of the denominator). A
   * constant of the definition where there is one; it need not be exact, it must not be too small.
   */
  readonly contribution?: number;
}

export interface Question {
  readonly subject: string;
  readonly period: Period;
  /** Broken down by: at most three. */
  readonly by: readonly Dimension[];
  /** Filtered by, without being broken down. */
  readonly within: readonly Dimension[];
  readonly measures: readonly Measure[];
}

/** Hours, and how they are spread over companies. */
export interface Hours {
  readonly hours: number;
  readonly companies: number;
  /** The hours of the company that has most of them. */
  readonly largest: number;
}

export interface Rate {
  readonly numerator: number;
  readonly denominator: number;
  /** How many persons the denominator stands for. */
  readonly people: number;
  /**
   * How many persons are in the numerator, and how many in the rest of the denominator. Given where the rate
   * says something of the persons (accepted or not): an exact rate then shows two cells, and each needs k.
   */
  readonly sides?: readonly [number, number];
}

export interface Median {
  /** How many persons it stands for. */
  readonly people: number;
  /**
   * The 0 %, 5 % … 100 % quantiles (an odd number of them, evenly spaced); null from where the answer is still
   * outstanding.
   */
  readonly quantiles: readonly (number | null)[];
}

/** COUNT: a number. PEOPLE needs none: it is `Cell.people`. */
export type Figure = number | Hours | Rate | Median;

/**
 * What the database found: one for every subset of `by` (grouping sets). Cells in which there is nobody may be
 * left out.
 */
export interface Cell {
  /** A value for each dimension of `by`, in that order; null for all of them together. */
  readonly at: readonly (string | null)[];
  /** How many distinct persons the cell stands for. They may be in several cells of a line. */
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
 * What one person contributes at most, raised to a power of two, so that the bound itself says little. At least
 * 1: where nobody contributed anything, such as a month of contracts without hours, the noise has a scale, too.
 */
export function inSteps(most: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(1, most)));
}
