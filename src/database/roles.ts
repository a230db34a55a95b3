import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { StartError } from '../start-error.js';

/**
 * The roles of operations. None can log in and none owns a table.
 *
 * `hub_partner`: operations of members · `hub_committee`: queries of the committee · `hub_system`: sign-in, event
 * delivery and jobs · `hub_retention`: deletes expired data · `hub_access`: owns the functions that row policies
 * call · `hub_facts`: owns the functions that compute the committee's figures · `hub_audit`: owns the audit ·
 * `hub_merges`: owns the functions that merge persons · `hub_rights`: owns the functions that erase persons ·
 * `hub_setup`: creates the first accounts.
 */
export const operationRoles = ['hub_partner', 'hub_committee', 'hub_system', 'hub_retention'] as const;
/** The role of `npm run setup`. */
export const setupRole = 'hub_setup';
/** The roles that only the owner may become, no operation: they own functions or create the first accounts. */
export const ownerRoles = [
  'hub_access',
  'hub_facts',
  'hub_audit',
  'hub_merges',
  'hub_rights',
  setupRole,
] as const;
const groupRoles = [...operationRoles, ...ownerRoles] as const;

/** The settings of the running server's connections, independent of who created the login role. */
export const loginSettings = {
  timezone: 'UTC',
  statement_timeout: '5s',
  idle_in_transaction_session_timeout: '30s',
  plan_cache_mode: 'force_generic_plan',
  // Operations are short: compiling a query takes longer than it saves.
  jit: 'off',
} as const;

/**
 * Checks, before anything is created, that the owner may create objects in its database.
 * @throws StartError with the missing grants when it may not
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
      'may not create objects in the database',
      rows.map((row) => row.statement),
    );
}

/**
 * Creates the missing roles. Roles belong to the whole server, so the hub of another database may have created them
 * or may be creating them now.
 * @throws StartError with the statements for an administrator when the owner may not create roles
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
  // The owner must be able to become a role to give it a function or to write as that role.
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
 * Creates or updates the login role of this database and returns its name and password.
 * The password is random. It is stored where only the owner can read it, so that all processes use the same one.
 * @throws StartError with the statements for an administrator when the owner may not create the role
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
      `may not create the login role ${user}`,
      [`create role ${role} ${attributes} password '…'`, `grant ${roles} to ${role}`],
      ', and set DATABASE_LOGIN_URL to the URL of that role',
    ),
  );
  return { user, password };
}

/** A unique name for each database. A long name is hashed, because PostgreSQL truncates names to 63 bytes. */
function loginName(database: string): string {
  const name = `hub_login_${database}`;
  if (Buffer.byteLength(name) <= 63) return name;
  return `hub_login_${createHash('sha256').update(database).digest('hex').slice(0, 40)}`;
}

/** Creates a role; succeeds also when another hub has just created it. */
async function createRole(owner: pg.Client, statement: string): Promise<void> {
  await owner.query(statement).catch((error: { code?: string }) => {
    if (error.code !== '42710' && error.code !== '23505') throw error;
  });
}

/** Waits for the work; replaces PostgreSQL's error for missing privileges by the given StartError. */
async function allowed(work: Promise<unknown>, otherwise: () => StartError): Promise<void> {
  await work.catch((error: { code?: string }) => {
    throw error.code === '42501' ? otherwise() : error;
  });
}

/** A StartError with the right that the owner lacks and the statements for an administrator. */
function forAdministrator(lacking: string, run: readonly string[], afterwards = ''): StartError {
  return new StartError(
    `The owner in DATABASE_URL ${lacking}: ask a database administrator to run \`${run.join('; ')}\`${afterwards}.`,
  );
}
