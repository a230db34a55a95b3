import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from '../../src/database/migrate.js';
import { inWorker } from '../../src/in-worker.js';
import { loadTown } from './load.js';
import { prepareCommittee } from './releases.js';
import type { Town } from './rows.js';

/**
 * Returns a function that loads the demonstration town into an embedded database if it has no partners. If there is no
 * database yet, the generation of the town starts at once, in parallel.
 */
export function fillsWithTown(dataDir: string, secret: string): (ownerUrl: string) => Promise<void> {
  const isNew = !existsSync(join(dataDir, 'postgres'));
  // In a worker thread, so that the database can start at the same time.
  const generated = isNew
    ? inWorker<Town>(new URL('./generator.js', import.meta.url), { secret })
    : undefined;
  // Prevents an unhandled rejection when the start fails before it needs the town; the start reports its own error.
  generated?.catch(() => {});
  return async (ownerUrl) => {
    const owner = await connect(ownerUrl, 'DATABASE_URL');
    try {
      // The owner of an embedded database is a superuser, to whom row policies do not apply.
      const { rowCount } = await owner.query('select from partner limit 1');
      if (!rowCount) await loadTown(owner, secret, generated && (() => generated));
      await prepareCommittee(ownerUrl, secret);
    } finally {
      await owner.end();
    }
  };
}
