import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

/** A database for one test or test file. */
export interface TestDatabase {
  /** URL of the owner, a superuser: row policies do not apply to it. */
  readonly ownerUrl: string;
  drop(): Promise<void>;
}

function serverUrl(database?: string): string {
  const url = new URL(process.env['HUB_TEST_SERVER'] ?? '');
  if (database) url.pathname = `/${database}`;
  return url.href;
}

/** Runs `work` with a connection of the server's superuser. */
export async function asOwner<Result>(
  url: string,
  work: (owner: pg.Client) => Promise<Result>,
): Promise<Result> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

/** A connection of the owner, or a pool of them. */
type Owner = Pick<pg.Client, 'query'>;

/**
 * Waits until readers can read all committed events. A running transaction delays them, even if it belongs to another
 * test file on the same server.
 */
export async function settled(owner: Owner): Promise<void> {
  const waiting = 'select from event where xid >= pg_snapshot_xmin(pg_current_snapshot()) limit 1';
  while ((await owner.query(waiting)).rowCount) await delay(5);
}

/**
 * Waits until every event consumer of the hub on this database has consumed the last event, and all due jobs are
 * done.
 */
export async function consumed(owner: Owner): Promise<void> {
  const behind = `select from event e join event_consumer c on (e.xid, e.id) > (c.xid, c.id)
    union all
    select from jobs.job where state = 'active' or state < 'active' and start_after <= now()
    limit 1`;
  while ((await owner.query(behind)).rowCount) await delay(10);
}

/**
 * SQL condition on a row of `event`: a command wrote it. Consumers add the events of open files and of notifications,
 * some time after the command.
 */
export const ofCommand = "topic <> all ('{FILE,NOTIFICATION}')";

/** A copy of the migrated template, without rows. */
export function emptyDatabase(): Promise<TestDatabase> {
  return copy('hub_template');
}

/** A database without migrations, which no hub has used. */
export function blankDatabase(): Promise<TestDatabase> {
  return copy('template0');
}

/** A copy of a database, which must have no open connections. */
export function copyOf(database: TestDatabase): Promise<TestDatabase> {
  return copy(new URL(database.ownerUrl).pathname.slice(1));
}

async function copy(template: string): Promise<TestDatabase> {
  const name = `t_${randomBytes(6).toString('hex')}`;
  await asOwner(serverUrl(), (owner) =>
    owner.query(`create database ${name} template ${template} strategy file_copy`),
  );
  return {
    ownerUrl: serverUrl(name),
    drop: () =>
      asOwner(serverUrl(), async (owner) => {
        await owner.query(`drop database if exists ${name} with (force)`);
        await owner.query(`drop role if exists hub_login_${name}`);
      }),
  };
}
