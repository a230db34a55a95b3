import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { pino } from 'pino';
import { databaseRoleOf, type Viewer } from '../../src/access/viewer.js';
import { Database } from '../../src/database/database.js';
import { Feed } from '../../src/events/feed.js';
import { entities } from '../../src/features/index.js';
import { figure } from '../kit/figures.js';
import { testHub } from '../kit/hub.js';
import { loginUrlOf } from '../kit/login.js';
import { randomFrom } from '../kit/random.js';
import type { SeededMember } from '../kit/town.js';
import { byFeed, byFeedWithCuts, byPages, bySubscription, keyIn, naively } from './readers.js';
import { Writers } from './writers.js';

const viewerOf = (member: SeededMember): Viewer => ({
  memberId: member.key,
  partnerId: member.partner.key,
  role: 'CASEWORKER',
  mayWrite: true,
  subject: undefined,
});

/** The events that a reader missed of `expected`, and those that it got twice or out of order. */
function faults(expected: readonly string[], got: readonly string[]) {
  const seen = new Set(got);
  const place = new Map(expected.map((key, index) => [key, index]));
  return {
    skipped: expected.filter((key) => !seen.has(key)).length,
    twice: got.length - seen.size,
    foreign: got.filter((key) => !place.has(key)).length,
    disordered: got.filter(
      (key, index) => index > 0 && Number(place.get(key)) < Number(place.get(got[index - 1] as string)),
    ).length,
  };
}

/**
 * Declares the test that readers skip no event of transactions that commit late.
 * @param wanted the number of interleavings
 */
export const lateCommitsAreRead = (wanted: number) =>
  describe('events of transactions that commit in another order than they started', () => {
    let database: Database;
    let feed: Feed;
    let naive: pg.Client;
    let writers: Writers | undefined;

    // Stops before the hub, which drops the database at its end.
    afterAll(async () => {
      await feed.stop();
      await database.close();
      await naive.end();
      await writers?.close();
    });
    const hub = testHub();
    beforeAll(async () => {
      const url = await loginUrlOf(hub.ownerUrl);
      database = await Database.connect(url, entities, 6);
      feed = new Feed(database, url, pino({ level: 'silent' }));
      naive = new pg.Client({ connectionString: hub.ownerUrl });
      await naive.connect();
    });

    it(`reach every reader once and in order, ${wanted} times, where naive readers skip some`, async () => {
      const { random } = randomFrom('LATE_COMMITS_SEED');
      const someone = await hub.town.caseworker();
      const a = await hub.town.caseworker();
      const b = await hub.town.caseworker();
      const keys = [a.partner.key, b.partner.key] as const;
      const made = await Writers.open(
        hub.ownerUrl,
        viewerOf(someone.member),
        keys,
        8 + random.below(13),
        random,
      );
      writers = made;
      await made.end();
      const firstOf = async ({ client }: typeof a): Promise<string> => {
        for (;;) {
          const { referralEvents } = await client.data('{ referralEvents { nodes { cursor } } }');
          if (referralEvents.nodes.length > 0) return referralEvents.nodes[0].cursor;
        }
      };
      const after = { a: await firstOf(a), b: await firstOf(b) };
      made.last.clear();
      await feed.start();

      const lastOf = (partner: string) => () => made.last.get(partner);
      const upTo = (limit: number) => () => 1 + random.below(limit);
      let over = false;
      const [sessionA, sessionB] = [databaseRoleOf(viewerOf(a.member)), databaseRoleOf(viewerOf(b.member))];
      const readers = {
        'feed, live': [keys[0], byFeed(await feed.subscribe(sessionA, keys[0], 'REFERRAL'), lastOf(keys[0]))],
        'feed, live, the other partner': [
          keys[1],
          byFeed(await feed.subscribe(sessionB, keys[1], 'REFERRAL'), lastOf(keys[1])),
        ],
        'feed, after a cursor': [
          keys[1],
          byFeed(await feed.subscribe(sessionB, keys[1], 'REFERRAL', after.b), lastOf(keys[1])),
        ],
        'feed, cut and resumed': [
          keys[0],
          byFeedWithCuts(feed, sessionA, keys[0], after.a, lastOf(keys[0]), upTo(20)),
        ],
        'query, by pages': [keys[0], byPages(a.client, after.a, upTo(100))],
        'subscription, cut and resumed': [keys[1], bySubscription(b.client, after.b, upTo(40))],
      } as const;
      const witnesses = {
        'after the last id': naively(naive, keys[0], 'id', keyIn(after.a), () => over),
        'after the last transaction and id': naively(naive, keys[0], 'xid, id', keyIn(after.a), () => over),
      };

      await made.run(wanted);
      await made.end();
      over = true;
      const written = performance.now();

      const rows = await hub.owner<{ id: string; partner_id: string }>(
        'select id, partner_id from event where id <> all($1) order by event.xid, id',
        [[keyIn(after.a), keyIn(after.b)]],
      );
      const expected = (partner: string) =>
        rows.filter((row) => row.partner_id === partner).map((row) => row.id);
      expect(new Set(rows.map((row) => row.id))).toEqual(new Set(made.committed.slice(2)));
      for (const [reader, [partner, reading]] of Object.entries(readers)) {
        expect({ reader, ...faults(expected(partner), await reading) }).toEqual({
          reader,
          skipped: 0,
          twice: 0,
          foreign: 0,
          disordered: 0,
        });
      }
      const read = performance.now();
      const skipped: number[] = [];
      for (const reading of Object.values(witnesses)) {
        skipped.push(faults(expected(keys[0]), await reading).skipped);
        expect(skipped.at(-1)).toBeGreaterThan(0);
      }
      figure(
        `writers that commit late: 0 events skipped in ${wanted} interleavings`,
        `${made.overtaking} of ${made.transactions} overtook an older one: 0 of ${rows.length} skipped, 0 twice; naive readers skip ${skipped.join(' and ')}`,
      );
      figure('all readers have all events soon after the last commit', `${Math.round(read - written)} ms`);
    });
  });
