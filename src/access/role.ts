import { closedSet } from '../graphql/enum.js';

export const Role = closedSet('Role', 'What a member does in the hub.', {
  CASEWORKER: 'Supports persons and answers referrals.',
  PARTNER_ADMINISTRATOR: 'Manages the members and services of one partner.',
  COORDINATOR: 'Coordinates the partners for the town; reads no case file.',
  CLAUSE_FACILITATOR: 'Monitors the insertion clause: procurements, companies, hours.',
  COMMITTEE_MEMBER: 'Sits on the steering committee; never sees data of a person.',
  DATA_PROTECTION_OFFICER: 'Is responsible for the protection of personal data.',
});
export type Role = keyof typeof Role;

/** The roles that read the committee's figures (see `readsCommittee`). The coordinator prepares its sittings. */
export const committeeReaders: readonly Role[] = ['COMMITTEE_MEMBER', 'COORDINATOR'];

/** The roles that read case files; must agree with `access.reads_files()` in the database. */
export const fileReaders: readonly Role[] = ['CASEWORKER', 'PARTNER_ADMINISTRATOR'];
