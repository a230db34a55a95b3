import { setTimeout as delay } from 'node:timers/promises';

/** Waits until the work is done, at most for the given number of milliseconds. */
export async function withTimeout(milliseconds: number, work: Promise<void>): Promise<void> {
  const waited = new AbortController();
  const late = delay(milliseconds, undefined, { signal: waited.signal }).catch(() => {});
  try {
    await Promise.race([work, late]);
  } finally {
    waited.abort();
  }
}
