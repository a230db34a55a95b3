import type { operationRoles } from './roles.js';

/** The database role of an operation, with the session variables that the row policies read. */
export interface DatabaseRole {
  readonly role: (typeof operationRoles)[number];
  readonly variables: Readonly<Record<string, string>>;
}

/** The role for sign-in and for the delivery of events. */
export const systemRole: DatabaseRole = { role: 'hub_system', variables: {} };

/** The role for background work, with a longer statement timeout. */
export const backgroundRole: DatabaseRole = { role: 'hub_system', variables: { statement_timeout: '60s' } };
