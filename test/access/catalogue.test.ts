import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { hubSchemas as knownSchemas } from '../../src/database/login.js';
import { operationRoles } from '../../src/database/roles.js';
import { testHub } from '../kit/hub.js';
import { LoginConnection } from '../kit/login.js';

/** All schemas except PostgreSQL's own, so that a schema added later is included. */
const hubSchemas = `nspname !~ '^pg_' and nspname <> 'information_schema'`;

const relations = `select c.oid, c.relkind, n.nspname || '.' || c.relname as name, c.relrowsecurity, c.relforcerowsecurity, c.relacl
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where ${hubSchemas} and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')`;

const functions = `select f.oid, f.oid::regprocedure::text as name, f.prosecdef, f.proconfig, f.proacl, f.proowner
  from pg_proc f join pg_namespace n on n.oid = f.pronamespace where ${hubSchemas}`;

/** The owners of the security definer functions, by schema. */
const owners: Readonly<Record<string, string>> = {
  facts: 'hub_facts',
  audit: 'hub_audit',
  merges: 'hub_merges',
  rights: 'hub_rights',
};

describe('the catalogue of a migrated database', () => {
  const hub = testHub();
  let login: LoginConnection;
  let user: string;
  const names = async (sql: string, values: unknown[] = []) =>
    (await hub.owner<{ name: string }>(sql, values)).map((row) => row.name);

  beforeAll(async () => {
    login = await LoginConnection.open(hub.ownerUrl);
    user = login.client.user as string;
  });
  afterAll(() => login.close());

  it('has only schemas in which the hub checks the login role’s rights at start', async () => {
    const all = await names(`select nspname as name from pg_namespace where ${hubSchemas} order by 1`);
    expect(all).toEqual([...knownSchemas].sort());
  });

  it('has row security enabled and forced on every table of every schema', async () => {
    const tables = await names(`select name from (${relations}) r where relkind in ('r', 'p', 'f')`);
    expect(tables).toEqual(expect.arrayContaining(['public.beneficiary', 'private.login']));
    expect(
      await names(
        `select name from (${relations}) r
         where relkind in ('r', 'p', 'f') and not (relrowsecurity and relforcerowsecurity)`,
      ),
    ).toEqual([]);
  });

  it('has no view that reads with its owner’s rights, which would bypass the row policies', async () => {
    expect(
      await names(`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where ${hubSchemas} and c.relkind in ('v', 'm') and n.nspname <> 'committee'
        and not coalesce('security_invoker=true' = any (c.reloptions), false)`),
    ).toEqual([]);
  });

  it('has a login role of its own without further role attributes', async () => {
    const database = new URL(hub.ownerUrl).pathname.slice(1);
    const roles = await hub.owner(
      `select rolname, rolsuper, rolbypassrls, rolinherit, rolcreaterole, rolcreatedb, rolreplication, rolcanlogin
       from pg_roles where rolname = $1`,
      [user],
    );
    expect(roles).toEqual([
      {
        rolname: `hub_login_${database}`,
        rolsuper: false,
        rolbypassrls: false,
        rolinherit: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolreplication: false,
        rolcanlogin: true,
      },
    ]);
  });

  it('has a login role that owns nothing and that no grant or policy names', async () => {
    // Any ownership, grant or policy of the role would be a row here; memberships would not.
    expect(
      await hub.owner(
        `select classid::regclass, objid, deptype from pg_shdepend
         where refclassid = 'pg_authid'::regclass and refobjid = $1::regrole`,
        [user],
      ),
    ).toEqual([]);
  });

  it('gives the login role no right on a table, column, sequence, function or schema', async () => {
    const accessible = await names(
      `select name from (${relations}) r where case when relkind = 'S'
         then has_sequence_privilege($1, oid, 'usage, select, update')
         else has_table_privilege($1, oid, 'select, insert, update, delete, truncate, references, trigger')
           or has_any_column_privilege($1, oid, 'select, insert, update, references') end
       union all select name from (${functions}) f where has_function_privilege($1, oid, 'execute')
       union all select nspname from pg_namespace where ${hubSchemas} and has_schema_privilege($1, oid, 'usage, create')`,
      [user],
    );
    expect(accessible).toEqual([]);
  });

  it('allows the login role SET ROLE only to the operation roles, and no inherited right', async () => {
    const sorted = [...operationRoles].sort();
    const others = `from pg_roles where rolname <> $1 and pg_has_role($1, oid,`;
    expect(await names(`select rolname as name ${others} 'member') order by 1`, [user])).toEqual(sorted);
    expect(await names(`select rolname as name ${others} 'usage')`, [user])).toEqual([]);
    const admin = await names(
      `select roleid::regrole::text as name from pg_auth_members where member = $1::regrole and admin_option`,
      [user],
    );
    expect(admin).toEqual([]);
  });

  it('has operation roles without role attributes, memberships or owned objects', async () => {
    const groups = [...operationRoles, 'hub_access'];
    expect(
      await names(
        `select rolname as name from pg_roles where rolname = any ($1) and
         (rolsuper or rolbypassrls or rolcanlogin or rolcreaterole or rolcreatedb or rolreplication or rolinherit)`,
        [groups],
      ),
    ).toEqual([]);
    expect(
      await names(
        `select member::regrole::text as name from pg_auth_members where member = any ($1::regrole[])`,
        [groups],
      ),
    ).toEqual([]);
    expect(
      await names(
        `select name from (${relations}) r join pg_class c using (oid) where c.relowner = any ($1::regrole[])`,
        [groups],
      ),
    ).toEqual([]);
  });

  it('gives hub_committee no right on a table', async () => {
    expect(
      await names(`select name from (${relations}) r where relkind in ('r', 'p', 'f')
        and (has_table_privilege('hub_committee', oid, 'select, insert, update, delete, truncate, references, trigger')
          or has_any_column_privilege('hub_committee', oid, 'select, insert, update, references'))`),
    ).toEqual([]);
  });

  it('gives no role but the owner the rights delete, truncate, references or trigger, except hub_system delete on its own tables', async () => {
    expect(
      await names(
        `select name || ' ' || g.rolname as name from (${relations}) r, pg_roles g
         where relkind in ('r', 'p', 'f') and g.rolname = any ($1)
         and has_table_privilege(g.oid, r.oid, 'delete, truncate, references, trigger') order by 1`,
        [[...operationRoles, 'hub_access']],
      ),
    ).toEqual([
      'jobs.instance hub_system',
      'jobs.job hub_system',
      'jobs.job_common hub_system',
      'jobs.job_dependency hub_system',
      'public.distinct_count_set hub_system',
      'public.notification hub_system',
      'public.pending_mail hub_system',
      'public.presence hub_system',
      'public.session hub_system',
      'public.webhook_delivery hub_system',
      'public.webhook_secret hub_system',
    ]);
  });

  it('grants nothing to PUBLIC', async () => {
    const acls = `select name, coalesce(relacl, acldefault(case relkind when 'S' then 's'::"char" else 'r'::"char" end, 10)) as acl from (${relations}) r
      union all select name, coalesce(proacl, acldefault('f', proowner)) from (${functions}) f
      union all select nspname, coalesce(nspacl, acldefault('n', nspowner)) from pg_namespace where ${hubSchemas}`;
    expect(
      await names(`select distinct name from (${acls}) a, aclexplode(a.acl) e where e.grantee = 0`),
    ).toEqual([]);
  });

  it('has security definer functions owned only by their dedicated roles, with a fixed search path', async () => {
    const definers = await hub.owner<{ name: string; owner: string; path: string[] | null }>(
      `select name, proowner::regrole::text as owner, proconfig as path from (${functions}) f where prosecdef`,
    );
    expect(definers.map((it) => it.name)).toContain('access.scope(uuid)');
    for (const { name, owner, path } of definers) {
      expect({ name, owner, path }).toEqual({
        name,
        owner: owners[name.split('.')[0] ?? ''] ?? 'hub_access',
        path: expect.arrayContaining(['search_path=public, pg_temp']),
      });
    }
  });

  it('gives hub_access only read access to the columns that its functions need', async () => {
    expect(
      await names(`select name from (${relations}) r where relkind <> 'S'
        and has_table_privilege('hub_access', oid, 'select') order by 1`),
    ).toEqual([
      'public.attendance',
      'public.beneficiary',
      'public.clause_contract',
      'public.clause_programme',
      'public.forum',
      'public.hours_entry',
      'public.lot',
      'public.member',
      'public.partner_reference',
      'public.procurement',
      'public.referral',
      'public.service',
      'public.sharing',
    ]);
    expect(
      await names(`select name from (${relations}) r where case when relkind = 'S'
        then has_sequence_privilege('hub_access', oid, 'usage, select, update')
        else has_table_privilege('hub_access', oid, 'insert, update')
          or has_any_column_privilege('hub_access', oid, 'insert, update, references') end
        union all select nspname from pg_namespace where ${hubSchemas} and has_schema_privilege('hub_access', oid, 'create')`),
    ).toEqual([]);
  });

  it('lets hub_system read only what sign-in, the feed and the jobs need', async () => {
    const rows = await hub.owner<{ name: string; columns: string[]; whole: boolean }>(
      `select r.name, array_agg(a.attname::text order by a.attname)
           filter (where has_column_privilege('hub_system', r.oid, a.attnum, 'select')) as columns,
         bool_and(has_column_privilege('hub_system', r.oid, a.attnum, 'select')) as whole
       from (${relations}) r join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
       where r.relkind <> 'S' and r.name not like 'jobs.%' group by r.name
       having bool_or(has_column_privilege('hub_system', r.oid, a.attnum, 'select')) order by 1`,
    );
    const read = Object.fromEntries(rows.map((it) => [it.name, it.whole ? 'all' : it.columns.join(' ')]));
    expect(read).toEqual({
      // Persons and their files: neither names nor texts.
      'public.clause_contract': 'ends_on id lot_id starts_on',
      'public.hours_entry': 'contract_id hours id kind month status',
      'public.referral':
        'beneficiary_id closed_at created_by_id escalated_at from_id id priority reference reminded_at sent_at status to_id version',
      'public.referral_assignment': 'member_id referral_id',
      'public.referral_transition': 'at id referral_id version',
      'public.sharing': 'ended_at granted_by_id id partner_id referral_id reminded_at until',
      // Lots: the columns from which a shortfall is computed.
      'public.clause_programme': 'id partner_id',
      'public.lot': 'ends_on hours_committed id procurement_id starts_on',
      'public.lot_month': 'all',
      'public.lot_shortfall': 'all',
      'public.procurement': 'id programme_id',
      // For sign-in, and for recipients of notifications.
      'public.member': 'all',
      'public.partner': 'all',
      'public.session': 'all',
      // The hub's own tables.
      'access.holiday': 'all',
      // Figures without persons, which releases are made from and written to.
      'committee.company': 'all',
      'public.committee_activity': 'all',
      'public.committee_cell': 'all',
      'public.committee_closed_marks': 'all',
      'public.committee_closed_year': 'all',
      'public.committee_protection': 'all',
      'public.committee_question': 'asked_at id member_id overlapping question',
      'public.committee_release': 'all',
      'public.distinct_count': 'all',
      'public.distinct_count_set': 'all',
      'access.referral_delay': 'all',
      'public.budget': 'all',
      'public.event': 'all',
      'public.event_consumer': 'all',
      'public.mail_preference': 'all',
      'public.notification': 'all',
      'public.pending_mail': 'all',
      'public.presence': 'all',
      'public.webhook': 'all',
      'public.webhook_delivery': 'all',
      'public.webhook_secret': 'all',
    });
  });

  it('refuses statements of the login role without SET ROLE', async () => {
    const all = await names(`select name from (${relations}) r where relkind <> 'S'`);
    for (const name of all) {
      const [schema = '', table = ''] = name.split('.');
      const qualified = `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(table)}`;
      expect([name, (await login.try(undefined, `select from ${qualified}`)).code]).toEqual([name, '42501']);
      expect([name, (await login.try(undefined, `delete from ${qualified}`)).code]).toEqual([name, '42501']);
    }
    expect((await login.try(undefined, 'select access.reads_files()')).code).toBe('42501');
    expect((await login.try(undefined, 'set local role hub_access')).code).toBe('42501');
  });
});
