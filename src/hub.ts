import { AuditLog } from './access/audit-log.js';
import { Budgets } from './access/budget.js';
import { Background } from './background.js';
import type { Config } from './config/index.js';
import { Database } from './database/database.js';
import { systemRole } from './database/database-role.js';
import { type EmbeddedServer, startEmbedded } from './database/embedded/server.js';
import { Listener } from './database/listener.js';
import { migrate } from './database/migrate.js';
import { Feed } from './events/feed.js';
import { checkSecret } from './features/beneficiaries/index.js';
import { entities, features, resolvers } from './features/index.js';
import { storeDelays } from './features/referrals/index.js';
import { ruleRetention } from './features/retention/index.js';
import { ReadEngine } from './graphql/read/engine.js';
import { ReadModel } from './graphql/read/model.js';
import { assemble, bind } from './graphql/schema.js';
import { createApp } from './http/app.js';
import { openLog } from './log.js';
import { AddressPolicy } from './network/address-policy.js';
import type { StartPhase } from './progress.js';
import { StartError } from './start-error.js';
import { withTimeout } from './with-timeout.js';

/** A running hub. */
export interface Hub {
  /** The base URL, such as `http://127.0.0.1:4000`. */
  readonly url: string;
  /** What the database holds. Without a partner, no member can sign in. */
  readonly content: 'NO_PARTNER' | 'DEMONSTRATION_TOWN' | 'OWN_DATA';
  /** Waits until the subscribers have all events that are settled now. For tests. */
  caughtUp(): Promise<void>;
  /** Finishes running requests, closes the sockets with 1001 and releases the database. */
  stop(): Promise<void>;
}

/** How long a stop waits for running requests, and then for their statements, in milliseconds. */
const timeouts = { requests: 7500, statements: 1000 };

/** The grace period for keep-alive clients at shutdown, in milliseconds. */
const gracePeriod = 300;

export interface HubOptions {
  /** Another grace period for keep-alive clients at shutdown, in milliseconds. */
  readonly gracePeriod?: number;
  /** Loads data into an embedded database, as its owner, before the hub serves. */
  readonly fill?: (ownerUrl: string) => Promise<void>;
  /** Called at the beginning of each phase of the start. */
  readonly onPhase?: (phase: StartPhase) => void;
  /** When aborted, the start fails before its next phase. */
  readonly signal?: AbortSignal;
}

/**
 * Starts a hub: database, migrations, server. When a step fails, the steps before it are undone.
 * @throws StartError with a message for the operator; the reason of `options.signal` when that is aborted
 */
export async function startHub(config: Config, options: HubOptions = {}): Promise<Hub> {
  const log = await openLog(config.logLevel);
  const enter = (phase: StartPhase) => {
    options.signal?.throwIfAborted();
    options.onPhase?.(phase);
  };
  const undo: (() => Promise<void>)[] = [];
  const stop = async () => {
    const failures: unknown[] = [];
    for (const step of undo.splice(0).reverse()) await step().catch((error) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  };
  try {
    enter('database');
    let ownerUrl = config.databaseUrl;
    if (!ownerUrl) {
      const embedded: EmbeddedServer = await startEmbedded({ dataDir: config.dataDir });
      undo.push(() => embedded.stop());
      ownerUrl = embedded.url;
    }
    enter('migrations');
    const loginUrl = await migrate(ownerUrl, entities, config.databaseLoginUrl);
    await checkSecret(ownerUrl, config.secret);
    if (!config.databaseUrl && options.fill) {
      enter('town');
      await options.fill(ownerUrl);
    }
    enter('server');

    const database = await Database.connect(loginUrl, entities, config.databaseConnections);
    undo.push(() => withTimeout(timeouts.statements, database.close()));
    await Promise.all([ruleRetention(database, config.retention), storeDelays(database, config.delays)]);
    const model = await readModel(database);
    const listener = new Listener(loginUrl, database.pool, log);
    const feed = new Feed(database, listener, log);

    const audit = new AuditLog(database.reader, log);
    const engine = new ReadEngine(model, database.reader, audit.record, feed.wake);
    const budgets = new Budgets(database.reader, config.budget);
    const { secret } = config;
    const addressPolicy = new AddressPolicy(config.webhookAllow);
    const services = { database, listener, audit, engine, feed, budgets, secret, addressPolicy, log };
    const app = await createApp(services, config);
    await listener.start();
    undo.push(() => withTimeout(timeouts.statements, listener.stop()));
    feed.start();
    undo.push(() => withTimeout(timeouts.statements, feed.stop()));
    const background = new Background();
    undo.push(async () => {
      const left = withTimeout(timeouts.requests, app.leave(options.gracePeriod ?? gracePeriod));
      await Promise.all([left, background.stop()]);
      app.server.closeAllConnections();
    });
    enter('listening');
    const url = await app
      .listen({ port: config.port, host: config.host })
      .catch((error: NodeJS.ErrnoException) => {
        throw listenProblem(error, config);
      });
    await background.start({ config, database, feed, loginUrl, log });
    return { url, content: await contentOf(database), caughtUp: () => feed.caughtUp(), stop };
  } catch (error) {
    await stop().catch(() => {});
    throw error;
  }
}

async function contentOf({ reader }: Database): Promise<Hub['content']> {
  // Addresses that end with .demo exist only in the demonstration town.
  const text = `select exists (select from partner) as partner,
    exists (select from member where email like '%.demo') as demonstration`;
  const [[row] = []] = await reader.read<{ partner: boolean; demonstration: boolean }>(systemRole, [
    { text, values: [] },
  ]);
  if (!row?.partner) return 'NO_PARTNER';
  return row.demonstration ? 'DEMONSTRATION_TOWN' : 'OWN_DATA';
}

let made: Promise<ReadModel> | undefined;

/** The read model with its schema. Both depend only on the code, so all hubs of one process share them. */
function readModel(database: Database): Promise<ReadModel> {
  const make = async () => {
    const schema = await assemble(resolvers);
    const readReceipts = features.flatMap((feature) => feature.readReceipts ?? []);
    const model = new ReadModel(schema, database.orm.getMetadata(), readReceipts);
    bind(schema, model);
    return model;
  };
  made ??= make();
  return made;
}

function listenProblem(error: NodeJS.ErrnoException, { host, port }: Config): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new StartError(`Port ${port} is already in use by another program: set PORT to a free port.`);
    case 'EACCES':
      return new StartError(`This user may not open port ${port}: set PORT to a port above 1023.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartError(
        `HOST ${host} is not an address of this machine: set HOST to one of its addresses, such as 127.0.0.1 or 0.0.0.0.`,
      );
    default:
      return error;
  }
}
