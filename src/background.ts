import type { Logger } from 'pino';
import type { Config } from './config/index.js';
import type { Database } from './database/database.js';
import { ConsumerRunner } from './events/consumer-runner.js';
import type { Feed } from './events/feed.js';
import { features } from './features/index.js';
import { type BackgroundContext, Jobs } from './jobs/jobs.js';
import { runPeriodically } from './jobs/periodic-tasks.js';
import { withTimeout } from './with-timeout.js';

/** How long a stop waits for running work, in milliseconds. */
const timeout = 1000;

interface Hub {
  readonly config: Config;
  readonly database: Database;
  readonly feed: Feed;
  /** The URL of the login role, for the connections that poll the queues. */
  readonly loginUrl: string;
  readonly log: Logger;
}

/** Background work: the features' jobs, periodic tasks and event consumers. */
export class Background {
  readonly #ends: (() => Promise<void>)[] = [];

  async start({ config, database, feed, loginUrl, log }: Hub): Promise<void> {
    const queues = features.flatMap((feature) => feature.queues ?? []);
    const jobs = new Jobs(loginUrl, log);
    this.#ends.push(() => withTimeout(2 * timeout, jobs.stop(timeout)));
    await jobs.start(queues);
    const context: BackgroundContext = { database, config, jobs, log };
    await jobs.work(queues, context);
    const tasks = features.flatMap((feature) => feature.periodicTasks ?? []);
    const endTasks = runPeriodically(tasks, context);
    const consumers = features.flatMap((feature) => feature.consumers ?? []);
    const runner = new ConsumerRunner(consumers, context);
    runner.start(feed);
    // Both send jobs, so they stop before the workers do.
    this.#ends.push(() =>
      withTimeout(
        timeout,
        Promise.all([endTasks(), runner.stop()]).then(() => {}),
      ),
    );
  }

  /** Waits up to three seconds for running work and stops. Work that has not finished by then is done again later. */
  async stop(): Promise<void> {
    for (const end of this.#ends.splice(0).reverse()) await end();
  }
}
