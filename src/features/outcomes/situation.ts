import { closedSet } from '../../graphql/enum.js';

export const OutcomeSituation = closedSet('OutcomeSituation', 'Where a pathway led.', {
  CDI: 'A contract without an end.',
  CDD: 'A contract with an end.',
  INTERIM: 'Work through a staffing agency.',
  PUBLIC_SERVICE: 'Work in the public service.',
  BUSINESS_CREATION: 'A business of one’s own.',
  QUALIFYING_TRAINING: 'A training course that leads to a qualification.',
  CONTRAT_AIDE: 'A contract that public money helps to pay.',
  OTHER_STRUCTURE: 'Another insertion structure.',
  JOB_SEEKING: 'Looking for work.',
  INACTIVE: 'Neither in work nor looking for it.',
  MOVED_AWAY: 'Has moved away.',
  LOST_CONTACT: 'Cannot be reached any more.',
  OTHER: 'Anything else.',
});
export type OutcomeSituation = keyof typeof OutcomeSituation;

/** The situations that are a contract with an end: their length counts. */
export const withEnd: readonly OutcomeSituation[] = ['CDD', 'INTERIM'];

export const OutcomeEvidence = closedSet('OutcomeEvidence', 'What an outcome is known by.', {
  CONTRACT: 'The contract.',
  PAYSLIP: 'A payslip.',
  CERTIFICATE: 'A certificate of the employer, the school or the structure.',
  STATEMENT: 'What the person said.',
  NONE: 'Nothing yet.',
});
export type OutcomeEvidence = keyof typeof OutcomeEvidence;
