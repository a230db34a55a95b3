import { closedSet } from '../../graphql/enum.js';

export const OutcomeSituation = closedSet('OutcomeSituation', 'A person’s situation after a pathway.', {
  CDI: 'A permanent contract.',
  CDD: 'A fixed-term contract.',
  INTERIM: 'Temporary agency work.',
  PUBLIC_SERVICE: 'Work in the public service.',
  BUSINESS_CREATION: 'An own business.',
  QUALIFYING_TRAINING: 'A training course that leads to a qualification.',
  CONTRAT_AIDE: 'A state-subsidised contract.',
  OTHER_STRUCTURE: 'Another insertion structure.',
  JOB_SEEKING: 'Looking for work.',
  INACTIVE: 'Neither in work nor looking for work.',
  MOVED_AWAY: 'Has moved away.',
  LOST_CONTACT: 'Can no longer be reached.',
  OTHER: 'Anything else.',
});
export type OutcomeSituation = keyof typeof OutcomeSituation;

/** The situations with a contract of limited duration: its duration decides the exit class. */
export const withEnd: readonly OutcomeSituation[] = ['CDD', 'INTERIM'];

export const OutcomeEvidence = closedSet('OutcomeEvidence', 'Evidence of an outcome.', {
  CONTRACT: 'The contract.',
  PAYSLIP: 'A payslip.',
  CERTIFICATE: 'A certificate of the employer, the school or the insertion structure.',
  STATEMENT: 'The person’s own statement.',
  NONE: 'No evidence yet.',
});
export type OutcomeEvidence = keyof typeof OutcomeEvidence;
