import type { AnalysisDimension, AnalysisMeasure, AnalysisSubject } from './lists.js';

/** The spans of time, with their lengths in months, the shortest first. */
export const spans = { MONTH: 1, QUARTER: 3, HALF_YEAR: 6, YEAR: 12 } as const;
export type Span = keyof typeof spans;

/** A dimension that is not a dimension of time. */
export type CellDimension = Exclude<AnalysisDimension, Span>;

/** How the figures of a subject can be asked. */
export interface SubjectDefinition {
  readonly measures: readonly AnalysisMeasure[];
  readonly dimensions: readonly CellDimension[];
  /** Whether the rows also hold hours. */
  readonly hasHours?: boolean;
  /** The days after a period's end within which its rows are completed. */
  readonly consolidationDays: number;
  /** The version of the definition; it grows with every change of what is counted or of the delay. */
  readonly version: number;
}

/** Every subject of the committee. */
export const subjects: Readonly<Record<AnalysisSubject, SubjectDefinition>> = {
  PATHWAYS: {
    measures: ['DISTINCT_PEOPLE', 'COUNT'],
    dimensions: ['PARTNER', 'PARTNER_KIND', 'STATUS', 'DISTRICT', 'AGE_BAND', 'UNDER_26'],
    consolidationDays: 30,
    version: 2,
  },
  REFERRALS: {
    measures: ['DISTINCT_PEOPLE', 'COUNT', 'MEDIAN_DAYS_TO_ANSWER', 'ACCEPTANCE_RATE'],
    dimensions: [
      'FROM_PARTNER',
      'TO_PARTNER',
      'PARTNER_KIND',
      'STATUS',
      'ANSWER',
      'ANSWER_TIME',
      'DECLINE_REASON',
      'DISTRICT',
      'AGE_BAND',
      'UNDER_26',
    ],
    consolidationDays: 30,
    version: 2,
  },
  CLAUSE_HOURS: {
    measures: ['DISTINCT_PEOPLE', 'HOURS'],
    dimensions: ['PARTNER', 'PARTNER_KIND', 'COMPANY', 'STATUS', 'DISTRICT', 'AGE_BAND', 'UNDER_26'],
    hasHours: true,
    consolidationDays: 60,
    version: 2,
  },
  OUTCOMES: {
    measures: ['DISTINCT_PEOPLE', 'COUNT'],
    dimensions: ['PARTNER', 'PARTNER_KIND', 'STATUS', 'OUTCOME_CLASS', 'DISTRICT', 'AGE_BAND', 'UNDER_26'],
    consolidationDays: 45,
    version: 2,
  },
  FORUM_ATTENDANCES: {
    measures: ['DISTINCT_PEOPLE', 'COUNT'],
    dimensions: ['PARTNER', 'VISIT', 'DISTRICT', 'AGE_BAND', 'UNDER_26'],
    consolidationDays: 30,
    version: 2,
  },
};

export const allSubjects = Object.keys(subjects) as AnalysisSubject[];

/** Whether a dimension is a dimension of time. */
export function isTime(dimension: string): dimension is Span {
  return dimension in spans;
}
