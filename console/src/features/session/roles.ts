import type { Role } from '../../hub/gql/enums.js';
import { useSession } from './session.js';

/** The roles that read persons' files and referrals. */
const fileRoles: readonly Role[] = ['CASEWORKER', 'PARTNER_ADMINISTRATOR'];

/** The roles that read the committee's yearly report. */
const reportRoles: readonly Role[] = ['COMMITTEE_MEMBER', 'COORDINATOR'];

/** The role of the membership that is signed in; undefined before. What it may do is said by `can` and `viewerCan`. */
export function useRole(): Role | undefined {
  const { session } = useSession();
  return session.state === 'signedIn' ? (session.credentials.membership.role as Role) : undefined;
}

export const readsFiles = (role: Role | undefined): boolean => role !== undefined && fileRoles.includes(role);

export const readsReport = (role: Role | undefined): boolean =>
  role !== undefined && reportRoles.includes(role);
