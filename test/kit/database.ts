import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

/** A database of a test's own. */
export interface TestDatabase {
  /** The owner's, who is a superuser: row policies do not bind it. */
  readonly ownerUrl: string;
  drop(): Promise<void>;
}

function serverUrl(database?: string): string {
  const url = new URL(process.env['HUB_TEST_SERVER'] ?? '');
  if (database) url.pathname = `/${database}`;
  return url.href;
}

/** Runs something as the server's superuser. */
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
 * Waits until readers may read all events that are committed: a transaction of another test file, on the
 * same server, holds them back as long as it runs.
 */
export async function settled(owner: Owner): Promise<void> {
  const waiting = 'select from event where xid >= pg_snapshot_xmin(pg_current_snapshot()) limit 1';
  while ((await owner.query(waiting)).rowCount) await delay(5);
}

/**
 * Waits until every consumer of events of a hub that runs on the database stands behind the last event, and all
 * jobs whose time has come are done.
 */
export async function consumed(owner: Owner): Promise<void> {
  const behind = `select from event e join event_consumer c on (e.xid, e.id) > (c.xid, c.id)
    union all
    select from jobs.job where state = 'active' or state < 'active' and start_after <= now()
    limit 1`;
  while ((await owner.query(behind)).rowCount) await delay(10);
}

/** A copy of the migrated template: it has no row. */
export function emptyDatabase(): Promise<TestDatabase> {
  return copy('hub_template');
}

/** A database that no hub has ever served. */
export function blankDatabase(): Promise<TestDatabase> {
  return copy('template0');
}

/** A copy of a database that nobody is connected to. */
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
