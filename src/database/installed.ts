import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { migrations } from '../../migrations/index.js';
import { definitions } from './definitions.js';
import { jobProtection } from './job-schema.js';

/** What a database has that this version of the hub brought up to date: its migrations, functions and views, and the tables of pg-boss with their rights. */
const version = createHash('sha256')
  .update(migrations.map(({ name }) => name).join())
  .update(definitions.map(({ checksum }) => checksum).join())
  .update(readFileSync(new URL(import.meta.resolve('pg-boss/package.json')), 'utf8'))
  .update(jobProtection)
  .digest('hex');

/** Whether a start of this version has brought the database up to date, and none of another version has come since. */
export async function isInstalled(owner: pg.Client): Promise<boolean> {
  const table = await owner.query("select where to_regclass('private.installed') is not null");
  if (table.rowCount === 0) return false;
  const { rowCount } = await owner.query('select from private.installed where version = $1', [version]);
  return rowCount === 1;
}

/** Notes that the database is up to date. */
export async function noteInstalled(owner: pg.Client): Promise<void> {
  await owner.query('delete from private.installed');
  await owner.query('insert into private.installed (version) values ($1)', [version]);
}
