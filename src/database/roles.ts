import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { StartError } from '../start-error.js';

/**
 * The roles that operations run under; none can log in and none owns a table.
 *
 * `hub_partner`: a member's operation · `hub_committee`: the committee's view · `hub_system`: sign-in,
 * relay and jobs · `hub_access`: owns the functions that policies ask.
 */
export const operationRoles = ['hub_partner', 'hub_committee', 'hub_system'] as const;
const groupRoles = [...operationRoles, 'hub_access'] as const;

/** What the server's own connections begin with, whoever made the login role. */
export const loginSettings = {
  timezone: 'UTC',
  statement_timeout: '15s',
  idle_in_transaction_session_timeout: '30s',
  plan_cache_mode: 'force_generic_plan',
} as const;

/**
 * Makes the roles that are missing. They belong to the whole server, so another database's hub may
 * have made them, or may be making them now.
 */
export async function ensureGroupRoles(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ rolname: string }>(
    'select rolname from pg_roles where rolname = any($1)',
    [groupRoles],
  );
  const present = new Set(rows.map((row) => row.rolname));
  for (const role of groupRoles) {
    if (!present.has(role)) await createRole(owner, role, 'nologin noinherit');
  }
  // The owner hands the access functions over to hub_access, which takes membership.
  const member = await owner.query<{ ok: boolean }>(
    `select pg_has_role(current_user, 'hub_access', 'usage') or rolsuper as ok from pg_roles where rolname = current_user`,
  );
  if (!member.rows[0]?.ok) await owner.query('grant hub_access to current_user');
}

/**
 * Makes the login role of this database, or brings it up to date, and returns its name and password.
 * The password is random and kept where only the owner reads it, so that all processes find it.
 */
export async function ensureLogin(
  owner: pg.Client,
  database: string,
): Promise<{ user: string; password: string }> {
  const user = `hub_login_${database}`.slice(0, 63);
  const role = pg.escapeIdentifier(user);
  const kept = await owner.query<{ password: string }>('select password from private.login');
  const password = kept.rows[0]?.password ?? randomBytes(24).toString('base64url');
  if (kept.rows.length === 0) await owner.query('insert into private.login values ($1)', [password]);

  const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [user]);
  if (rowCount === 0) await createRole(owner, role, 'login noinherit');
  await owner.query(`alter role ${role} login noinherit password ${pg.escapeLiteral(password)}`);
  await owner.query(`grant ${operationRoles.join(', ')} to ${role}`);
  return { user, password };
}

async function createRole(owner: pg.Client, role: string, attributes: string): Promise<void> {
  try {
    await owner.query(`create role ${role} ${attributes}`);
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code === '42710' || code === '23505') return;
    if (code === '42501') {
      throw new StartError(
        `The owner in DATABASE_URL may not create the role ${role}: let an administrator create it (docs/database.md).`,
      );
    }
    throw error;
  }
}
