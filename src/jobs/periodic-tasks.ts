import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Database } from '../database/database.js';
import type { Jobs } from './jobs.js';

/** What the hub does by itself, again and again, in each of its processes. */
export interface Chore {
  /** For the log. */
  readonly name: string;
  /** The pause between two runs, in milliseconds. */
  readonly every: number;
  /** Must bear that another process does the same at the same time, and end soon once `end` is aborted. */
  run(database: Database, end: AbortSignal, jobs: Jobs): Promise<void>;
}

/**
 * Runs each chore at once and then again and again, one run at a time. A failure is logged, and the next
 * run comes as if it had been well.
 * @returns what ends it, once the runs under way are over
 */
export function keepUp(
  chores: readonly Chore[],
  database: Database,
  jobs: Jobs,
  log: Logger,
): () => Promise<void> {
  const end = new AbortController();
  const keep = async ({ name, every, run }: Chore) => {
    while (!end.signal.aborted) {
      await run(database, end.signal, jobs).catch((err) => log.error({ err, chore: name }, 'chore failed'));
      await delay(every, undefined, { signal: end.signal }).catch(() => {});
    }
  };
  const kept = chores.map(keep);
  return async () => {
    end.abort();
    await Promise.all(kept);
  };
}
