import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy';
import { type EntityManager, MikroORM, type Options } from '@mikro-orm/postgresql';
import type pg from 'pg';
import type { DatabaseRole } from './database-role.js';
import { endTransaction, OrmDriver, PipelinedFlush } from './orm-driver.js';
import { Reader } from './reader.js';
import { loginSettings } from './roles.js';
import { connectionTimeouts } from './timeouts.js';
import { orUnavailable } from './unavailable.js';

/** The entity classes of all features. */
export type Entities = NonNullable<Options['entities']>;

/** The MikroORM options that all connections of the hub share. */
export function ormOptions(url: string, entities: Entities): Options {
  return {
    clientUrl: url,
    driver: OrmDriver,
    subscribers: [new PipelinedFlush()],
    entities,
    metadataProvider: ReflectMetadataProvider,
    discovery: { warnWhenNoEntities: false },
    // The hub has no filters of MikroORM; looking for them takes time in each statement.
    autoJoinRefsForFilters: false,
    filtersOnRelations: false,
    // Errors are thrown; MikroORM's own lines would mix with the hub's log.
    logger: () => {},
  };
}

/** The connections of the running server: one pool, with a login role that has no rights of its own. */
export class Database {
  private constructor(
    readonly orm: MikroORM,
    readonly pool: pg.Pool,
    readonly reader: Reader,
  ) {}

  static async connect(url: string, entities: Entities, connections: number): Promise<Database> {
    const settings = Object.entries(loginSettings).map(([name, value]) => `-c ${name}=${value}`);
    // `MikroORM.init` would also look for its optional packages, and load those that it finds a second time: a
    // fifth of a start.
    const orm = new MikroORM({
      ...ormOptions(url, entities),
      pool: { min: 0, max: connections },
      driverOptions: { ...connectionTimeouts, options: settings.join(' '), application_name: 'partner-hub' },
    });
    const connection = orm.em.getConnection() as unknown as { getNativeClient(): Promise<pg.Pool> };
    const pool = await connection.getNativeClient();
    return new Database(orm, pool, new Reader(pool));
  }

  /**
   * Runs `work` in one transaction with the given database role. An error thrown by `work` rolls it back.
   * Each statement is limited to the default {@link answerTimeout}, also when the role sets a longer
   * `statement_timeout`. Use `reader.write` for longer statements.
   * @throws Unavailable when the database does not answer; the transaction may or may not have been committed
   */
  async write<Result>(
    databaseRole: DatabaseRole,
    work: (em: EntityManager) => Promise<Result>,
  ): Promise<Result> {
    const em = this.orm.em.fork({
      session: { role: databaseRole.role, variables: { ...databaseRole.variables } },
    });
    try {
      await em.begin();
      try {
        const result = await work(em);
        endTransaction(em);
        await em.commit();
        return result;
      } catch (error) {
        // The connection that fails now is removed; the first error says why.
        await em.rollback().catch(() => {});
        throw error;
      }
    } catch (error) {
      throw orUnavailable(error);
    }
  }

  async close(): Promise<void> {
    await this.orm.close();
  }
}
