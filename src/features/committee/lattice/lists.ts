import { closedSet } from '../../../graphql/enum.js';

export const AnalysisSubject = closedSet('AnalysisSubject', 'What a question is about.', {
  PATHWAYS: 'Pathways open on at least one day of the period.',
  REFERRALS: 'Referrals sent in the period, without those entered in error.',
  CLAUSE_HOURS:
    'Hours of work under the clause, by the month worked; only validated hours unless split by STATUS.',
  OUTCOMES: 'Outcomes of the period, of pathways of all partners.',
  FORUM_ATTENDANCES:
    'Visits to the forums held in the period; each anonymous visitor counts as a different person.',
});
export type AnalysisSubject = keyof typeof AnalysisSubject;

export const AnalysisMeasure = closedSet('AnalysisMeasure', 'What is counted.', {
  DISTINCT_PEOPLE: 'Distinct persons: a person of several partners counts once.',
  COUNT: 'Pathways, referrals, hours entries, outcomes or visits.',
  HOURS: 'Hours of work; only for CLAUSE_HOURS.',
  MEDIAN_DAYS_TO_ANSWER:
    'Median working days to an answer, with unanswered referrals counted as still open; only for REFERRALS.',
  ACCEPTANCE_RATE: 'Accepted / (accepted + declined + expired); only for REFERRALS.',
});
export type AnalysisMeasure = keyof typeof AnalysisMeasure;

export const AnalysisDimension = closedSet('AnalysisDimension', 'What a question is split by.', {
  YEAR: 'Calendar years.',
  HALF_YEAR: 'Half-years.',
  QUARTER: 'Quarters.',
  MONTH: 'Months.',
  PARTNER: 'The partner that accompanies the person or recorded the row; not for REFERRALS.',
  PARTNER_KIND:
    'Associations, institutions, or the town: the kind of the partner, for REFERRALS of the receiving partner.',
  FROM_PARTNER: 'The partner that sent the referral; only for REFERRALS.',
  TO_PARTNER: 'The partner that received the referral; only for REFERRALS.',
  DISTRICT: 'The district where the person lives.',
  AGE_BAND: 'Age on the person’s first day in the period.',
  UNDER_26: 'Whether the person is under 26 on the first day in the period.',
  STATUS: 'The status of the row; not for FORUM_ATTENDANCES.',
  ANSWER: 'How the referral was answered; only for REFERRALS.',
  ANSWER_TIME: 'The working days until the referral was answered, in classes; only for REFERRALS.',
  OUTCOME_CLASS: 'The class of the outcome; only for OUTCOMES.',
  DECLINE_REASON: 'Why the referral was declined; only for REFERRALS.',
  COMPANY: 'The employer; only for CLAUSE_HOURS.',
  VISIT: 'First visits and other visits; only for FORUM_ATTENDANCES.',
});
export type AnalysisDimension = keyof typeof AnalysisDimension;
