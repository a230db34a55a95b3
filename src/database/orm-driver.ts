import { AsyncLocalStorage } from 'node:async_hooks';
import type { Configuration, EventSubscriber, FlushEventArgs } from '@mikro-orm/core';
import { PostgreSqlConnection, PostgreSqlDriver } from '@mikro-orm/postgresql';
import type { CompiledQuery, DatabaseConnection, Driver, PostgresDialect, QueryResult } from 'kysely';
import pg from 'pg';
import { withNumberedParameters } from './parameters.js';
import { Pipeline } from './pipeline.js';
import { orUnavailable, Unavailable } from './unavailable.js';

type BeginOptions = NonNullable<Parameters<PostgreSqlConnection['begin']>[0]>;
type ExecuteParameters = Parameters<PostgreSqlConnection['execute']>;

/**
 * MikroORM's driver for PostgreSQL, with fewer round trips: BEGIN, the session variables and the role are one message;
 * the statements of a transaction are pipelined (see {@link Pipeline}) and prepared.
 */
export class OrmDriver extends PostgreSqlDriver {
  protected override readonly connection: PostgreSqlConnection;

  constructor(config: Configuration) {
    super(config);
    this.connection = new OrmConnection(config);
  }
}

/** Sends the changes of a flush without waiting for each one. */
export class PipelinedFlush implements EventSubscriber {
  onFlush({ em }: FlushEventArgs): void {
    pipelineOf(em)?.beginFlush();
  }

  async afterFlush({ em }: FlushEventArgs): Promise<void> {
    try {
      await pipelineOf(em)?.endFlush();
    } catch (error) {
      throw em
        .getPlatform()
        .getExceptionConverter()
        .convertException(error as Error);
    }
  }
}

/** Declares that only changes follow in the transaction of `em`: they are sent together with COMMIT. */
export function endTransaction(em: FlushEventArgs['em']): void {
  pipelineOf(em)?.end();
}

function pipelineOf(em: FlushEventArgs['em']): Pipeline | undefined {
  return (em.getConnection() as unknown as OrmConnection).pipelineOf(em.getTransactionContext());
}

/** A transaction that is being begun: what is sent with BEGIN, and its statements, once it has a connection. */
interface Beginning {
  readonly opening: string;
  pipeline?: Pipeline;
}

const beginning = new AsyncLocalStorage<Beginning>();

class OrmConnection extends PostgreSqlConnection {
  readonly #pipelines = new WeakMap<object, Pipeline>();

  override createKyselyDialect(overrides: pg.PoolConfig): PostgresDialect {
    let pool: pg.Pool | undefined;
    const onPoolCreated = (created: pg.Pool) => {
      pool = created;
    };
    const dialect = super.createKyselyDialect({ ...overrides, onPoolCreated } as pg.PoolConfig);
    const driver = ownConnections(dialect.createDriver(), () => pool as pg.Pool);
    dialect.createDriver = () => driver;
    return dialect;
  }

  override async begin({ sessionContext, ...options }: BeginOptions = {}) {
    const state: Beginning = { opening: openingOf(sessionContext) };
    const transaction = await beginning.run(state, () => super.begin(options));
    const pipeline = options.ctx ? this.pipelineOf(options.ctx) : state.pipeline;
    if (pipeline) this.#pipelines.set(transaction, pipeline);
    return transaction;
  }

  override async commit(...args: Parameters<PostgreSqlConnection['commit']>) {
    try {
      await super.commit(...args);
    } catch (error) {
      throw this.platform.getExceptionConverter().convertException(error as Error);
    }
  }

  override async execute<T>(...[query, params, method = 'all', ctx, context]: ExecuteParameters): Promise<T> {
    const pipeline = this.pipelineOf(ctx);
    const statement = pipeline && withNumberedParameters(query, params);
    if (statement)
      return this.transformRawResult(await pipeline.execute(statement.text, statement.values), method);
    const executor = pipeline && { executeQuery: ({ sql }: CompiledQuery) => pipeline.execute(sql) };
    return super.execute(query, params, method, (executor ?? ctx) as never, context) as Promise<T>;
  }

  /** The statements of a transaction; undefined outside of one. */
  pipelineOf(transaction: object | undefined): Pipeline | undefined {
    return transaction && this.#pipelines.get(transaction);
  }
}

/** The session variables and the role of a transaction, as SQL that follows BEGIN. */
function openingOf(context: BeginOptions['sessionContext']): string {
  const variables = Object.entries(context?.variables ?? {}).map(
    ([name, value]) => `set_config(${pg.escapeLiteral(name)}, ${pg.escapeLiteral(String(value))}, true)`,
  );
  const role = context?.role ? `; set local role ${pg.escapeIdentifier(context.role)}` : '';
  return (variables.length > 0 ? `; select ${variables.join(', ')}` : '') + role;
}

/** A connection whose statements are pipelined. */
class PipelinedConnection implements DatabaseConnection {
  readonly pipeline: Pipeline;

  constructor(readonly client: pg.PoolClient) {
    this.pipeline = new Pipeline(client);
  }

  executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    return this.pipeline.execute(sql, parameters);
  }

  streamQuery(): never {
    throw new Error('the hub reads no streams');
  }
}

/**
 * Kysely's driver with connections of its own, which are released in every case: kysely keeps the connection of a
 * transaction whose ROLLBACK fails, until the pool has no connection left
 * (https://github.com/kysely-org/kysely/issues/1990). The pool removes a lost connection when it is released.
 */
function ownConnections(driver: Driver, pool: () => pg.Pool): Driver {
  const pipelineOfConnection = (connection: DatabaseConnection) =>
    (connection as PipelinedConnection).pipeline;
  driver.acquireConnection = async () => new PipelinedConnection(await pool().connect());
  driver.releaseConnection = async (connection) => (connection as PipelinedConnection).client.release();
  driver.beginTransaction = async (connection, { isolationLevel, accessMode }) => {
    const pipeline = pipelineOfConnection(connection);
    const state = beginning.getStore();
    const isolation = isolationLevel ? ` isolation level ${isolationLevel}` : '';
    pipeline.begin(`begin${isolation}${accessMode ? ` ${accessMode}` : ''}${state?.opening ?? ''}`);
    if (state) state.pipeline = pipeline;
  };
  driver.commitTransaction = (connection) => pipelineOfConnection(connection).commit();
  // Kysely releases the connection after a rollback that succeeds. The server rolls back what a lost connection has begun.
  driver.rollbackTransaction = async (connection) => {
    try {
      await pipelineOfConnection(connection).rollback();
    } catch (error) {
      if (!(orUnavailable(error) instanceof Unavailable)) throw error;
    }
  };
  return driver;
}
