import { closedSet } from '../../graphql/enum.js';

export const IndicatorKey = closedSet(
  'IndicatorKey',
  'The indicators that the hub computes for the steering committee.',
  {
    ACCOMPANIED_PEOPLE:
      'Persons accompanied in the period. A person accompanied by several partners counts once.',
    ACCOMPANIED_SUM: 'Persons accompanied in the period, counted once for each partner.',
    YOUNG_PEOPLE: 'Persons accompanied who were under 26 on the first day of their support in the period.',
    CLAUSE_HOURS:
      'Hours of work under the insertion clause, validated, by the month in which they were worked.',
    CLAUSE_HOURS_DECLARED:
      'Hours of work under the insertion clause that are declared but neither validated nor rejected.',
    CLAUSE_HOURS_RATE: 'Validated hours of work as a share of the hours committed for the period.',
    POSITIVE_EXITS: 'Outcomes of any class: DURABLE, TRANSITION or POSITIVE.',
    DURABLE_EXITS: 'Outcomes of the class DURABLE.',
    TRANSITION_EXITS: 'Outcomes of the class TRANSITION.',
    QUALIFYING_EXITS: 'Outcomes of the class POSITIVE: training courses and other insertion structures.',
    REFERRALS_SENT: 'Referrals sent in the period.',
    REFERRAL_ACCEPTANCE_RATE:
      'Accepted referrals as a share of the sent referrals that were accepted, declined or expired.',
    MEDIAN_DAYS_TO_ANSWER:
      'Median days until a referral is answered. Unanswered referrals count as still open.',
    ANSWERED_WITHIN_3_DAYS: 'The share of referrals answered within three working days.',
    ANSWERED_WITHIN_5_DAYS: 'The share of referrals answered within five working days.',
    LOOP_CLOSURE_RATE: 'The share of accepted referrals whose outcome was reported to the sender.',
    FORUM_ATTENDANCES: 'Visits to the employment forums.',
    FORUM_FIRST_TIME: 'Visits to the employment forums by people who were unknown to all partners before.',
  },
);
export type IndicatorKey = keyof typeof IndicatorKey;
