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
 * Starts one PostgreSQL for the whole run, with a migrated template database that each test file copies. It runs the
 * built code, because Jest loads this file before it can transform TypeScript.
 */
export default async function setUp() {
  const folder = await mkdtemp(join(await fastFolder(), 'hub test '));
  globalThis.hubTest = { folder };
  // An interrupted run removes its server and folder, at any stage.
  onStopSignal(() => removeAll().finally(() => process.exit(1)));
  try {
    await prepare(folder);
  } catch (error) {
    // Errors caused by the interruption are not reported: the process is about to end.
    if (globalThis.hubTest.stopping) await new Promise(() => {});
    throw error;
  }
}

/** Starts the server in the folder, creates the template, and sets the environment variables of the tests. */
async function prepare(folder) {
  // When the tests run as root, PostgreSQL runs as another user.
  await chmod(folder, 0o755);
  process.env.TMPDIR = folder;
  const settings = {
    // The data need not survive, and no database lives long enough for a vacuum.
    ...{ fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', autovacuum: 'off' },
    ...{ max_connections: '300', max_wal_size: '4GB', checkpoint_timeout: '1h' },
  };
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

/** Maximum disk space of a run, in bytes. */
const spaceNeeded = 6e9;

/**
 * The folder in which databases are copied fastest: Linux's shared memory if it has enough space, else the system's
 * temporary folder; HUB_TEST_FOLDER overrides it. A copy has 700 files: 0.7 s on a disk, 0.04 s in memory.
 */
async function fastFolder() {
  if (process.env.HUB_TEST_FOLDER) return process.env.HUB_TEST_FOLDER;
  const memory = '/dev/shm';
  try {
    await access(memory, constants.W_OK);
    const { bavail, bsize } = await statfs(memory);
    return bavail * bsize > spaceNeeded ? memory : tmpdir();
  } catch {
    return tmpdir();
  }
}
