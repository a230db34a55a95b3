import pg from 'pg';
import { StartError } from '../start-error.js';
import { jobSchema } from './job-schema.js';
import { operationRoles } from './roles.js';

/**
 * The schemas with the hub's tables. Tables of an extension do not count; any other table in these schemas counts as
 * the hub's, independent of its owner.
 */
export const hubSchemas = [
  'public',
  'access',
  'audit',
  'committee',
  'facts',
  'frames',
  'merges',
  'private',
  'rights',
  jobSchema,
] as const;

/**
 * The excessive rights of each role, the most serious first. Checked for every role that the login role can become,
 * because a connection needs only `set role` to take them.
 */
const powers = `
select case
  when r.rolsuper then 'is a superuser'
  when r.rolbypassrls then 'bypasses row security'
  when r.rolcreaterole then 'may create roles'
  when exists (select from pg_database d where d.datname = current_database() and d.datdba = r.oid)
    then 'owns the database'
  when exists (select from pg_class c join schemas s on s.oid = c.relnamespace where c.relowner = r.oid)
    or exists (select from pg_proc f join schemas s on s.oid = f.pronamespace where f.proowner = r.oid)
    or exists (select from schemas s where s.nspowner = r.oid)
    then 'owns tables or functions'
  when exists (select from unnest($1::text[]) operation where pg_has_role(r.oid, operation, 'usage'))
    then 'has the rights of these roles without taking them (it must be NOINHERIT when they are granted)'
  when exists (
    select from pg_class c join schemas s on s.oid = c.relnamespace
    where s.nspname = any ($2) and not exists (
      select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e'
    ) and case
      when c.relkind in ('r', 'p', 'v', 'm', 'f') then
        has_table_privilege(r.oid, c.oid, 'select, insert, update, delete, truncate, references, trigger')
        or has_any_column_privilege(r.oid, c.oid, 'select, insert, update, references')
      when c.relkind = 'S' then has_sequence_privilege(r.oid, c.oid, 'usage, select, update')
      else false
    end
  ) then 'has rights on tables of the hub'
  end as power, r.rolname as role, r.rolname = current_user as itself
from reachable r`;

const problems = `
with schemas as (
  select oid, nspname, nspowner from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'
),
reachable as (
  select * from pg_roles where pg_has_role(current_user, oid, 'member') and rolname <> all($1)
)
select * from (${powers}) p where p.power is not null order by p.itself desc, p.role limit 1`;

/**
 * Checks the login role: it can take every operation role, and neither it nor any other role that it can take has
 * rights of its own. The row policies are effective only under this condition.
 * @param setting the name of the setting with the URL, for the error message
 * @throws StartError with one sentence for the operator
 */
export async function checkLogin(login: pg.Client, setting: string): Promise<void> {
  const { rows } = await login.query<{ power: string; role: string; itself: boolean }>(problems, [
    operationRoles,
    hubSchemas,
  ]);
  const [problem] = rows;
  const user = pg.escapeIdentifier(login.user ?? '');
  if (problem) {
    const who = problem.itself ? 'which' : `which can become ${problem.role}, which`;
    throw new StartError(
      `The role ${user} in ${setting}, ${who} ${problem.power}, has too many rights: use a login role that can only become ${operationRoles.join(', ')}.`,
    );
  }
  const missing = await login.query<{ role: string }>(
    "select role from unnest($1::text[]) role where not pg_has_role(current_user, role, 'member')",
    [operationRoles],
  );
  if (missing.rows.length > 0) {
    const roles = missing.rows.map((row) => row.role).join(', ');
    throw new StartError(
      `The role ${user} in ${setting} cannot become ${roles}: ask a database administrator to run \`grant ${roles} to ${user}\`.`,
    );
  }
}
