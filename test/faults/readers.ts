import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { DatabaseRole } from '../../src/database/database-role.js';
import type { Feed } from '../../src/events/feed.js';
import type { Subscriber } from '../../src/events/subscriber.js';
import { Client } from '../kit/client.js';
import { lastKind } from './writers.js';

const topic = 'REFERRAL';

/** The key of the event that has this cursor. */
export function eventKeyOf(cursor: string): string {
  return JSON.parse(Buffer.from(cursor, 'base64url').toString())[3];
}

/** Reads the pages of the query until the run has ended. */
export async function readByPages(client: Client, after: string, size: () => number): Promise<string[]> {
  const keys: string[] = [];
  let cursor = after;
  for (;;) {
    const { referralEvents } = await client.data(
      `query ($first: Int!, $after: String) {
        referralEvents(first: $first, after: $after) { nodes { cursor kind at } } }`,
      { first: size(), after: cursor },
    );
    for (const node of referralEvents.nodes) {
      keys.push(eventKeyOf(node.cursor));
      cursor = node.cursor;
      if (node.kind === lastKind) return keys;
    }
    if (referralEvents.nodes.length === 0) await pause(50);
  }
}

/**
 * Subscribes with the token of `viewer`, cuts the connection after a number of events and resumes by cursor, until the
 * run has ended.
 */
export async function readBySubscription(
  viewer: Client,
  after: string,
  cutAfter: () => number,
): Promise<string[]> {
  const keys: string[] = [];
  let cursor = after;
  for (;;) {
    const client = new Client(viewer.url, viewer.token);
    const listening = await client.subscribe('cursor kind at', cursor);
    for (let remaining = cutAfter(); remaining > 0; remaining--) {
      const event = await listening.next();
      keys.push(eventKeyOf(event.cursor));
      cursor = event.cursor;
      if (event.kind === lastKind) {
        await client.close();
        return keys;
      }
    }
    client.socket.terminate();
  }
}

/** Reads from a subscriber of the feed until the run has ended. */
export async function readFromFeed(
  subscriber: Subscriber,
  last: () => string | undefined,
): Promise<string[]> {
  const keys: string[] = [];
  for await (const { id } of subscriber) {
    keys.push(id);
    if (id === last()) break;
  }
  return keys;
}

/**
 * Reads from the feed, ends the subscription after a number of events and resumes by cursor, until the run has ended.
 */
export async function readFromFeedWithCuts(
  feed: Feed,
  databaseRole: DatabaseRole,
  partner: string,
  after: string,
  last: () => string | undefined,
  cutAfter: () => number,
): Promise<string[]> {
  const [name, epoch] = JSON.parse(Buffer.from(after, 'base64url').toString());
  const keys: string[] = [];
  let cursor = after;
  while (keys.at(-1) !== last() || keys.length === 0) {
    let remaining = cutAfter();
    for await (const { xid, id } of await feed.subscribe(databaseRole, partner, { topic }, cursor)) {
      keys.push(id);
      cursor = Buffer.from(JSON.stringify([name, epoch, String(xid), id])).toString('base64url');
      if (id === last() || --remaining === 0) break;
    }
  }
  return keys;
}

/**
 * A naive reader: selects in the given order what comes after the last row that it has read. It skips the events of
 * transactions that commit late.
 */
export async function readNaively(
  client: pg.Client,
  partner: string,
  order: 'id' | 'xid, id',
  after: string,
  ended: () => boolean,
): Promise<string[]> {
  const keys = [after];
  for (let isLastRead = false; !isLastRead; ) {
    isLastRead = ended();
    const { rows } = await client.query<{ id: string }>(
      `select id from event where partner_id = $1 and topic = '${topic}' and (${order}) > (select ${order} from event where id = $2)
        order by ${order}`,
      [partner, keys.at(-1)],
    );
    keys.push(...rows.map((row) => row.id));
    await pause(30);
  }
  return keys.slice(1);
}
