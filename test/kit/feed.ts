import { pino } from 'pino';
import type { Database } from '../../src/database/database.js';
import { Listener } from '../../src/database/listener.js';
import { Feed } from '../../src/events/feed.js';

/** A feed with its listener, outside of a hub. */
export interface TestFeed {
  readonly feed: Feed;
  readonly listener: Listener;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** @param url the URL of the login role */
export function feedOf(database: Database, url: string): TestFeed {
  const log = pino({ level: 'silent' });
  const listener = new Listener(url, database.pool, log);
  const feed = new Feed(database, listener, log);
  return {
    feed,
    listener,
    async start() {
      await listener.start();
      feed.start();
    },
    async stop() {
      await feed.stop();
      await listener.stop();
    },
  };
}
