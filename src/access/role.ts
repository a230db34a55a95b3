import { closedSet } from '../graphql/enum.js';

export const Role = closedSet('Role', 'What a member does in the hub.', {
  CASEWORKER: 'Accompanies persons and answers referrals.',
  PARTNER_ADMINISTRATOR: 'Manages the members and services of one partner.',
  COORDINATOR: 'Coordinates the partners for the town; reads no file.',
  CLAUSE_FACILITATOR: 'Follows the insertion clause: procurements, companies, hours.',
  COMMITTEE_MEMBER: 'Sits on the steering committee; never sees a person.',
  DATA_PROTECTION_OFFICER: 'Answers for the protection of personal data.',
});
export type Role = keyof typeof Role;

/** The roles that read the committee's figures, as `readsCommittee` in the policies: the coordinator prepares its sittings. */
export const committeeReaders: readonly Role[] = ['COMMITTEE_MEMBER', 'COORDINATOR'];

/** The roles that work with persons; as `access.reads_files()` in the database. */
export const fileReaders: readonly Role[] = ['CASEWORKER', 'PARTNER_ADMINISTRATOR'];
