import type { Logger } from 'pino';
import type { Config } from './config/index.js';
import type { Database } from './database/database.js';
import { ConsumerRunner } from './events/consumer-runner.js';
import type { Feed } from './events/feed.js';
import { features } from './features/index.js';
import { type BackgroundContext, Jobs } from './jobs/jobs.js';
import { runPeriodically } from './jobs/periodic-tasks.js';
import { withTimeout } from './with-timeout.js';

/** How long a stop waits for what is under way, in milliseconds. */
const timeout = 1000;

interface Hub {
  readonly config: Config;
  readonly database: Database;
  readonly feed: Feed;
  /** The login role's, for the connections on which jobs are looked for. */
  readonly loginUrl: string;
  readonly log: Logger;
}

/** Background work: the features' jobs, periodic tasks and consumers of events. */
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
    // Both send jobs: they end before what takes them.
    this.#ends.push(() =>
      withTimeout(
        timeout,
        Promise.all([endTasks(), runner.stop()]).then(() => {}),
      ),
    );
  }

  /** Ends it, once what is under way is over, within three seconds; what is not over by then is done again. */
  async stop(): Promise<void> {
    for (const end of this.#ends.splice(0).reverse()) await end();
  }
}
