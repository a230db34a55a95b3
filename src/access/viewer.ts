import type { DatabaseRole } from '../database/database-role.js';
import type { Role } from './role.js';

/** Who is asking: a member, in a role, for a partner. */
export interface Viewer {
  readonly memberId: string;
  readonly partnerId: string;
  readonly role: Role;
  /** Whether acts are allowed, or reading only. */
  readonly mayWrite: boolean;
  /** What the identity provider calls a person, in all of its memberships; undefined for a machine. */
  readonly subject: string | undefined;
}

/** What the viewer's operations run as. */
export function databaseRoleOf(viewer: Viewer): DatabaseRole {
  return {
    role: 'hub_partner',
    variables: {
      'app.member_id': viewer.memberId,
      'app.partner_id': viewer.partnerId,
      'app.role': viewer.role,
      'app.subject': viewer.subject ?? '',
    },
  };
}
