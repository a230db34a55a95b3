import type { operationRoles } from './roles.js';

/** What an operation runs as: a role, and the variables that its row policies read. */
export interface Session {
  readonly role: (typeof operationRoles)[number];
  readonly variables: Readonly<Record<string, string>>;
}

/** Sign-in, relay and jobs. */
export const systemSession: Session = { role: 'hub_system', variables: {} };
