import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { migrations } from '../../migrations/index.js';
import { StartError } from '../start-error.js';
import { type Entities, ormOptions } from './database.js';
import { applyDefinitions, changedSince } from './definitions.js';
import { isInstalled, noteInstalled } from './installed.js';
import { ensureJobs } from './job-schema.js';
import { checkLogin } from './login.js';
import { settleRestored } from './restored.js';
import { ensureGroupRoles, ensureLogin, ensureOwner } from './roles.js';
import { startTimeout } from './timeouts.js';

/** The key of the advisory lock that serialises concurrent starts; an arbitrary constant. */
const startLock = 4_820_221;

/**
 * Brings a database up to date as its owner: roles, migrations, login role. Concurrent starts run one after another.
 * @param login the URL of a login role that an administrator created, if any
 * @returns the URL with which the server connects
 * @throws StartError with one sentence when rights are missing or the login role has too many
 */
export async function migrate(ownerUrl: string, entities: Entities, login?: string): Promise<string> {
  const owner = await connect(ownerUrl, 'DATABASE_URL');
  try {
    await checkVersion(owner);
    await owner.query('select pg_advisory_lock($1)', [startLock]);
    const applied = await migrationsOf(owner);
    await ensureOwner(owner);
    await ensureGroupRoles(owner);
    if (!(await isInstalled(owner))) await install(owner, ownerUrl, entities, applied);
    await settleRestored(owner);
    const url = login ?? (await madeLogin(owner, ownerUrl));
    await proveLogin(owner, url, login ? 'DATABASE_LOGIN_URL' : 'DATABASE_URL');
    return url;
  } finally {
    await owner.end();
  }
}

/**
 * The names of the migrations that a database has; none for a new one.
 * @throws StartError for a database from before the first release, whose migrations are no longer here
 */
async function migrationsOf(owner: pg.Client): Promise<ReadonlySet<string>> {
  const { rowCount } = await owner.query("select where to_regclass('mikro_orm_migrations') is not null");
  if (rowCount === 0) return new Set();
  const { rows } = await owner.query<{ name: string }>('select name from mikro_orm_migrations');
  if (rows.some(({ name }) => /^Migration\d{14}$/.test(name))) {
    throw new StartError(
      'The database was made by a version from before the first release, which this version cannot upgrade; nothing was changed: start with an empty database, or keep using the former version.',
    );
  }
  return new Set(rows.map(({ name }) => name));
}

/** Applies migrations, functions and views, and what depends on the set of tables. */
async function install(
  owner: pg.Client,
  ownerUrl: string,
  entities: Entities,
  applied: ReadonlySet<string>,
): Promise<void> {
  const orm = new MikroORM({
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
  // During an upgrade, a newer version of the hub may share the database: its definitions stay.
  const isNewer = [...applied].some((name) => !migrations.some((it) => it.name === name));
  if (!isNewer) await refreshDefinitions(owner);
  // New tables may name a person: merges and erasure need access to them.
  await owner.query('select merges.cover()');
  await owner.query('select rights.cover()');
  await ensureJobs(owner);
  await noteInstalled(owner);
}

/** Applies the functions and views whose text has changed. */
async function refreshDefinitions(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ name: string; checksum: string }>(
    'select name, checksum from private.definition',
  );
  await owner.query('begin');
  try {
    const changed = changedSince(new Map(rows.map(({ name, checksum }) => [name, checksum])));
    await applyDefinitions((sql) => owner.query(sql), changed);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}

/** The URL of the login role that the hub manages itself. */
async function madeLogin(owner: pg.Client, ownerUrl: string): Promise<string> {
  const url = new URL(ownerUrl);
  const { user, password } = await ensureLogin(owner, decodeURIComponent(url.pathname.slice(1)));
  url.username = encodeURIComponent(user);
  url.password = password;
  return url.href;
}

/** Connects once as the login role to check that it reaches the same database and has exactly the required rights. */
async function proveLogin(owner: pg.Client, url: string, setting: string): Promise<void> {
  const login = await connect(url, setting);
  try {
    const place = "select current_database() || ' of ' || system_identifier as name from pg_control_system()";
    const [its, owners] = await Promise.all(
      [login, owner].map(async (client) => (await client.query<{ name: string }>(place)).rows[0]?.name),
    );
    if (its !== owners) {
      throw new StartError(
        `The database in ${setting} is not the one in DATABASE_URL: let both settings name the same database.`,
      );
    }
    await checkLogin(login, setting);
  } finally {
    await login.end();
  }
}

/**
 * Opens one connection outside the pool, for a start or a command of an administrator.
 * @throws StartError when the server cannot be reached or refuses the connection
 */
export async function connect(url: string, setting: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: startTimeout });
  // A lost connection also fails the running statement, which reports the error.
  client.on('error', () => {});
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
      `The database runs PostgreSQL ${Math.floor(version / 10_000)}, but the hub needs 15 or newer: upgrade the server.`,
    );
  }
}
