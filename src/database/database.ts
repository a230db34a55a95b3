import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy';
import { type EntityManager, MikroORM, type Options, TransactionPropagation } from '@mikro-orm/postgresql';
import type pg from 'pg';
import type { DatabaseRole } from './database-role.js';
import { Reader } from './reader.js';
import { loginSettings } from './roles.js';
import { noticesLoss } from './timeouts.js';
import { orUnavailable } from './unavailable.js';

/** The stored classes of all features. */
export type Entities = NonNullable<Options['entities']>;

/** What every MikroORM of the hub has in common. */
export function ormOptions(url: string, entities: Entities): Options {
  return {
    clientUrl: url,
    entities,
    metadataProvider: ReflectMetadataProvider,
    discovery: { warnWhenNoEntities: false },
    // What goes wrong is thrown; its own lines would get between those of the hub's log.
    logger: () => {},
  };
}

/** The connections of the running server: one pool, under a login role without rights of its own. */
export class Database {
  private constructor(
    readonly orm: MikroORM,
    readonly pool: pg.Pool,
    readonly reader: Reader,
  ) {}

  static async connect(url: string, entities: Entities, connections: number): Promise<Database> {
    const settings = Object.entries(loginSettings).map(([name, value]) => `-c ${name}=${value}`);
    const orm = await MikroORM.init({
      ...ormOptions(url, entities),
      pool: { min: 0, max: connections },
      driverOptions: { ...noticesLoss, options: settings.join(' '), application_name: 'partner-hub' },
    });
    const connection = orm.em.getConnection() as unknown as { getNativeClient(): Promise<pg.Pool> };
    const pool = await connection.getNativeClient();
    return new Database(orm, pool, new Reader(pool));
  }

  /**
   * Runs `work` in one transaction under the session's rights. What it throws rolls everything back.
   * A statement in it has the time of {@link answerWithin}, whatever the session says: what takes longer is
   * for `reader.write`.
   * @throws Unavailable when the database is not there; what was asked may then have been committed or not
   */
  async write<Result>(
    databaseRole: DatabaseRole,
    work: (em: EntityManager) => Promise<Result>,
  ): Promise<Result> {
    const em = this.orm.em.fork({
      session: { role: databaseRole.role, variables: { ...databaseRole.variables } },
    });
    const written = em.transactional((transaction) => work(transaction), {
      propagation: TransactionPropagation.REQUIRED,
    });
    return written.catch((error: unknown) => {
      throw orUnavailable(error);
    });
  }

  async close(): Promise<void> {
    await this.orm.close();
  }
}
