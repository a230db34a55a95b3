import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { migrations } from '../../migrations/index.js';
import { definitions } from './definitions.js';
import { jobProtection } from './job-schema.js';

/** A digest of what this version of the hub installs: migrations, functions and views, and the pg-boss tables with their grants. */
const version = createHash('sha256')
  .update(migrations.map(({ name }) => name).join())
  .update(definitions.map(({ checksum }) => checksum).join())
  .update(readFileSync(new URL(import.meta.resolve('pg-boss/package.json')), 'utf8'))
  .update(jobProtection)
  .digest('hex');

/** Whether this version has brought the database up to date and no other version has started since. */
export async function isInstalled(owner: pg.Client): Promise<boolean> {
  const table = await owner.query("select where to_regclass('private.installed') is not null");
  if (table.rowCount === 0) return false;
  const { rowCount } = await owner.query('select from private.installed where version = $1', [version]);
  return rowCount === 1;
}

/** Records that this version has brought the database up to date. */
export async function noteInstalled(owner: pg.Client): Promise<void> {
  await owner.query('delete from private.installed');
  await owner.query('insert into private.installed (version) values ($1)', [version]);
}
