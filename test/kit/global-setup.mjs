import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import 'reflect-metadata';
import pg from 'pg';
import { startEmbedded } from '../../dist/src/database/embedded.js';
import { migrate } from '../../dist/src/database/migrate.js';
import { entities } from '../../dist/src/features.js';

/*
 * One PostgreSQL for the whole run, with a migrated database that each test file copies. It runs the
 * built code: Jest loads this file before its own transformation of TypeScript.
 */
export default async function setUp() {
  const dataDir = await mkdtemp(join(tmpdir(), 'hub test '));
  const server = await startEmbedded({ dataDir, settings: { fsync: 'off', max_connections: '300' } });
  const template = new URL(server.url);
  template.pathname = '/hub_template';
  const owner = new pg.Client({ connectionString: server.url });
  await owner.connect();
  await owner.query('create database hub_template');
  await owner.end();
  await migrate(template.href, entities);
  const figures = join(dataDir, 'figures');
  await writeFile(figures, '');
  process.env.HUB_TEST_SERVER = server.url;
  process.env.HUB_TEST_FIGURES = figures;
  globalThis.hubTest = { server, dataDir, figures };
}
