import type { operationRoles } from './roles.js';

/** What an operation runs as: a role, and the variables that its row policies read. */
export interface DatabaseRole {
  readonly role: (typeof operationRoles)[number];
  readonly variables: Readonly<Record<string, string>>;
}

/** Sign-in and relay. */
export const systemRole: DatabaseRole = { role: 'hub_system', variables: {} };

/** What the hub does by itself, for which nobody waits. */
export const backgroundRole: DatabaseRole = { role: 'hub_system', variables: { statement_timeout: '60s' } };
