import { setTimeout as delay } from 'node:timers/promises';
import type { BackgroundContext } from './jobs.js';

/** Work that every process of the hub runs at its start and then at intervals. */
export interface PeriodicTask {
  /** For the log. */
  readonly name: string;
  /** The pause between two runs, in milliseconds. */
  readonly every: number;
  /** Must be safe to run concurrently in several processes, and must end soon after `signal` is aborted. */
  run(context: BackgroundContext, signal: AbortSignal): Promise<void>;
}

/**
 * Runs each task immediately and then periodically, one run at a time. A failure is logged and does not change the
 * schedule.
 * @returns a function that stops the tasks; it resolves when the current runs have finished
 */
export function runPeriodically(
  tasks: readonly PeriodicTask[],
  context: BackgroundContext,
): () => Promise<void> {
  const end = new AbortController();
  const repeat = async (task: PeriodicTask) => {
    while (!end.signal.aborted) {
      await task
        .run(context, end.signal)
        .catch((err) => context.log.error({ err, task: task.name }, 'periodic task failed'));
      await delay(task.every, undefined, { signal: end.signal }).catch(() => {});
    }
  };
  const repeated = tasks.map(repeat);
  return async () => {
    end.abort();
    await Promise.all(repeated);
  };
}
