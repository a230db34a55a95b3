import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../src/database/embedded/server.js';
import { stoppedAfter } from '../src/signals.js';

interface ScratchOptions {
  /** Additional PostgreSQL settings. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Stops what the work started on the database. Called first. */
  readonly stop?: () => Promise<void>;
}

/**
 * Runs `work` with a new, empty database. When the work ends, also by a signal, the server is stopped and its
 * data are removed.
 * @param work receives the owner's URL
 */
export async function withScratchDatabase(
  work: (ownerUrl: string) => Promise<void>,
  { settings = {}, stop = async () => {} }: ScratchOptions = {},
): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hub-scratch-'));
  const starting = startEmbedded({ dataDir, settings: { fsync: 'off', ...settings } });
  await stoppedAfter(
    async () => work((await starting).url),
    async () => {
      await stop();
      const server = await starting.catch(() => undefined);
      await server?.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  );
}
