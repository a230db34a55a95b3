import pg from 'pg';
import { StartError } from '../../src/start-error.js';
import { copyRows } from './copy.js';
import { generateTown } from './index.js';
import { partnerRows } from './partners.js';
import type { Town } from './rows.js';

/** Any number, the same in every hub: what processes that load at the same time wait for. */
const loadLock = 4_820_222;

/** The tables that hold no data of the hub's, but what its migrations write, or its processes about themselves. */
const housekeeping = ['mikro_orm_migrations', 'exit_frame', 'exit_frame_rule', 'presence'];

/** How far the parts of a hub have come in the events; a hub that has run without data has come nowhere. */
const places = 'event_consumer';

/**
 * Puts the demonstration town into a migrated database that holds nothing yet, in one transaction.
 *
 * Row policies are not forced on the owner meanwhile, and foreign keys are taken off and put on again, which
 * checks them: both come back with the commit or the rollback, and nobody else can use the tables until then.
 * @param owner a connection of the tables' owner, which need not be a superuser
 * @param secret the hub's, which the fingerprints of persons depend on
 * @param generate makes the rows, where that was begun before
 * @returns `present` when the town is there already, which changes nothing
 * @throws StartError when the database holds other data, which changes nothing
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
      // A hub at work holds some of the tables and wants others: one of the two has to begin again.
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

/** Whether the first partner of the town is there: it stays, whatever becomes of the other rows. */
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
  const keys = await takeForeignKeysOff(owner);
  await perRow(owner, 'disable');
  for (const [table, rows] of Object.entries(town)) await copyRows(owner, table, rows);
  await perRow(owner, 'enable');
  await owner.query("select setval('referral_number', $1)", [town.referral.length]);
  await owner.query(keys.join(';\n'));
  // The town's past is no news: nobody is notified of it.
  await owner.query(
    `update ${places} set xid = pg_current_xact_id(), id = 'ffffffff-ffff-ffff-ffff-ffffffffffff'`,
  );
  await owner.query(`analyze ${Object.keys(town).map(pg.escapeIdentifier).join(', ')}`);
}

/**
 * The triggers by which rows follow merges, and that compare days with births, run for each row and cost as much as
 * the rows. The town has no merge, and its own tests prove its days.
 */
async function perRow(owner: pg.Client, change: 'disable' | 'enable'): Promise<void> {
  const { rows } = await owner.query<{ statement: string }>(
    `select format('alter table %s ${change} trigger %I', tgrelid::regclass, tgname) as statement
     from pg_trigger join pg_class c on c.oid = tgrelid
     where tgname similar to '(merged|born)\\_%' and not tgisinternal and relnamespace = 'public'::regnamespace`,
  );
  await owner.query(rows.map(({ statement }) => statement).join(';\n'));
}

/** @returns the statements that put them on again */
async function takeForeignKeysOff(owner: pg.Client): Promise<string[]> {
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
