import { connect } from '../../src/database/migrate.js';
import { loadTown } from './load.js';

/** Puts the demonstration town into an embedded database without partners; one that has others keeps them. */
export async function fillWithTown(ownerUrl: string, secret: string): Promise<void> {
  const owner = await connect(ownerUrl, 'DATABASE_URL');
  try {
    // The owner of an embedded database is a superuser, whom row policies do not bind.
    const { rowCount } = await owner.query('select from partner limit 1');
    if (!rowCount) await loadTown(owner, secret);
  } finally {
    await owner.end();
  }
}
