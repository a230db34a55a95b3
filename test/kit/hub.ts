import { afterAll, beforeAll } from '@jest/globals';
import pg from 'pg';
import { loadConfig } from '../../src/config/index.js';
import { type Hub, startHub } from '../../src/hub.js';
import { Client } from './client.js';
import { consumed, emptyDatabase, settled, type TestDatabase } from './database.js';
import { Seed, type SeededMember } from './town.js';

/** A hub on a database of its own, with helpers for tests. */
export interface TestHub {
  readonly url: string;
  readonly ownerUrl: string;
  /** Creates partners and members. */
  readonly town: Seed;
  /** A signed-in client. */
  as(member: SeededMember): Promise<Client>;
  /** Runs SQL as the owner: row policies do not apply to it. */
  owner<Row extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Waits until readers can read all committed events, and subscribers have them. */
  settled(): Promise<void>;
  /** Waits until the hub's consumers have processed all events and its due jobs are done. */
  consumed(): Promise<void>;
  /** Starts another hub on the same database, with changed settings. */
  startAnother(env?: Record<string, string>): Promise<{
    readonly url: string;
    as(member: SeededMember): Promise<Client>;
    stop(): Promise<void>;
  }>;
}

/**
 * Number of database connections of a test hub. Opening a connection takes time, and with many more connections than
 * processors, statements slow each other down until they time out.
 */
export const poolSize = '4';

/**
 * Creates a hub for a test file. Call it at the top level or in `describe`: the hub starts before the tests, and is
 * stopped and its database dropped after them. `TEST_LOG=info` shows its log.
 */
export function testHub(env: Record<string, string> = {}): TestHub {
  const hubs: Hub[] = [];
  const clients: Client[] = [];
  let database: TestDatabase;
  let pool: pg.Pool;

  const start = async (changes: Record<string, string> = {}) => {
    const hub = await startHub(
      loadConfig({
        DATABASE_URL: database.ownerUrl,
        PORT: '0',
        DATABASE_CONNECTIONS: poolSize,
        LOG_LEVEL: process.env['TEST_LOG'] ?? 'silent',
        // The secret of demonstration mode, also for another hub on the database that accepts tokens.
        HUB_SECRET: loadConfig({}).secret,
        ...env,
        ...changes,
      }),
      // No grace period: no client sends further requests at shutdown.
      { gracePeriod: 0 },
    );
    hubs.push(hub);
    return hub;
  };
  const allCaughtUp = async () => {
    await settled(pool);
    await Promise.all(hubs.map((hub) => hub.caughtUp()));
  };
  const signIn = async (url: string, member: SeededMember) => {
    const client = await Client.signIn(url, member.email);
    client.beforeSubscribing = allCaughtUp;
    clients.push(client);
    return client;
  };
  const owner = async <Row extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []) => {
    const client = await pool.connect();
    try {
      return (await client.query<Row>(sql, [...values])).rows;
    } finally {
      // Resets the connection: role, settings and transaction.
      await client.query('rollback; reset role; reset all').then(
        () => client.release(),
        (error: Error) => client.release(error),
      );
    }
  };

  beforeAll(async () => {
    database = await emptyDatabase();
    pool = new pg.Pool({ connectionString: database.ownerUrl, max: 2 });
    // A test may terminate idle connections; the pool opens new ones.
    pool.on('error', () => {});
    await start();
  });
  afterAll(async () => {
    await Promise.all(clients.map((client) => client.close()));
    await Promise.all(hubs.map((hub) => hub.stop()));
    await pool.end();
    await database.drop();
  });

  const mainHub = () => hubs[0] as Hub;
  return {
    get url() {
      return mainHub().url;
    },
    get ownerUrl() {
      return database.ownerUrl;
    },
    town: new Seed(owner, (member) => signIn(mainHub().url, member)),
    as: (member) => signIn(mainHub().url, member),
    owner,
    settled: allCaughtUp,
    consumed: () => consumed(pool),
    startAnother: async (changes) => {
      const hub = await start(changes);
      return { url: hub.url, as: (member) => signIn(hub.url, member), stop: () => hub.stop() };
    },
  };
}
