import { afterAll, expect, it } from '@jest/globals';
import { loadConfig } from '../../src/config/index.js';
import { type Hub, startHub } from '../../src/hub.js';
import { Client } from '../kit/client.js';
import { asOwner, copyOf, emptyDatabase, settled, type TestDatabase } from '../kit/database.js';
import { registerPerson, Seed, sendReferral } from '../kit/town.js';

const undo: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const step of undo.reverse()) await step();
});

async function hubOn(database: TestDatabase): Promise<Hub> {
  return startHub(loadConfig({ DATABASE_URL: database.ownerUrl, PORT: '0', LOG_LEVEL: 'silent' }));
}

const events =
  'query ($after: String) { referralEvents(after: $after) { nodes { kind cursor referral { id } } } }';

it('a restored database keeps the order of its events and refuses cursors from before the restore', async () => {
  const before = await emptyDatabase();
  undo.push(() => before.drop());
  const hub = await hubOn(before);
  const town = new Seed(
    (sql, values = []) =>
      asOwner(before.ownerUrl, async (owner) => (await owner.query(sql, [...values])).rows) as never,
    (member) => Client.signIn(hub.url, member.email),
  );
  const sender = await town.caseworker();
  const receiver = await town.caseworker();
  const person = await registerPerson(sender.client);
  const first = await sendReferral(sender.client, person, receiver.partner);
  const second = await sendReferral(sender.client, person, receiver.partner);
  await asOwner(before.ownerUrl, settled);
  const [{ cursor }] = (await receiver.client.data(events)).referralEvents.nodes;
  await hub.stop();

  const after = await copyOf(before);
  undo.push(() => after.drop());
  // As in a dump of a server whose transaction ids are far above those of this one.
  await asOwner(after.ownerUrl, (owner) =>
    owner.query('update event set xid = (xid::text::bigint + 1e9)::bigint::text::xid8'),
  );
  const restored = await hubOn(after);
  undo.push(() => restored.stop());
  const [sending, receiving] = await Promise.all(
    [sender, receiver].map(({ member }) => Client.signIn(restored.url, member.email)),
  );
  const listening = await (receiving as Client).listen('kind referral { id }');
  const third = await sendReferral(sending as Client, person, receiver.partner);
  expect((await listening.next()).referral.id).toBe(third);
  await listening.stop();
  await (receiving as Client).close();

  await asOwner(after.ownerUrl, settled);
  const { nodes } = (await (receiving as Client).data(events)).referralEvents;
  expect(nodes.map((node: { referral: { id: string } }) => node.referral.id)).toEqual([first, second, third]);
  const { errors } = await (receiving as Client).send(events, { after: cursor });
  expect(errors).toMatchObject([{ extensions: { code: 'CURSOR_EXPIRED' } }]);
});
