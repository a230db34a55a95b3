import { afterAll, expect, it } from '@jest/globals';
import { loadConfig } from '../../src/config/index.js';
import { type Hub, startHub } from '../../src/hub.js';
import { Client } from '../kit/client.js';
import { asOwner, copyOf, emptyDatabase, settled, type TestDatabase } from '../kit/database.js';
import { registerPerson, Seed, sendReferral } from '../kit/town.js';

const cleanups: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const step of cleanups.reverse()) await step();
});

async function startHubOn(database: TestDatabase): Promise<Hub> {
  return startHub(loadConfig({ DATABASE_URL: database.ownerUrl, PORT: '0', LOG_LEVEL: 'silent' }));
}

const eventsQuery =
  'query ($after: String) { referralEvents(after: $after) { nodes { kind cursor referral { id } } } }';

it('a restored database keeps the order of its events, and cursors from before the restore are refused', async () => {
  const original = await emptyDatabase();
  cleanups.push(() => original.drop());
  const hub = await startHubOn(original);
  const seed = new Seed(
    (sql, values = []) =>
      asOwner(original.ownerUrl, async (owner) => (await owner.query(sql, [...values])).rows) as never,
    (member) => Client.signIn(hub.url, member.email),
  );
  const sender = await seed.caseworker();
  const receiver = await seed.caseworker();
  const person = await registerPerson(sender.client);
  const first = await sendReferral(sender.client, person, receiver.partner);
  const second = await sendReferral(sender.client, person, receiver.partner);
  await asOwner(original.ownerUrl, settled);
  const [{ cursor }] = (await receiver.client.data(eventsQuery)).referralEvents.nodes;
  await hub.stop();

  const copy = await copyOf(original);
  cleanups.push(() => copy.drop());
  // As in a dump from a server whose transaction ids are far above those of this server.
  await asOwner(copy.ownerUrl, (owner) =>
    owner.query('update event set xid = (xid::text::bigint + 1e9)::bigint::text::xid8'),
  );
  const restored = await startHubOn(copy);
  cleanups.push(() => restored.stop());
  const [senderClient, receiverClient] = await Promise.all(
    [sender, receiver].map(({ member }) => Client.signIn(restored.url, member.email)),
  );
  const live = await (receiverClient as Client).subscribe('kind referral { id }');
  const third = await sendReferral(senderClient as Client, person, receiver.partner);
  expect((await live.next()).referral.id).toBe(third);
  await live.stop();
  await (receiverClient as Client).close();

  await asOwner(copy.ownerUrl, settled);
  const { nodes } = (await (receiverClient as Client).data(eventsQuery)).referralEvents;
  expect(nodes.map((node: { referral: { id: string } }) => node.referral.id)).toEqual([first, second, third]);
  const { errors } = await (receiverClient as Client).send(eventsQuery, { after: cursor });
  expect(errors).toMatchObject([{ extensions: { code: 'CURSOR_EXPIRED' } }]);
});
