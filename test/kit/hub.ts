import { afterAll, beforeAll } from '@jest/globals';
import pg from 'pg';
import { loadConfig } from '../../src/config/index.js';
import { type Hub, startHub } from '../../src/hub.js';
import { Client } from './client.js';
import { consumed, emptyDatabase, settled, type TestDatabase } from './database.js';
import { Seed, type SeededMember } from './town.js';

/** A hub with helpers for tests. */
export interface SharedHub {
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
}

/** A hub on a database of its own. */
export interface TestHub extends SharedHub {
  /** Starts another hub on the same database, with changed settings. */
  startAnother(env?: Record<string, string>): Promise<{
    readonly url: string;
    as(member: SeededMember): Promise<Client>;
    stop(): Promise<void>;
  }>;
}

/** The secret of the test hubs. */
export const hubSecret = loadConfig({}).secret;

/**
 * Number of database connections of a test hub. Opening a connection takes time, and with many more connections than
 * processors, statements slow each other down until they time out.
 */
export const poolSize = '4';

/**
 * The hub that the test files of a worker share, with the rows that other files have left. Call it at the top level or
 * in `describe`. It saves the start of a hub, and its database connections have their statements prepared. For tests
 * that look only at what they create themselves, and leave no work to the hub's background; others call `testHub`.
 */
export function sharedHub(): SharedHub {
  const start = async () => {
    worker.running ??= Running.start({});
    // The methods of the file that started it ended with that file.
    const { database, pool, hubs } = await worker.running;
    await consumed(pool);
    return new Running(database, pool, {}, hubs);
  };
  return hubOfFile(start, async () => {});
}

/**
 * Creates a hub on an empty database for a test file. Call it at the top level or in `describe`: the hub starts before
 * the tests, and is stopped and its database dropped after them. `TEST_LOG=info` shows its log.
 */
export function testHub(env: Record<string, string> = {}): TestHub {
  return hubOfFile(
    () => Running.start(env),
    (running) => running.stop(),
  );
}

/** What `environment.mjs` keeps for all test files of a worker. */
const { worker } = globalThis as unknown as { worker: { running?: Promise<Running> } };

/** A database with its hubs, which run in this process. */
class Running {
  constructor(
    readonly database: TestDatabase,
    readonly pool: pg.Pool,
    private readonly env: Record<string, string>,
    readonly hubs: Hub[] = [],
  ) {}

  static async start(env: Record<string, string>): Promise<Running> {
    const database = await emptyDatabase();
    const pool = new pg.Pool({ connectionString: database.ownerUrl, max: 2 });
    // A test may terminate idle connections; the pool opens new ones.
    pool.on('error', () => {});
    const running = new Running(database, pool, env);
    await running.startHub();
    return running;
  }

  async startHub(changes: Record<string, string> = {}): Promise<Hub> {
    const config = loadConfig({
      DATABASE_URL: this.database.ownerUrl,
      PORT: '0',
      DATABASE_CONNECTIONS: poolSize,
      LOG_LEVEL: process.env['TEST_LOG'] ?? 'silent',
      // The secret of demonstration mode, also for another hub on the database that accepts tokens.
      HUB_SECRET: hubSecret,
      ...this.env,
      ...changes,
    });
    // No grace period: no client sends further requests at shutdown.
    const hub = await startHub(config, { gracePeriod: 0 });
    this.hubs.push(hub);
    return hub;
  }

  async owner<Row extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    const client = await this.pool.connect();
    try {
      return (await client.query<Row>(sql, [...values])).rows;
    } finally {
      // Resets the connection: role, settings and transaction.
      await client.query('rollback; reset role; reset all').then(
        () => client.release(),
        (error: Error) => client.release(error),
      );
    }
  }

  async settled(): Promise<void> {
    await settled(this.pool);
    await Promise.all(this.hubs.map((hub) => hub.caughtUp()));
  }

  async stop(): Promise<void> {
    await Promise.all(this.hubs.map((hub) => hub.stop()));
    await this.pool.end();
    await this.database.drop();
  }
}

/** The hub of a test file, which starts before its tests. */
function hubOfFile(start: () => Promise<Running>, end: (running: Running) => Promise<void>): TestHub {
  const clients: Client[] = [];
  let running: Running;
  beforeAll(async () => {
    running = await start();
  });
  afterAll(async () => {
    await Promise.all(clients.map((client) => client.close()));
    await end(running);
  });

  const mainHub = () => running.hubs[0] as Hub;
  const signIn = async (url: string, member: SeededMember) => {
    const client = await Client.signIn(url, member.email);
    client.beforeSubscribing = () => running.settled();
    clients.push(client);
    return client;
  };
  const owner: TestHub['owner'] = (sql, values) => running.owner(sql, values);
  return {
    get url() {
      return mainHub().url;
    },
    get ownerUrl() {
      return running.database.ownerUrl;
    },
    town: new Seed(owner, (member) => signIn(mainHub().url, member)),
    as: (member) => signIn(mainHub().url, member),
    owner,
    settled: () => running.settled(),
    consumed: () => consumed(running.pool),
    startAnother: async (changes) => {
      const hub = await running.startHub(changes);
      return { url: hub.url, as: (member) => signIn(hub.url, member), stop: () => hub.stop() };
    },
  };
}
