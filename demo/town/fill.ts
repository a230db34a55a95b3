import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { connect } from '../../src/database/migrate.js';
import { loadTown } from './load.js';
import type { Town } from './rows.js';

/**
 * What puts the demonstration town into an embedded database without partners; one that has others keeps them.
 * Where there is no database yet, the town is generated from now on.
 */
export function fillsWithTown(dataDir: string, secret: string): (ownerUrl: string) => Promise<void> {
  const isNew = !existsSync(join(dataDir, 'postgres'));
  const generated = isNew ? generateAside(secret) : undefined;
  // A start that fails before it needs the town says why itself.
  generated?.catch(() => {});
  return async (ownerUrl) => {
    const owner = await connect(ownerUrl, 'DATABASE_URL');
    try {
      // The owner of an embedded database is a superuser, whom row policies do not bind.
      const { rowCount } = await owner.query('select from partner limit 1');
      if (!rowCount) await loadTown(owner, secret, generated && (() => generated));
    } finally {
      await owner.end();
    }
  };
}

/** Generates the town in a thread of its own, so that the database can start meanwhile. */
function generateAside(secret: string): Promise<Town> {
  const worker = new Worker(new URL('./generator.js', import.meta.url), {
    workerData: { secret },
    // Flags of the process, such as --import, are not for this thread.
    execArgv: [],
  });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
