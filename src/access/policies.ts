import { committeeReaders, type Role } from './role.js';
import type { SharingScope } from './scope.js';

/**
 * The conditions of which row policies are composed. The functions `access.*` are in `src/database/functions/access`;
 * functions such as `access.partner_id()` read the session variables of the operation.
 */

/** The viewer's partner. In a sub-select, so that PostgreSQL computes it once for each statement. */
export const me = '(select access.partner_id())';

/** The viewer. */
export const myself = '(select access.member_id())';

/** Whether the viewer's role reads case files. */
export const readsFiles = '(select access.reads_files())';

/** Whether the viewer has this role. */
export function inRole(role: Role): string {
  return `(select current_setting('app.role', true)) = '${role}'`;
}

/** Whether the viewer's role is one of these. */
export function inOneOf(roles: readonly Role[]): string {
  return `(select current_setting('app.role', true)) = any (array[${roles.map((it) => `'${it}'`).join(', ')}])`;
}

/** Whether the viewer's role is one of {@link committeeReaders}. */
export const readsCommittee = inOneOf(committeeReaders);

/** Whether the viewer's role is responsible for the protection of the partner's data. */
export const protectsData = inOneOf(['DATA_PROTECTION_OFFICER', 'PARTNER_ADMINISTRATOR']);

/** Whether the viewer is the town's data protection officer, who is responsible for the data of all partners. */
export const overseesTown = '(select audit.oversees())';

/**
 * Whether the viewer's partner has a sharing of at least `scope` in force with the person in `column`. With `offset 0`
 * PostgreSQL looks up each person in an index. Without it, PostgreSQL would first read all sharings of the partner into
 * a hash table, also for a page of a list.
 */
export function sees(column: string, scope: SharingScope): string {
  return `exists (
    select from sharing s
    where s.beneficiary_id = ${column} and s.partner_id = ${me} and s.scope >= '${scope}'
      and access.in_force(s.ended_at, s.until)
    offset 0
  )`;
}

/**
 * A query of the persons whom the viewer's partner sees with at least `scope`: those for whom {@link sees} holds. Ordered,
 * so that what is read for one person after the other is read in the order of an index.
 */
export function personsSeen(scope: SharingScope): string {
  return `select distinct s.beneficiary_id from sharing s
    where s.partner_id = ${me} and s.scope >= '${scope}' and access.in_force(s.ended_at, s.until) and not s.lapsed
    order by s.beneficiary_id`;
}

/** A complete policy that lets `hub_facts` count the rows of a table for the committee's releases. */
export const counted = {
  name: 'facts',
  command: 'select' as const,
  roles: ['hub_facts'],
  using: 'true',
};
