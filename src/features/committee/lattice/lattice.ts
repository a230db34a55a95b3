import type { AnalysisSubject } from './lists.js';
import { allSubjects, type CellDimension, type Span, subjects } from './subjects.js';

/** A set of dimensions by which the figures of a period are split together, in the order of {@link splitOf}. */
export type Split = readonly CellDimension[];

/** The splits of a subject besides its totals. */
interface Splits {
  /** One dimension, for a quarter and for a half-year; a year has every dimension. */
  readonly quarter: readonly CellDimension[];
  readonly halfYear: readonly CellDimension[];
  /** Two dimensions, for a half-year and for a year. */
  readonly halfYearPairs: readonly (readonly [CellDimension, CellDimension])[];
  readonly yearPairs: readonly (readonly [CellDimension, CellDimension])[];
}

/**
 * The finite lattice of figures. The shorter the span, the fewer the splits, because each further figure in which a
 * person stands tells a little more about that person; a month has totals only. What the committee needs decides which
 * splits exist, and the attacker of the tests how many can. A change needs a new run of the attacker: see decision 35.
 */
const lattice: Readonly<Record<AnalysisSubject, Splits>> = {
  PATHWAYS: {
    quarter: ['PARTNER'],
    halfYear: ['PARTNER', 'DISTRICT', 'UNDER_26'],
    halfYearPairs: [['PARTNER', 'UNDER_26']],
    yearPairs: [
      ['PARTNER', 'UNDER_26'],
      ['PARTNER', 'DISTRICT'],
      ['PARTNER', 'AGE_BAND'],
      ['PARTNER', 'STATUS'],
    ],
  },
  REFERRALS: {
    quarter: ['ANSWER'],
    halfYear: ['FROM_PARTNER', 'TO_PARTNER', 'ANSWER', 'UNDER_26'],
    halfYearPairs: [],
    yearPairs: [
      ['TO_PARTNER', 'ANSWER'],
      ['TO_PARTNER', 'ANSWER_TIME'],
    ],
  },
  CLAUSE_HOURS: {
    quarter: ['PARTNER'],
    halfYear: ['PARTNER', 'DISTRICT', 'UNDER_26'],
    halfYearPairs: [],
    yearPairs: [['PARTNER', 'UNDER_26']],
  },
  OUTCOMES: {
    quarter: ['PARTNER'],
    halfYear: ['PARTNER', 'UNDER_26'],
    halfYearPairs: [],
    yearPairs: [
      ['PARTNER', 'UNDER_26'],
      ['STATUS', 'OUTCOME_CLASS'],
    ],
  },
  FORUM_ATTENDANCES: {
    quarter: ['PARTNER', 'VISIT'],
    halfYear: ['PARTNER', 'VISIT', 'DISTRICT', 'UNDER_26'],
    halfYearPairs: [],
    yearPairs: [],
  },
};

/** The splits of every subject and span, made once: each figure of an answer looks its split up. */
const splits = Object.fromEntries(allSubjects.map((subject) => [subject, splitsBySpan(subject)])) as Readonly<
  Record<AnalysisSubject, Readonly<Record<Span, readonly Split[]>>>
>;

function splitsBySpan(subject: AnalysisSubject): Record<Span, readonly Split[]> {
  const { quarter, halfYear, halfYearPairs, yearPairs } = lattice[subject];
  const withTotal = (ones: readonly CellDimension[], pairs: readonly Split[]) => [
    [],
    ...ones.map((dimension) => [dimension]),
    ...pairs.map(splitOf),
  ];
  return {
    MONTH: withTotal([], []),
    QUARTER: withTotal(quarter, []),
    HALF_YEAR: withTotal(halfYear, halfYearPairs),
    YEAR: withTotal(subjects[subject].dimensions, yearPairs),
  };
}

/** The splits in which the figures of a subject exist. */
export function splitsOf(subject: AnalysisSubject, span: Span): readonly Split[] {
  return splits[subject][span];
}

/** What is counted in a cell besides persons. */
export type Amount = 'ROWS' | 'HOURS';

/** The most dimensions by which rows are counted; persons stand in each of these figures once more. */
const rowsBy: Readonly<Record<AnalysisSubject, number>> = {
  PATHWAYS: 2,
  REFERRALS: 1,
  CLAUSE_HOURS: -1,
  OUTCOMES: 2,
  FORUM_ATTENDANCES: 2,
};

/** The dimensions by which hours are counted, one at a time. */
const hoursBy: readonly CellDimension[] = ['PARTNER', 'PARTNER_KIND', 'COMPANY', 'STATUS'];

/** Whether the cells of a split count rows or hours, besides persons. */
export function counts(subject: AnalysisSubject, split: Split, amount: Amount): boolean {
  if (amount === 'ROWS') return split.length <= rowsBy[subject];
  const isSplitByHours = split.every((dimension) => hoursBy.includes(dimension));
  return subjects[subject].hasHours === true && split.length <= 1 && isSplitByHours;
}

/** Whether the figures of a subject and a span exist in a split. */
export function isIn(subject: AnalysisSubject, span: Span, split: Split): boolean {
  return splitsOf(subject, span).some((it) => it.join() === split.join());
}

/** Dimensions in one order, so that a split is written in one way only. */
export function splitOf(dimensions: readonly CellDimension[]): Split {
  return [...dimensions].sort();
}
