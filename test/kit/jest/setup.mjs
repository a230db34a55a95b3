import { access, chmod, constants, mkdtemp, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import 'reflect-metadata';
import pg from 'pg';
import { startEmbedded } from '../../../dist/src/database/embedded/server.js';
import { migrate } from '../../../dist/src/database/migrate.js';
import { entities } from '../../../dist/src/features/index.js';
import { onStopSignal } from '../../../dist/src/signals.js';
import { removeAll } from './teardown.mjs';

/*
 * One PostgreSQL for the whole run, with a migrated database that each test file copies. It runs the built
 * code: Jest loads this file before its own transformation of TypeScript.
 */
export default async function setUp() {
  const folder = await mkdtemp(join(await fastFolder(), 'hub test '));
  globalThis.hubTest = { folder };
  // An interrupted run leaves nothing behind, however far it has come.
  onStopSignal(() => removeAll().finally(() => process.exit(1)));
  try {
    await prepare(folder);
  } catch (error) {
    // What fails because the run is being stopped is no news: the process is about to end.
    if (globalThis.hubTest.stopping) await new Promise(() => {});
    throw error;
  }
}

/** Starts the server in the folder, makes the template, and says to the tests where they are. */
async function prepare(folder) {
  // PostgreSQL runs as another user where the tests run as root.
  await chmod(folder, 0o755);
  process.env.TMPDIR = folder;
  const settings = { fsync: 'off', max_connections: '300', max_wal_size: '4GB', checkpoint_timeout: '1h' };
  globalThis.hubTest.starting = startEmbedded({ dataDir: join(folder, 'server'), settings });
  const server = await globalThis.hubTest.starting;
  const template = new URL(server.url);
  template.pathname = '/hub_template';
  const owner = new pg.Client({ connectionString: server.url });
  await owner.connect();
  await owner.query('create database hub_template');
  await owner.end();
  await migrate(template.href, entities);
  const figures = join(folder, 'figures');
  await writeFile(figures, '');
  process.env.HUB_TEST_SERVER = server.url;
  process.env.HUB_TEST_FIGURES = figures;
  globalThis.hubTest.figures = figures;
}

/** Room that a run needs at most, in bytes. */
const room = 6e9;

/**
 * Where databases are copied fastest: Linux's shared memory if there is room, else the system's temporary
 * folder; HUB_TEST_FOLDER chooses another. A copy has 700 files; on a disk they cost 0.7 s, in memory 0.04 s.
 */
async function fastFolder() {
  if (process.env.HUB_TEST_FOLDER) return process.env.HUB_TEST_FOLDER;
  const memory = '/dev/shm';
  try {
    await access(memory, constants.W_OK);
    const { bavail, bsize } = await statfs(memory);
    return bavail * bsize > room ? memory : tmpdir();
  } catch {
    return tmpdir();
  }
}
