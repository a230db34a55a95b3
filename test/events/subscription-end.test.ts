import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { AuditLog } from '../../src/access/audit-log.js';
import { Budgets } from '../../src/access/budget.js';
import { loadConfig } from '../../src/config/index.js';
import { Database } from '../../src/database/database.js';
import type { Feed } from '../../src/events/feed.js';
import { entities, resolvers } from '../../src/features/index.js';
import { ReadEngine } from '../../src/graphql/read/engine.js';
import { ReadModel } from '../../src/graphql/read/model.js';
import { assemble, bind } from '../../src/graphql/schema.js';
import { createApp } from '../../src/http/app.js';
import { AddressPolicy } from '../../src/network/address-policy.js';
import { feedOf } from '../kit/feed.js';
import { sharedHub } from '../kit/hub.js';
import { loginUrlOf } from '../kit/login.js';
import { RawSocket } from '../kit/raw-socket.js';
import { registerPerson, sendReferral } from '../kit/town.js';
import { until } from '../kit/until.js';

const subscription = 'subscription ($after: String) { referralEvents(after: $after) { cursor } }';

describe('the end of a subscription', () => {
  const cleanups: (() => Promise<unknown>)[] = [];
  // Stops before the test hub, which drops the database at its end.
  afterAll(async () => {
    for (const stop of cleanups.reverse()) await stop();
  });
  const hub = sharedHub();
  let feed: Feed;
  let url: string;

  // A hub assembled from its parts, so that the test can read the feed's number of subscribers.
  beforeAll(async () => {
    const login = await loginUrlOf(hub.ownerUrl);
    const config = loadConfig({});
    const log = pino({ level: 'silent' });
    const database = await Database.connect(login, entities, 5);
    cleanups.push(() => database.close());
    const schema = await assemble(resolvers);
    const model = new ReadModel(schema, database.orm.getMetadata());
    bind(schema, model);
    const testFeed = feedOf(database, login);
    await testFeed.start();
    cleanups.push(() => testFeed.stop());
    const { listener } = testFeed;
    feed = testFeed.feed;
    const audit = new AuditLog(database.reader, log);
    const engine = new ReadEngine(model, database.reader, async () => {});
    const budgets = new Budgets(database.reader, config.budget);
    const { secret } = config;
    const addressPolicy = new AddressPolicy([]);
    const services = { database, listener, audit, engine, feed, budgets, secret, addressPolicy, log };
    const app = await createApp(services, config);
    cleanups.push(() => app.close());
    url = await app.listen({ port: 0, host: '127.0.0.1' });
  });

  const waitUntilNoSubscribers = () => until(() => feed.subscribers === 0 || undefined);

  it('removes the subscriber from the feed at once: none is left after 500 subscriptions', async () => {
    const { client, partner } = await hub.town.caseworker();
    const sender = await hub.town.caseworker();
    const live = await client.subscribe('cursor');
    await sendReferral(sender.client, await registerPerson(sender.client), partner);
    const { cursor } = await live.next();
    // More messages than one socket may send in a burst.
    const sockets = await Promise.all(
      Array.from({ length: 10 }, () => RawSocket.signedIn(url, client.token)),
    );
    let maximum = 0;
    for (let number = 0; number < 500; number++) {
      const raw = sockets[number % 10] as RawSocket;
      const id = String(number);
      // Some subscriptions end while they are being set up, some while they catch up, most while they wait for events.
      raw.subscribe(id, subscription, number % 3 === 0 ? { after: cursor } : {});
      if (number % 5 > 0) {
        raw.subscribe(`active ${id}`, '{ viewer { role } }');
        await raw.message((it) => it.id === `active ${id}`);
        raw.messages.length = 0;
      }
      maximum = Math.max(maximum, feed.subscribers);
      raw.send({ id, type: 'complete' });
    }
    expect(maximum).toBeGreaterThan(0);
    await waitUntilNoSubscribers();
    expect(sockets.flatMap((it) => it.messages).filter(({ type }) => type === 'error')).toEqual([]);
    for (const raw of sockets) raw.close();
    await live.stop();
  });

  it('removes all subscribers of a terminated socket', async () => {
    const { client } = await hub.town.caseworker();
    const raw = await RawSocket.signedIn(url, client.token);
    for (let number = 0; number < 50; number++) raw.subscribe(String(number), subscription);
    raw.subscribe('active', '{ viewer { role } }');
    await raw.message((it) => it.id === 'active');
    expect(feed.subscribers).toBe(50);
    raw.close();
    await waitUntilNoSubscribers();
  });

  it('leaves no subscriber after a refused cursor', async () => {
    const { client } = await hub.town.caseworker();
    const raw = await RawSocket.signedIn(url, client.token);
    const expired = Buffer.from(
      JSON.stringify(['EVENT', 'another', '1', '00000000-0000-0000-0000-000000000000']),
    ).toString('base64url');
    raw.subscribe('expired', subscription, { after: expired });
    raw.subscribe('malformed', subscription, { after: 'malformed' });
    expect(await raw.errorsOf('expired')).toHaveLength(1);
    expect(await raw.errorsOf('malformed')).toHaveLength(1);
    await waitUntilNoSubscribers();
    raw.close();
  });
});
