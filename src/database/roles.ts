import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { StartError } from '../start-error.js';

/**
 * The roles that operations run under; none can log in and none owns a table.
 *
 * `hub_partner`: a member's operation · `hub_committee`: the committee's view · `hub_system`: sign-in,
 * relay and jobs · `hub_retention`: drops what is past its time · `hub_access`: owns the functions that
 * policies ask · `hub_facts`: owns the functions that compute the committee's figures · `hub_audit`: owns the
 * audit · `hub_merges`: owns the functions that merge persons · `hub_rights`: owns those that erase them ·
 * `hub_setup`: makes the first accounts.
 */
export const operationRoles = ['hub_partner', 'hub_committee', 'hub_system', 'hub_retention'] as const;
/** The role of `npm run setup`. */
export const setupRole = 'hub_setup';
/** The roles that the owner may become and no operation: they own functions, or make the first accounts. */
export const ownerRoles = [
  'hub_access',
  'hub_facts',
  'hub_audit',
  'hub_merges',
  'hub_rights',
  setupRole,
] as const;
const groupRoles = [...operationRoles, ...ownerRoles] as const;

/** What the server's own connections begin with, whoever made the login role. */
export const loginSettings = {
  timezone: 'UTC',
  statement_timeout: '5s',
  idle_in_transaction_session_timeout: '30s',
  plan_cache_mode: 'force_generic_plan',
} as const;

/**
 * Checks that the owner may create in its database, before anything is created.
 * @throws StartError when it may not, and an administrator must let it
 */
export async function ensureOwner(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ statement: string }>(
    `select format('grant create on database %I to %I', current_database(), current_user) as statement
      where not has_database_privilege(current_database(), 'create')
    union all select format('grant create on schema public to %I', current_user)
      where not has_schema_privilege('public', 'create')`,
  );
  if (rows.length > 0)
    throw forAdministrator(
      'may not create',
      rows.map((row) => row.statement),
    );
}

/**
 * Makes the roles that are missing. They belong to the whole server, so another database's hub may
 * have made them, or may be making them now.
 * @throws StartError when the owner may not, and an administrator must
 */
export async function ensureGroupRoles(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ rolname: string }>(
    'select rolname from pg_roles where rolname = any($1)',
    [groupRoles],
  );
  const present = new Set(rows.map((row) => row.rolname));
  const missing = groupRoles.filter((role) => !present.has(role));
  const statements = missing.map((role) => `create role ${role} nologin noinherit`);
  for (const statement of statements) {
    await allowed(createRole(owner, statement), () => forAdministrator('may not create roles', statements));
  }
  // Handing a function over to a role, and writing as one, takes the right to become it.
  const become = await owner.query<{ statement: string }>(
    `select format('grant %I to %I', role, current_user) as statement from unnest($1::name[]) role
      where not pg_has_role(current_user, role,
        case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end)`,
    [ownerRoles],
  );
  const grants = become.rows.map((row) => row.statement);
  for (const statement of grants) {
    await allowed(owner.query(statement), () =>
      forAdministrator(`may not become ${ownerRoles.join(' and ')}`, grants),
    );
  }
}

/**
 * Makes the login role of this database, or brings it up to date, and returns its name and password.
 * The password is random and kept where only the owner reads it, so that all processes find it.
 * @throws StartError when the owner may not, and an administrator must
 */
export async function ensureLogin(
  owner: pg.Client,
  database: string,
): Promise<{ user: string; password: string }> {
  const user = loginName(database);
  const role = pg.escapeIdentifier(user);
  const kept = await owner.query<{ password: string }>('select password from private.login');
  const password = kept.rows[0]?.password ?? randomBytes(24).toString('base64url');
  if (kept.rows.length === 0) await owner.query('insert into private.login values ($1)', [password]);

  const roles = operationRoles.join(', ');
  const attributes = 'login noinherit';
  const make = async () => {
    const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [user]);
    if (rowCount === 0) await createRole(owner, `create role ${role} ${attributes}`);
    await owner.query(`alter role ${role} ${attributes} password ${pg.escapeLiteral(password)}`);
    await owner.query(`grant ${roles} to ${role}`);
  };
  await allowed(make(), () =>
    forAdministrator(
      `may not make the login role ${user}`,
      [`create role ${role} ${attributes} password '…'`, `grant ${roles} to ${role}`],
      ', and set DATABASE_LOGIN_URL to log in as it',
    ),
  );
  return { user, password };
}

/** A name of its own for every database: PostgreSQL cuts names at 63 bytes, and two could be cut alike. */
function loginName(database: string): string {
  const name = `hub_login_${database}`;
  if (Buffer.byteLength(name) <= 63) return name;
  return `hub_login_${createHash('sha256').update(database).digest('hex').slice(0, 40)}`;
}

/** Creates a role; one that another hub has just made is as good. */
async function createRole(owner: pg.Client, statement: string): Promise<void> {
  await owner.query(statement).catch((error: { code?: string }) => {
    if (error.code !== '42710' && error.code !== '23505') throw error;
  });
}

/** Waits for the work; when PostgreSQL says that the owner may not do it, says so instead. */
async function allowed(work: Promise<unknown>, otherwise: () => StartError): Promise<void> {
  await work.catch((error: { code?: string }) => {
    throw error.code === '42501' ? otherwise() : error;
  });
}

/** What the owner lacks, and what somebody who has it should run. */
function forAdministrator(lacking: string, run: readonly string[], afterwards = ''): StartError {
  return new StartError(
    `The owner in DATABASE_URL ${lacking}: let an administrator run \`${run.join('; ')}\`${afterwards}.`,
  );
}
