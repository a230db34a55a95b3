import type { Logger } from 'pino';
import type { Config } from './config.js';
import type { Database } from './database/database.js';
import { Consumption } from './events/consumer-runner.js';
import type { Feed } from './events/feed.js';
import { features } from './features/index.js';
import { Jobs } from './jobs/jobs.js';
import { keepUp } from './jobs/periodic-tasks.js';
import { within } from './with-timeout.js';

/** How long a stop waits for what is under way, in milliseconds. */
const patience = 1000;

interface Hub {
  readonly config: Config;
  readonly database: Database;
  readonly feed: Feed;
  /** The login role's, for the connections on which jobs are looked for. */
  readonly loginUrl: string;
  readonly log: Logger;
}

/** What the hub does by itself: its features' jobs, chores and consumers of events. */
export class Background {
  readonly #ends: (() => Promise<void>)[] = [];

  async start({ config, database, feed, loginUrl, log }: Hub): Promise<void> {
    const queues = features.flatMap((feature) => feature.queues ?? []);
    const jobs = new Jobs(loginUrl, log);
    this.#ends.push(() => within(2 * patience, jobs.stop(patience)));
    await jobs.start(queues);
    await jobs.work(queues, { database, config, log });
    const chores = features.flatMap((feature) => feature.chores ?? []);
    const endChores = keepUp(chores, database, jobs, log);
    const consumers = features.flatMap((feature) => feature.consumers ?? []);
    const consumption = new Consumption(database, consumers, jobs, config, log);
    consumption.start(feed);
    // Both send jobs: they end before what takes them.
    this.#ends.push(() =>
      within(
        patience,
        Promise.all([endChores(), consumption.stop()]).then(() => {}),
      ),
    );
  }

  /** Ends it, once what is under way is over, within three seconds; what is not over by then is done again. */
  async stop(): Promise<void> {
    for (const end of this.#ends.splice(0).reverse()) await end();
  }
}
