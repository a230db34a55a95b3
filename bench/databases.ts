import { setTimeout as pause } from 'node:timers/promises';
import { loadTown } from '../demo/town/load.js';
import { migrate } from '../src/database/migrate.js';
import { checkSecret } from '../src/features/beneficiaries/index.js';
import { entities, features } from '../src/features/index.js';
import { parentOf } from './machine.js';
import { asOwner } from './owner.js';
import { brokenReferences } from './town/check.js';
import { enlargeTown } from './town/enlarge.js';

/** The settings of the bench's PostgreSQL: those of a small server. Nothing needs to survive a power cut. */
export const serverSettings = {
  fsync: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  shared_buffers: '1GB',
  max_wal_size: '4GB',
  checkpoint_timeout: '30min',
  random_page_cost: '1.1',
} as const;

/** The databases of a run, on one server. */
export class Databases {
  /** @param url the owner's URL of the empty database of the server */
  constructor(
    private readonly url: string,
    private readonly secret: string,
  ) {}

  /** Loads the demonstration town, from which the large towns are made. */
  async loadDemonstration(): Promise<void> {
    await migrate(this.url, entities);
    await checkSecret(this.url, this.secret);
    await asOwner(this.url, (owner) => loadTown(owner, this.secret));
  }

  /** Makes the committee's releases in the demonstration town, with the default protection. */
  async withReleases(make: (ownerUrl: string) => Promise<unknown>): Promise<void> {
    await asOwner(this.url, (owner) =>
      owner.query(`insert into committee_protection (id, level, chosen_by_id, chosen_at)
        select gen_random_uuid(), 'DEFAULT', id, now() from member where role = 'DATA_PROTECTION_OFFICER' order by id limit 1`),
    );
    await make(this.url);
  }

  /** Makes a town of a number of copies, in a database of its own. */
  async makeTown(name: string, copies: number): Promise<void> {
    const url = await this.copy(new URL(this.url).pathname.slice(1), name);
    const consumers = features.flatMap((feature) => feature.consumers ?? []).map((it) => it.name);
    // Autovacuum would read each table again and again while the table grows.
    await this.run('alter system set autovacuum = off', 'select pg_reload_conf()');
    await asOwner(url, async (owner) => {
      await enlargeTown(owner, { copies, secret: this.secret, consumers });
      const broken = await brokenReferences(owner);
      if (broken.length > 0) throw new Error(`the large town has broken references: ${broken.join(', ')}`);
    });
    await this.run('alter system reset autovacuum', 'select pg_reload_conf()');
  }

  /** Copies a database, and returns the URL of the copy. */
  async copy(template: string, name: string): Promise<string> {
    await this.run(`create database ${name} template ${template} strategy file_copy`);
    // A hub would take the copy for a restored database, and renumber all events.
    await asOwner(this.urlOf(name), (owner) =>
      owner.query('update private.epoch set known = access.epoch()'),
    );
    return this.urlOf(name);
  }

  async drop(...names: readonly string[]): Promise<void> {
    await this.run(...names.map((name) => `drop database if exists ${name} with (force)`));
  }

  /** The process of the server. */
  serverPid(): Promise<number> {
    return asOwner(this.urlOf('postgres'), async (owner) => {
      const { rows } = await owner.query<{ pid: number }>('select pg_backend_pid() as pid');
      return parentOf(rows[0]?.pid ?? 0);
    });
  }

  urlOf(database: string): string {
    const url = new URL(this.url);
    url.pathname = `/${database}`;
    return url.href;
  }

  private async run(...statements: readonly string[]): Promise<void> {
    await asOwner(this.urlOf('postgres'), async (owner) => {
      for (const statement of statements) await owner.query(statement);
    });
  }
}

/** Whether a server works in the background: a statement runs, a job is due, or a consumer is behind. */
const busy = `
select from pg_stat_activity where datname = current_database() and backend_type = 'client backend'
  and state <> 'idle' and pid <> pg_backend_pid()
union all
select from jobs.job where state = 'active' or state < 'active' and start_after <= now()
union all
select from event_consumer c where (select true from event e where (e.xid, e.id) > (c.xid, c.id) order by e.xid, e.id limit 1)
limit 1`;

/** Waits until nothing happens in a database for three seconds, as after the start of a hub. */
export function quiet(databaseUrl: string): Promise<void> {
  return asOwner(databaseUrl, async (owner) => {
    let calm = 0;
    while (calm < 30) {
      const { rowCount } = await owner.query(busy);
      calm = rowCount ? 0 : calm + 1;
      await pause(100);
    }
  });
}
