import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { databaseRoleOf, type Viewer } from '../../src/access/viewer.js';
import { Database } from '../../src/database/database.js';
import type { Feed } from '../../src/events/feed.js';
import { entities } from '../../src/features/index.js';
import { ofCommand } from '../kit/database.js';
import { feedOf, type TestFeed } from '../kit/feed.js';
import { figure } from '../kit/figures.js';
import { testHub } from '../kit/hub.js';
import { loginUrlOf } from '../kit/login.js';
import { randomFrom } from '../kit/random.js';
import type { SeededMember } from '../kit/town.js';
import {
  eventKeyOf,
  readByPages,
  readBySubscription,
  readFromFeed,
  readFromFeedWithCuts,
  readNaively,
} from './readers.js';
import { Writers } from './writers.js';

const viewerOf = (member: SeededMember): Viewer => ({
  memberId: member.key,
  partnerId: member.partner.key,
  role: 'CASEWORKER',
  mayWrite: true,
  subject: undefined,
});

/** The numbers of events that a reader skipped, and that it received twice, unexpectedly or out of order. */
function countFaults(expected: readonly string[], received: readonly string[]) {
  const seen = new Set(received);
  const position = new Map(expected.map((key, index) => [key, index]));
  return {
    skipped: expected.filter((key) => !seen.has(key)).length,
    duplicate: received.length - seen.size,
    unexpected: received.filter((key) => !position.has(key)).length,
    outOfOrder: received.filter(
      (key, index) =>
        index > 0 && Number(position.get(key)) < Number(position.get(received[index - 1] as string)),
    ).length,
  };
}

/**
 * Declares the test that readers skip no event of transactions that commit late.
 * @param interleavings the number of interleavings
 */
export const lateCommitsAreRead = (interleavings: number) =>
  describe('events of transactions that commit in another order than they began', () => {
    let database: Database;
    let feed: Feed;
    let testFeed: TestFeed;
    let naiveClient: pg.Client;
    let opened: Writers | undefined;

    // Stops before the hub, which drops the database at its end.
    afterAll(async () => {
      await testFeed.stop();
      await database.close();
      await naiveClient.end();
      await opened?.close();
    });
    const hub = testHub();
    beforeAll(async () => {
      const url = await loginUrlOf(hub.ownerUrl);
      database = await Database.connect(url, entities, 6);
      testFeed = feedOf(database, url);
      feed = testFeed.feed;
      naiveClient = new pg.Client({ connectionString: hub.ownerUrl });
      await naiveClient.connect();
    });

    it(`reach every reader once and in order, in ${interleavings} interleavings in which naive readers skip some`, async () => {
      const { random } = randomFrom('LATE_COMMITS_SEED');
      const author = await hub.town.caseworker();
      const a = await hub.town.caseworker();
      const b = await hub.town.caseworker();
      const partnerKeys = [a.partner.key, b.partner.key] as const;
      const writers = await Writers.open(
        hub.ownerUrl,
        viewerOf(author.member),
        partnerKeys,
        8 + random.below(13),
        random,
      );
      opened = writers;
      await writers.end();
      const firstOf = async ({ client }: typeof a): Promise<string> => {
        for (;;) {
          const { referralEvents } = await client.data('{ referralEvents { nodes { cursor } } }');
          if (referralEvents.nodes.length > 0) return referralEvents.nodes[0].cursor;
        }
      };
      const after = { a: await firstOf(a), b: await firstOf(b) };
      writers.last.clear();
      await testFeed.start();

      const lastOf = (partner: string) => () => writers.last.get(partner);
      const randomUpTo = (limit: number) => () => 1 + random.below(limit);
      let hasEnded = false;
      const [roleA, roleB] = [databaseRoleOf(viewerOf(a.member)), databaseRoleOf(viewerOf(b.member))];
      const readers = {
        'feed, live': [
          partnerKeys[0],
          readFromFeed(
            await feed.subscribe(roleA, partnerKeys[0], { topic: 'REFERRAL' }),
            lastOf(partnerKeys[0]),
          ),
        ],
        'feed, live, the other partner': [
          partnerKeys[1],
          readFromFeed(
            await feed.subscribe(roleB, partnerKeys[1], { topic: 'REFERRAL' }),
            lastOf(partnerKeys[1]),
          ),
        ],
        'feed, after a cursor': [
          partnerKeys[1],
          readFromFeed(
            await feed.subscribe(roleB, partnerKeys[1], { topic: 'REFERRAL' }, after.b),
            lastOf(partnerKeys[1]),
          ),
        ],
        'feed, cut and resumed': [
          partnerKeys[0],
          readFromFeedWithCuts(feed, roleA, partnerKeys[0], after.a, lastOf(partnerKeys[0]), randomUpTo(20)),
        ],
        'query, page by page': [partnerKeys[0], readByPages(a.client, after.a, randomUpTo(100))],
        'subscription, cut and resumed': [
          partnerKeys[1],
          readBySubscription(b.client, after.b, randomUpTo(40)),
        ],
      } as const;
      const naiveReaders = {
        'after the last id': readNaively(
          naiveClient,
          partnerKeys[0],
          'id',
          eventKeyOf(after.a),
          () => hasEnded,
        ),
        'after the last transaction and id': readNaively(
          naiveClient,
          partnerKeys[0],
          'xid, id',
          eventKeyOf(after.a),
          () => hasEnded,
        ),
      };

      await writers.run(interleavings);
      await writers.end();
      hasEnded = true;
      const lastWrite = performance.now();

      const rows = await hub.owner<{ id: string; partner_id: string }>(
        `select id, partner_id from event where ${ofCommand} and id <> all($1) order by event.xid, id`,
        [[eventKeyOf(after.a), eventKeyOf(after.b)]],
      );
      const expected = (partner: string) =>
        rows.filter((row) => row.partner_id === partner).map((row) => row.id);
      expect(new Set(rows.map((row) => row.id))).toEqual(new Set(writers.committed.slice(2)));
      for (const [reader, [partner, reading]] of Object.entries(readers)) {
        expect({ reader, ...countFaults(expected(partner), await reading) }).toEqual({
          reader,
          skipped: 0,
          duplicate: 0,
          unexpected: 0,
          outOfOrder: 0,
        });
      }
      const lastRead = performance.now();
      const skipped: number[] = [];
      for (const reading of Object.values(naiveReaders)) {
        skipped.push(countFaults(expected(partnerKeys[0]), await reading).skipped);
        expect(skipped.at(-1)).toBeGreaterThan(0);
      }
      figure(
        `writers that commit late: 0 events skipped in ${interleavings} interleavings`,
        `${writers.committedBeforeOlder} of ${writers.transactions} committed before an older one: 0 of ${rows.length} skipped, 0 delivered twice; naive readers skip ${skipped.join(' and ')}`,
      );
      figure(
        'all readers have all events soon after the last commit',
        `${Math.round(lastRead - lastWrite)} ms`,
      );
    });
  });
