import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { migrations } from '../../migrations/index.js';
import { StartError } from '../start-error.js';
import { type Entities, ormOptions } from './database.js';
import { ensureGroupRoles, ensureLogin } from './roles.js';

/** Any number, the same in every hub: what processes starting together wait for. */
const startLock = 4_820_221;

/**
 * Brings a database up to date as its owner: roles, migrations, login role. Processes that start
 * together take turns.
 * @param login the URL of a login role that an administrator made, if so
 * @returns the URL that the server serves with
 */
export async function migrate(ownerUrl: string, entities: Entities, login?: string): Promise<string> {
  const owner = await connect(ownerUrl, 'DATABASE_URL');
  try {
    await checkVersion(owner);
    await owner.query('select pg_advisory_lock($1)', [startLock]);
    await ensureGroupRoles(owner);
    const orm = await MikroORM.init({
      ...ormOptions(ownerUrl, entities),
      extensions: [Migrator],
      migrations: { migrationsList: [...migrations], snapshot: false, transactional: true },
      pool: { min: 0, max: 2 },
    });
    try {
      await orm.migrator.up();
    } finally {
      await orm.close();
    }
    if (login) return login;
    const url = new URL(ownerUrl);
    const made = await ensureLogin(owner, decodeURIComponent(url.pathname.slice(1)));
    url.username = encodeURIComponent(made.user);
    url.password = made.password;
    return url.href;
  } finally {
    await owner.end();
  }
}

/**
 * Opens one connection outside the pool.
 * @throws StartError in plain words when the server cannot be reached or refuses
 */
export async function connect(url: string, setting: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    return client;
  } catch (error) {
    throw new StartError(`The database in ${setting} cannot be reached: ${(error as Error).message}.`);
  }
}

async function checkVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string }>(
    "select current_setting('server_version_num') as version",
  );
  const version = Number(rows[0]?.version);
  if (version < 150_000) {
    throw new StartError(
      `The database runs PostgreSQL ${Math.floor(version / 10_000)}; the hub needs 15 or newer.`,
    );
  }
}
