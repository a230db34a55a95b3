import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { runCommand, validInput } from '../kit/commands.js';
import { asOwner, emptyDatabase, type TestDatabase } from '../kit/database.js';
import { figure } from '../kit/figures.js';
import { HubProcess } from '../kit/process.js';
import { registerPerson, Seed, sendReferral } from '../kit/town.js';
import { until } from '../kit/until.js';
import { Receiver } from './receiver.js';

let database: TestDatabase;
let receiver: Receiver;
let hub: HubProcess;

beforeAll(async () => {
  database = await emptyDatabase();
  receiver = await Receiver.start();
});
afterAll(async () => {
  await hub.stop();
  await receiver.stop();
  await database.drop();
});

const start = async () => {
  hub = await HubProcess.start({ DATABASE_URL: database.ownerUrl, HUB_WEBHOOK_ALLOW: '127.0.0.1' });
  return hub;
};

it('messages in delivery when a hub is killed are delivered by another hub, with the next ones', async () => {
  await start();
  const owner = (sql: string, values: readonly unknown[] = []) =>
    asOwner(database.ownerUrl, async (client) => (await client.query(sql, [...values])).rows);
  const town = new Seed(owner, (member) => hub.as(member));
  const sender = await town.caseworker();
  const to = await town.signedInMember(await town.partner(), 'PARTNER_ADMINISTRATOR');
  await runCommand(
    to.client,
    'addWebhook',
    validInput.addWebhook({ address: receiver.address, topics: ['REFERRAL'] }),
  );
  const person = await registerPerson(sender.client);

  let killed: Promise<void> | undefined;
  receiver.behaves = (response) => {
    // Some messages are answered; then the hub is killed before it receives an answer.
    if (receiver.got.length < 6) response.writeHead(204).end();
    else killed ??= hub.kill();
  };
  await Promise.all(Array.from({ length: 20 }, () => sendReferral(sender.client, person, to.partner)));
  await receiver.until(6);
  while (!killed) await receiver.until(receiver.got.length + 1);
  await killed;
  const before = receiver.got.length;
  receiver.behaves = (response) => response.writeHead(204).end();

  // Makes lost attempts due at once, instead of waiting 30 s.
  await owner('update webhook_delivery set next_attempt_at = now() where next_attempt_at is not null');
  await start();
  await sendReferral(await hub.as(sender.member), person, to.partner);
  // The deliveries of an event exist only after the hub has consumed it, so count events and not only waiting deliveries.
  const delivered = `select e.id, d.id is not null and d.next_attempt_at is null as done
    from event e left join webhook_delivery d on d.event_id = e.id
    where e.partner_id = $1 and e.topic = 'REFERRAL'`;
  const events = await until(async () => {
    const all = await owner(delivered, [to.partner.key]);
    return all.length > 20 && all.every(({ done }) => done) ? all : undefined;
  });
  const got = new Set(receiver.ids);
  expect(events.map(({ id }) => `event_${id}`).filter((id) => !got.has(id))).toEqual([]);
  expect(got.size).toBe(21);
  const twice = receiver.got.length - got.size;
  expect(twice).toBeGreaterThan(0);
  expect(twice).toBeLessThanOrEqual(before);
  figure(
    'webhooks: at least once, also across a SIGKILL in the middle',
    `killed after ${before} of 20 messages: 0 lost, ${twice} came twice`,
  );
});
