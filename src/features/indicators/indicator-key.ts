import { closedSet } from '../../graphql/enum.js';

export const IndicatorKey = closedSet('IndicatorKey', 'What the hub can count for the steering committee.', {
  ACCOMPANIED_PEOPLE: 'Persons accompanied in the period, each counted once, whoever accompanied them.',
  ACCOMPANIED_SUM: 'The same, each counted once for each partner.',
  YOUNG_PEOPLE: 'Persons accompanied who were under 26 on the first day of their support in the period.',
  CLAUSE_HOURS:
    'Hours of work under the insertion clause, validated, by the month in which they were worked.',
  CLAUSE_HOURS_DECLARED: 'Hours of work under the insertion clause that are declared and not yet validated.',
  CLAUSE_HOURS_RATE: 'Validated hours of work as a share of the hours committed for the period.',
  POSITIVE_EXITS: 'Outcomes of any class: durable, of transition, positive.',
  DURABLE_EXITS: 'Outcomes of the class DURABLE.',
  TRANSITION_EXITS: 'Outcomes of the class TRANSITION.',
  QUALIFYING_EXITS: 'Outcomes of the class POSITIVE: training courses and other insertion structures.',
  REFERRALS_SENT: 'Referrals sent in the period.',
  REFERRAL_ACCEPTANCE_RATE:
    'Of the referrals sent and then accepted, declined or expired, the share accepted.',
  MEDIAN_DAYS_TO_ANSWER:
    'Days until a referral is answered, the median; unanswered ones count, as still open.',
  ANSWERED_WITHIN_3_DAYS: 'The share of referrals answered within three working days.',
  ANSWERED_WITHIN_5_DAYS: 'The share of referrals answered within five working days.',
  LOOP_CLOSURE_RATE: 'The share of accepted referrals of which the sender has learned how they ended.',
  FORUM_ATTENDANCES: 'Visits to the employment forums.',
  FORUM_FIRST_TIME: 'Visits to the employment forums by people whom no partner knew before.',
});
export type IndicatorKey = keyof typeof IndicatorKey;
