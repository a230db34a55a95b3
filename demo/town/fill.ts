import { connect } from '../../src/database/migrate.js';
import { loadTown } from './load.js';

/** Puts the demonstration town into an embedded database that is still empty. */
export async function fillWithTown(ownerUrl: string, secret: string): Promise<void> {
  const owner = await connect(ownerUrl, 'DATABASE_URL');
  try {
    await loadTown(owner, secret);
  } finally {
    await owner.end();
  }
}
