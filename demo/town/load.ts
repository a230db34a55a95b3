import pg from 'pg';
import { StartError } from '../../src/start-error.js';
import { copyRows } from './copy.js';
import { generateTown } from './index.js';
import { partnerRows } from './partners.js';
import type { Town } from './rows.js';

/** Key of the advisory lock for concurrent loads: an arbitrary number, the same in every hub. */
const loadLock = 4_820_222;

/** Tables without user data: rows that migrations or the hub's processes write. */
const housekeeping = ['mikro_orm_migrations', 'exit_frame', 'exit_frame_rule', 'presence'];

/** Table of the positions of event consumers. A hub that has run on an empty database has rows here. */
const places = 'event_consumer';

/**
 * Loads the demonstration town into a migrated, empty database, in one transaction.
 *
 * During the load, row policies are not forced on the owner, and foreign keys are dropped and created again, which
 * checks them. Both are restored at the commit or rollback. Until then the tables are locked.
 * @param owner a connection of the tables' owner, which need not be a superuser
 * @param secret the hub's secret, on which the fingerprints of persons depend
 * @param generate returns the rows, if their generation was started earlier
 * @returns `present` when the town is already loaded; nothing is changed
 * @throws StartError when the database holds other data; nothing is changed
 */
export async function loadTown(
  owner: pg.Client,
  secret: string,
  generate: () => Promise<Town> | Town = () => generateTown({ secret }),
): Promise<'loaded' | 'present'> {
  for (let left = 5; ; left--) {
    try {
      return await loadOnce(owner, generate);
    } catch (error) {
      // A deadlock with a running hub, which locks the same tables, is possible: one of the two must retry.
      if ((error as { code?: string }).code !== '40P01' || left === 0) throw error;
    }
  }
}

async function loadOnce(
  owner: pg.Client,
  generate: () => Promise<Town> | Town,
): Promise<'loaded' | 'present'> {
  await owner.query('begin');
  try {
    await owner.query('select pg_advisory_xact_lock($1)', [loadLock]);
    const tables = await tablesOf(owner);
    await alter(owner, tables, 'no force row level security');
    const present = await isPresent(owner);
    if (!present) {
      await refuseOtherData(
        owner,
        tables.filter((it) => it !== places),
      );
      await insertTown(owner, await generate());
    }
    await alter(owner, tables, 'force row level security');
    await owner.query('commit');
    return present ? 'present' : 'loaded';
  } catch (error) {
    await owner.query('rollback').catch(() => {});
    throw error;
  }
}

async function tablesOf(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select quote_ident(relname) as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind = 'r' and relforcerowsecurity
       and relname <> all ($1) order by relname`,
    [housekeeping],
  );
  return rows.map(({ name }) => name);
}

async function alter(owner: pg.Client, tables: readonly string[], change: string): Promise<void> {
  await owner.query(tables.map((table) => `alter table ${table} ${change};`).join('\n'));
}

/** Whether the town is loaded: its first partner exists. It is kept even when other rows are deleted. */
async function isPresent(owner: pg.Client): Promise<boolean> {
  const { rowCount } = await owner.query('select from partner where id = $1', [partnerRows().partner[0]?.id]);
  return rowCount === 1;
}

async function refuseOtherData(owner: pg.Client, tables: readonly string[]): Promise<void> {
  const parts = tables.map((table) => `select '${table}' as name where exists (select from ${table})`);
  const { rows } = await owner.query<{ name: string }>(parts.join(' union all '));
  if (rows.length > 0) {
    const names = rows.map(({ name }) => name).join(', ');
    throw new StartError(
      `The database holds other data (in ${names}), so the demonstration town is not loaded.`,
    );
  }
}

async function insertTown(owner: pg.Client, town: Town): Promise<void> {
  const keys = await dropForeignKeys(owner);
  await alterRowTriggers(owner, 'disable');
  for (const [table, rows] of Object.entries(town)) await copyRows(owner, table, rows);
  await alterRowTriggers(owner, 'enable');
  await owner.query("select setval('referral_number', $1)", [town.referral.length]);
  await owner.query(keys.join(';\n'));
  // Moves the event consumers behind the town's events, so that no one is notified of past events.
  await owner.query(
    `update ${places} set xid = pg_current_xact_id(), id = 'ffffffff-ffff-ffff-ffff-ffffffffffff'`,
  );
  await owner.query(`analyze ${Object.keys(town).map(pg.escapeIdentifier).join(', ')}`);
}

/**
 * Enables or disables the row triggers that redirect rows after merges and that compare dates with birth dates. For
 * each row they cost as much time as the row itself. The town has no merges, and tests check its dates.
 */
async function alterRowTriggers(owner: pg.Client, change: 'disable' | 'enable'): Promise<void> {
  const { rows } = await owner.query<{ statement: string }>(
    `select format('alter table %s ${change} trigger %I', tgrelid::regclass, tgname) as statement
     from pg_trigger join pg_class c on c.oid = tgrelid
     where tgname similar to '(merged|born)\\_%' and not tgisinternal and relnamespace = 'public'::regnamespace`,
  );
  await owner.query(rows.map(({ statement }) => statement).join(';\n'));
}

/** @returns the statements that create the foreign keys again */
async function dropForeignKeys(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ off: string; on: string }>(
    `select format('alter table %s ', conrelid::regclass) ||
         string_agg(format('drop constraint %I', conname), ', ' order by oid) as off,
       format('alter table %s ', conrelid::regclass) ||
         string_agg(format('add constraint %I %s', conname, pg_get_constraintdef(oid)), ', ' order by oid) as on
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace
     group by conrelid order by min(oid)`,
  );
  await owner.query(rows.map(({ off }) => off).join(';\n'));
  return rows.map(({ on }) => on);
}
