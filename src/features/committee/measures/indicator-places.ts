import type { IndicatorKey } from '../../indicators/index.js';
import type { AnalysisSubject } from '../lattice/lists.js';
import type { CellDimension } from '../lattice/subjects.js';
import type { MeasureName, Place } from './measures.js';

/** Where the figure of an indicator stands in the lattice. */
export interface IndicatorPlace {
  readonly subject: AnalysisSubject;
  readonly measure: MeasureName;
  /** The values of the dimensions that describe it. */
  readonly at: Place;
  /** The dimension of its partners; none for a figure of the whole town only. */
  readonly partner?: Extract<CellDimension, 'PARTNER' | 'FROM_PARTNER' | 'TO_PARTNER'>;
  /** The measure of a partner, where it is another one. */
  readonly partnerMeasure?: MeasureName;
  /**
   * Whether a closed year has it exactly only for the whole town: exact figures of each partner's few referrals, classes
   * of exits or visits would tell too much (see decision 35).
   */
  readonly isExactOnlyInTotal?: boolean;
}

const clauseExit = { STATUS: 'CLAUSE_EXIT' };

/** The place of each indicator. A question about the same place gets the same figure. */
export const indicatorPlaces: Readonly<Record<IndicatorKey, IndicatorPlace>> = {
  ACCOMPANIED_PEOPLE: { subject: 'PATHWAYS', measure: 'DISTINCT_PEOPLE', at: {}, partner: 'PARTNER' },
  ACCOMPANIED_SUM: {
    subject: 'PATHWAYS',
    measure: 'PEOPLE_OF_PARTNERS',
    at: {},
    partner: 'PARTNER',
    partnerMeasure: 'DISTINCT_PEOPLE',
  },
  YOUNG_PEOPLE: {
    subject: 'PATHWAYS',
    measure: 'DISTINCT_PEOPLE',
    at: { UNDER_26: 'YES' },
    partner: 'PARTNER',
  },
  CLAUSE_HOURS: { subject: 'CLAUSE_HOURS', measure: 'HOURS', at: {}, partner: 'PARTNER' },
  CLAUSE_HOURS_DECLARED: {
    subject: 'CLAUSE_HOURS',
    measure: 'HOURS',
    at: { STATUS: 'DECLARED' },
    partner: 'PARTNER',
  },
  CLAUSE_HOURS_RATE: { subject: 'CLAUSE_HOURS', measure: 'HOURS_RATE', at: {} },
  POSITIVE_EXITS: { subject: 'OUTCOMES', measure: 'POSITIVE_OUTCOMES', at: clauseExit, partner: 'PARTNER' },
  DURABLE_EXITS: exits('DURABLE'),
  TRANSITION_EXITS: exits('TRANSITION'),
  QUALIFYING_EXITS: exits('POSITIVE'),
  REFERRALS_SENT: {
    subject: 'REFERRALS',
    measure: 'COUNT',
    at: {},
    partner: 'FROM_PARTNER',
    isExactOnlyInTotal: true,
  },
  REFERRAL_ACCEPTANCE_RATE: answers('ACCEPTANCE_RATE'),
  MEDIAN_DAYS_TO_ANSWER: answers('MEDIAN_DAYS_TO_ANSWER'),
  ANSWERED_WITHIN_3_DAYS: answers('ANSWERED_WITHIN_3_DAYS'),
  ANSWERED_WITHIN_5_DAYS: answers('ANSWERED_WITHIN_5_DAYS'),
  LOOP_CLOSURE_RATE: answers('LOOP_CLOSURE_RATE'),
  FORUM_ATTENDANCES: forums({}),
  FORUM_FIRST_TIME: forums({ VISIT: 'FIRST' }),
};

function exits(value: string): IndicatorPlace {
  return {
    subject: 'OUTCOMES',
    measure: 'COUNT',
    at: { ...clauseExit, OUTCOME_CLASS: value },
    partner: 'PARTNER',
    isExactOnlyInTotal: true,
  };
}

function answers(measure: MeasureName): IndicatorPlace {
  return { subject: 'REFERRALS', measure, at: {}, partner: 'TO_PARTNER', isExactOnlyInTotal: true };
}

function forums(at: Place): IndicatorPlace {
  return {
    subject: 'FORUM_ATTENDANCES',
    measure: 'COUNT',
    at,
    partner: 'PARTNER',
    isExactOnlyInTotal: true,
  };
}
