import { Worker } from 'node:worker_threads';
import type { Config } from '../../../config/index.js';
import type { Queue } from '../../../jobs/jobs.js';
import { closedLists } from '../lattice/domains.js';
import type { MakingOptions } from './make-releases.js';

/** The job that makes the releases that are due and missing, in a worker thread, off the event loop. */
export const releaseQueue: Queue = {
  name: 'committee-releases',
  tries: { retryLimit: 3, retryDelay: 60, retryBackoff: true, expireInSeconds: 3600, heartbeatSeconds: 60 },
  work: { pollingIntervalSeconds: 5, localConcurrency: 1 },
  run: ({ signal }, { config, jobs }) =>
    inWorker(makingOptions(jobs.loginUrl, config), signal).then(() => {}),
};

/** What the making of releases needs. */
export function makingOptions(loginUrl: string, { secret }: Pick<Config, 'secret'>): MakingOptions {
  return { loginUrl, secret, lists: closedLists };
}

/**
 * Makes releases in a worker thread.
 * @returns the days of the releases that were made
 */
export function inWorker(options: MakingOptions, signal?: AbortSignal): Promise<string[]> {
  const worker = new Worker(new URL('./worker.js', import.meta.url), {
    workerData: options,
    // The worker must not inherit flags of the process, such as --import.
    execArgv: [],
  });
  const stop = () => void worker.terminate();
  signal?.addEventListener('abort', stop, { once: true });
  return new Promise<string[]>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the making of a release was interrupted')));
  }).finally(() => signal?.removeEventListener('abort', stop));
}
