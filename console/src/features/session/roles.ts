import type { Role } from '../../hub/gql/enums.js';
import { useSession } from './session.js';

/** The roles that read persons' files and referrals. */
const fileRoles: readonly Role[] = ['CASEWORKER', 'PARTNER_ADMINISTRATOR'];

/** The roles that read the committee's figures and its yearly report. */
const figureRoles: readonly Role[] = ['COMMITTEE_MEMBER', 'COORDINATOR'];

/** The role of the membership that is signed in; undefined before. What it may do is said by `can` and `viewerCan`. */
export function useRole(): Role | undefined {
  const { session } = useSession();
  return session.state === 'signedIn' ? (session.credentials.membership.role as Role) : undefined;
}

export const readsFiles = (role: Role | undefined): boolean => role !== undefined && fileRoles.includes(role);

export const readsFigures = (role: Role | undefined): boolean =>
  role !== undefined && figureRoles.includes(role);

/** Whether the role chooses how the committee's figures are protected. */
export const protectsFigures = (role: Role | undefined): boolean => role === 'DATA_PROTECTION_OFFICER';
