import { committeeReaders, type Role } from './role.js';
import type { SharingScope } from './scope.js';

/**
 * The conditions that row policies are made of. The functions `access.*` are created by the first
 * migration; `access.partner_id()` and its like read the session variables of the operation.
 */

/** The viewer's partner. In a sub-select, so that PostgreSQL computes it once for each statement. */
export const me = '(select access.partner_id())';

/** The viewer. */
export const myself = '(select access.member_id())';

/** Whether the viewer's role works with persons at all. */
export const readsFiles = '(select access.reads_files())';

/** Whether the viewer is in this role. */
export function inRole(role: Role): string {
  return `(select current_setting('app.role', true)) = '${role}'`;
}

function inOneOf(roles: readonly Role[]): string {
  return `(select current_setting('app.role', true)) = any (array[${roles.map((it) => `'${it}'`).join(', ')}])`;
}

/** Whether the viewer reads the committee's figures, as {@link committeeReaders}. */
export const readsCommittee = inOneOf(committeeReaders);

/** Whether the viewer answers for the protection of the partner's data. */
export const protectsData = inOneOf(['DATA_PROTECTION_OFFICER', 'PARTNER_ADMINISTRATOR']);

/** The viewer's partner has a sharing in force with the person in `column`, at least at `scope`. */
export function sees(column: string, scope: SharingScope): string {
  return `exists (
    select from sharing s
    where s.beneficiary_id = ${column} and s.partner_id = ${me} and s.scope >= '${scope}'
      and access.in_force(s.ended_at, s.until)
  )`;
}

/** Lets the committee's facts be counted from a table: a policy, whole. */
export const counted = {
  name: 'facts',
  command: 'select' as const,
  roles: ['hub_facts'],
  using: 'true',
};
