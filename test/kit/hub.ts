import { afterAll, beforeAll } from '@jest/globals';
import pg from 'pg';
import { loadConfig } from '../../src/config/index.js';
import { type Hub, startHub } from '../../src/hub.js';
import { Client } from './client.js';
import { consumed, emptyDatabase, settled, type TestDatabase } from './database.js';
import { Seed, type SeededMember } from './town.js';

/** A hub on a database of the test's own, with what tests do to it. */
export interface TestHub {
  readonly url: string;
  readonly ownerUrl: string;
  /** Makes partners, members and what they share. */
  readonly town: Seed;
  /** A signed-in client. */
  as(member: SeededMember): Promise<Client>;
  /** Runs SQL as the owner, whom policies do not bind. */
  owner<Row extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Waits until readers may read all events that are committed. */
  settled(): Promise<void>;
  /** Waits until the hub itself has done what is due about all events. */
  consumed(): Promise<void>;
  /** One more hub on the same database, with these settings changed. */
  another(env?: Record<string, string>): Promise<{
    readonly url: string;
    as(member: SeededMember): Promise<Client>;
    stop(): Promise<void>;
  }>;
}

/**
 * How many connections to the database a hub of the tests has: each costs work when it is new, and more of them
 * than processors only make statements wait for each other until their time is over.
 */
export const fewConnections = '4';

/**
 * A hub for a test file, to be called where tests are described: it starts before the tests, and
 * everything is stopped and dropped after them. `TEST_LOG=info` shows what it logs.
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
        DATABASE_CONNECTIONS: fewConnections,
        LOG_LEVEL: process.env['TEST_LOG'] ?? 'silent',
        // That of demonstration mode, also for another hub on the database that takes tokens.
        HUB_SECRET: loadConfig({}).secret,
        ...env,
        ...changes,
      }),
      // Nobody asks once more.
      { gracePeriod: 0 },
    );
    hubs.push(hub);
    return hub;
  };
  const signIn = async (url: string, member: SeededMember) => {
    const client = await Client.signIn(url, member.email);
    clients.push(client);
    return client;
  };
  const owner = async <Row extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []) => {
    const client = await pool.connect();
    try {
      return (await client.query<Row>(sql, [...values])).rows;
    } finally {
      // As if the connection were new: no role, setting or transaction stays.
      await client.query('rollback; reset role; reset all').then(
        () => client.release(),
        (error: Error) => client.release(error),
      );
    }
  };

  beforeAll(async () => {
    database = await emptyDatabase();
    pool = new pg.Pool({ connectionString: database.ownerUrl, max: 2 });
    // A test may end its idle connections; the pool opens new ones.
    pool.on('error', () => {});
    await start();
  });
  afterAll(async () => {
    await Promise.all(clients.map((client) => client.close()));
    await Promise.all(hubs.map((hub) => hub.stop()));
    await pool.end();
    await database.drop();
  });

  const first = () => hubs[0] as Hub;
  return {
    get url() {
      return first().url;
    },
    get ownerUrl() {
      return database.ownerUrl;
    },
    town: new Seed(owner, (member) => signIn(first().url, member)),
    as: (member) => signIn(first().url, member),
    owner,
    settled: () => settled(pool),
    consumed: () => consumed(pool),
    another: async (changes) => {
      const hub = await start(changes);
      return { url: hub.url, as: (member) => signIn(hub.url, member), stop: () => hub.stop() };
    },
  };
}
