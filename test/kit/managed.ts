import { randomBytes } from 'node:crypto';
import { operationRoles, ownerRoles } from '../../src/database/roles.js';
import { asOwner } from './database.js';

/** A database whose owner has no further rights, and for which an administrator created the roles. */
export interface ManagedDatabase {
  /** Settings of a hub on this database. */
  readonly env: { readonly DATABASE_URL: string; readonly DATABASE_LOGIN_URL: string };
  /** URL of the superuser: row policies do not apply to it. */
  readonly adminUrl: string;
  drop(): Promise<void>;
}

/**
 * Creates an empty database with the steps that docs/database.md gives to an administrator.
 * @param serverUrl URL of the superuser; the roles of the hub may already exist on the server
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
