import { afterAll, beforeAll } from '@jest/globals';
import pg from 'pg';
import { loadTown } from '../../../demo/town/load.js';
import { emptyDatabase, type TestDatabase } from '../../kit/database.js';

/** The secret of the town. */
export const secret = 'a secret of the tests, long enough for it';

/**
 * Loads the demonstration town before the tests of a file and drops it after them.
 * @returns gives the connection of its owner
 */
export function loadedTown(): () => pg.Client {
  let database: TestDatabase;
  let owner: pg.Client;
  beforeAll(async () => {
    database = await emptyDatabase();
    owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await loadTown(owner, secret);
    await owner.query('analyze');
  }, 120_000);
  afterAll(async () => {
    await owner?.end();
    await database?.drop();
  });
  return () => owner;
}
