import type { Config } from '../../../config/index.js';
import { inWorker } from '../../../in-worker.js';
import type { Queue } from '../../../jobs/jobs.js';
import { closedLists } from '../lattice/domains.js';
import type { SystemProblem } from '../partner-systems/system.js';
import type { MakingOptions } from './make-releases.js';

/** The job that makes the releases that are due and missing, in a worker thread, off the event loop. */
export const releaseQueue: Queue = {
  name: 'committee-releases',
  tries: { retryLimit: 3, retryDelay: 60, retryBackoff: true, expireInSeconds: 3600, heartbeatSeconds: 60 },
  work: { pollingIntervalSeconds: 5, localConcurrency: 1 },
  async run({ signal }, { config, jobs, log }) {
    const problems = await inWorker<SystemProblem[]>(
      new URL('./worker.js', import.meta.url),
      { ...makingOptions(jobs.loginUrl, config), rests: true },
      signal,
    );
    for (const problem of problems) log.warn(problem, 'the system of a partner');
  },
};

/** What the making of releases needs. */
export function makingOptions(
  loginUrl: string,
  { secret, partnerSystems = [] }: Pick<Config, 'secret'> & Partial<Pick<Config, 'partnerSystems'>>,
): MakingOptions {
  return { loginUrl, secret, lists: closedLists, systems: partnerSystems };
}
