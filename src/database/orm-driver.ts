import type { Configuration } from '@mikro-orm/core';
import { PostgreSqlConnection, PostgreSqlDriver } from '@mikro-orm/postgresql';
import type { Driver, PostgresDialect } from 'kysely';
import type pg from 'pg';
import { orUnavailable, Unavailable } from './unavailable.js';

/**
 * MikroORM's driver for PostgreSQL, which also returns a lost connection to the pool. Kysely keeps the connection of a
 * transaction whose BEGIN or ROLLBACK fails, until the pool has no connection left
 * (https://github.com/kysely-org/kysely/issues/1990).
 */
export class OrmDriver extends PostgreSqlDriver {
  protected override readonly connection: PostgreSqlConnection;

  constructor(config: Configuration) {
    super(config);
    this.connection = new OrmConnection(config);
  }
}

class OrmConnection extends PostgreSqlConnection {
  override createKyselyDialect(overrides: pg.PoolConfig): PostgresDialect {
    const dialect = super.createKyselyDialect(overrides);
    const driver = releasing(dialect.createDriver());
    dialect.createDriver = () => driver;
    return dialect;
  }
}

/** The pool removes a lost connection when it is released. */
function releasing(driver: Driver): Driver {
  const begin = driver.beginTransaction.bind(driver);
  const rollback = driver.rollbackTransaction.bind(driver);
  driver.beginTransaction = async (connection, settings) => {
    try {
      await begin(connection, settings);
    } catch (error) {
      await driver.releaseConnection(connection);
      throw error;
    }
  };
  // Kysely releases the connection after a rollback that succeeds. The server rolls back what a lost connection has begun.
  driver.rollbackTransaction = async (connection) => {
    try {
      await rollback(connection);
    } catch (error) {
      if (!(orUnavailable(error) instanceof Unavailable)) throw error;
    }
  };
  return driver;
}
