import { randomBytes } from 'node:crypto';
import { operationRoles, ownerRoles } from '../../src/database/roles.js';
import { asOwner } from './database.js';

/** A database whose owner can do nothing else, and for which an administrator made the roles. */
export interface ManagedDatabase {
  /** The settings of a hub on it. */
  readonly env: { readonly DATABASE_URL: string; readonly DATABASE_LOGIN_URL: string };
  /** The superuser's, whom row policies do not bind. */
  readonly adminUrl: string;
  drop(): Promise<void>;
}

/**
 * Makes an empty database as docs/database.md tells an administrator to.
 * @param serverUrl the superuser's, on a server where the roles of the hub may be missing or there
 */
export async function managedDatabase(serverUrl: string): Promise<ManagedDatabase> {
  const name = `managed_${randomBytes(6).toString('hex')}`;
  const [owner, login] = [`${name}_owner`, `${name}_login`];
  const urlOf = (user?: string) => {
    const url = new URL(serverUrl);
    url.pathname = `/${name}`;
    if (user) [url.username, url.password] = [user, 'secret'];
    return url.href;
  };
  const groups = [...operationRoles, ...ownerRoles];
  await asOwner(serverUrl, async (admin) => {
    const { rows } = await admin.query<{ role: string }>('select rolname as role from pg_roles');
    const missing = groups.filter((group) => !rows.some(({ role }) => role === group));
    for (const group of missing) await admin.query(`create role ${group} nologin noinherit`);
    await admin.query(`create role ${owner} login password 'secret'`);
    await admin.query(`create role ${login} login noinherit password 'secret'`);
    await admin.query(`grant ${operationRoles.join(', ')} to ${login}`);
    await admin.query(`grant ${ownerRoles.join(', ')} to ${owner}`);
    await admin.query(`create database ${name} owner ${owner}`);
  });
  return {
    env: { DATABASE_URL: urlOf(owner), DATABASE_LOGIN_URL: urlOf(login) },
    adminUrl: urlOf(),
    drop: () =>
      asOwner(serverUrl, async (admin) => {
        await admin.query(`drop database if exists ${name} with (force)`);
        await admin.query(`drop role if exists ${owner}, ${login}`);
      }),
  };
}
