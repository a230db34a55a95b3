import type { DatabaseRole } from '../database/database-role.js';
import type { Role } from './role.js';

/** The member on whose behalf an operation runs, with its role and partner. */
export interface Viewer {
  readonly memberId: string;
  readonly partnerId: string;
  readonly role: Role;
  /** Whether the member may run commands; otherwise it may only read. */
  readonly mayWrite: boolean;
  /** The person's subject at the identity provider, the same in all memberships; undefined for a machine. */
  readonly subject: string | undefined;
}

/** The database role for the viewer's operations. */
export function databaseRoleOf(viewer: Viewer): DatabaseRole {
  return {
    role: 'hub_partner',
    variables: {
      'app.member_id': viewer.memberId,
      'app.partner_id': viewer.partnerId,
      'app.role': viewer.role,
      'app.subject': viewer.subject ?? '',
      'app.may_write': viewer.mayWrite ? 'yes' : 'no',
    },
  };
}
