import { setTimeout as delay } from 'node:timers/promises';
import type { BackgroundContext } from './jobs.js';

/** Work that every process of the hub does at its start and then again and again. */
export interface PeriodicTask {
  /** For the log. */
  readonly name: string;
  /** The pause between two runs, in milliseconds. */
  readonly every: number;
  /** Must be safe to run concurrently in several processes, and end soon once `signal` is aborted. */
  run(context: BackgroundContext, signal: AbortSignal): Promise<void>;
}

/**
 * Runs each task at once and then periodically, one run at a time. A failure is logged and does not change the
 * schedule.
 * @returns stops the tasks, once the runs under way are over
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
