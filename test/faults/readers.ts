import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { DatabaseRole } from '../../src/database/database-role.js';
import type { Feed } from '../../src/events/feed.js';
import type { Subscriber } from '../../src/events/subscriber.js';
import { Client } from '../kit/client.js';
import { lastKind } from './writers.js';

const topic = 'REFERRAL';

/** The key of the event of a cursor. */
export function keyIn(cursor: string): string {
  return JSON.parse(Buffer.from(cursor, 'base64url').toString())[3];
}

/** Pages through the query until the run has ended. */
export async function byPages(client: Client, after: string, size: () => number): Promise<string[]> {
  const keys: string[] = [];
  let cursor = after;
  for (;;) {
    const { referralEvents } = await client.data(
      `query ($first: Int!, $after: String) {
        referralEvents(first: $first, after: $after) { nodes { cursor kind at } } }`,
      { first: size(), after: cursor },
    );
    for (const node of referralEvents.nodes) {
      keys.push(keyIn(node.cursor));
      cursor = node.cursor;
      if (node.kind === lastKind) return keys;
    }
    if (referralEvents.nodes.length === 0) await pause(50);
  }
}

/** Subscribes, cuts the connection after a number of events and resumes by cursor, until the run has ended. */
export async function bySubscription(as: Client, after: string, cutAfter: () => number): Promise<string[]> {
  const keys: string[] = [];
  let cursor = after;
  for (;;) {
    const client = new Client(as.url, as.token);
    const listening = await client.listen('cursor kind at', cursor);
    for (let left = cutAfter(); left > 0; left--) {
      const event = await listening.next();
      keys.push(keyIn(event.cursor));
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
export async function byFeed(subscriber: Subscriber, last: () => string | undefined): Promise<string[]> {
  const keys: string[] = [];
  for await (const { id } of subscriber) {
    keys.push(id);
    if (id === last()) break;
  }
  return keys;
}

/** Reads from the feed, ends the subscription after a number of events and resumes by cursor, until the run has ended. */
export async function byFeedWithCuts(
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
    let left = cutAfter();
    for await (const { xid, id } of await feed.subscribe(databaseRole, partner, topic, cursor)) {
      keys.push(id);
      cursor = Buffer.from(JSON.stringify([name, epoch, String(xid), id])).toString('base64url');
      if (id === last() || --left === 0) break;
    }
  }
  return keys;
}

/** A naive reader: reads in the given order, after the last row seen. */
export async function naively(
  client: pg.Client,
  partner: string,
  order: 'id' | 'xid, id',
  first: string,
  ended: () => boolean,
): Promise<string[]> {
  const keys = [first];
  for (let over = false; !over; ) {
    over = ended();
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
