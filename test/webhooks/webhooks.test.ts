import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pauseAfter } from '../../src/features/webhooks/schedule.js';
import type { Client, Data } from '../kit/client.js';
import { refusalsOf, runCommand, validInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { registerPerson, type SeededPartner, sendReferral } from '../kit/town.js';
import { isGenuine, Receiver } from './receiver.js';

const shown = `state pausedAt pausedBecause lastDeliveredAt lastFailedAt failingSince waiting dropped
  deliveries { nodes { eventId topic kind attempts lastStatusCode lastProblem nextAttemptAt deliveredAt } }`;

describe('a webhook', () => {
  const hub = testHub({ HUB_WEBHOOK_ALLOW: '127.0.0.1' });
  const receivers: Receiver[] = [];
  let sender: Client;
  let person: string;
  let to: SeededPartner;
  let admin: Client;
  let receiver: Receiver;
  let webhook: string;
  let secret: string;

  const started = async () => {
    const it = await Receiver.start();
    receivers.push(it);
    return it;
  };
  const added = async (client: Client, changes: Data): Promise<Data> => {
    const input = validInput.addWebhook({ topics: ['REFERRAL'], ...changes });
    return client.run('addWebhook', input, 'webhook { id } secret');
  };
  const send = (changes = {}) => sendReferral(sender, person, to, changes);
  /** Sends referrals, a few at a time: many at once could wait longer for a connection than the hub allows. */
  const sendMany = async (count: number) => {
    for (let left = count; left > 0; left -= 4) {
      await Promise.all(Array.from({ length: Math.min(4, left) }, () => send()));
    }
  };
  const key = () => webhook.slice('webhook_'.length);
  const seen = async (): Promise<Data> => {
    const { node } = await admin.data(`query ($id: ID!) { node(id: $id) { ... on Webhook { ${shown} } } }`, {
      id: webhook,
    });
    return node;
  };
  /** Polls the webhook until a condition holds. */
  const until = async (holds: (it: Data) => boolean): Promise<Data> => {
    for (;;) {
      const it = await seen();
      if (holds(it)) return it;
      await new Promise((next) => setTimeout(next, 100));
    }
  };
  /** Waits until the webhook has this many consecutive failures. */
  const failed = async (count: number) => {
    const text = 'select from webhook where id = $1 and failures = $2';
    while ((await hub.owner(text, [key(), count])).length === 0)
      await new Promise((next) => setTimeout(next, 100));
  };
  /** Makes all waiting retries due now; returns how long they would have waited, in seconds. */
  const skipPauses = async (): Promise<number[]> => {
    const rows = await hub.owner<{ seconds: number }>(
      `select extract(epoch from next_attempt_at - now())::float8 as seconds from webhook_delivery
       where webhook_id = $1 and next_attempt_at > now() order by id`,
      [key()],
    );
    await hub.owner(
      `with due as (update webhook_delivery set next_attempt_at = now() where webhook_id = $1 and next_attempt_at > now()),
        awake as (update webhook set rests_until = null where id = $1)
      update jobs.job set start_after = now() where name = 'webhooks' and state = 'created'`,
      [key()],
    );
    return rows.map(({ seconds }) => seconds);
  };

  beforeAll(async () => {
    ({ client: sender } = await hub.town.caseworker());
    person = await registerPerson(sender, { firstName: 'Ottilie' });
  });
  beforeEach(async () => {
    const administrator = await hub.town.signedInMember(await hub.town.partner(), 'PARTNER_ADMINISTRATOR');
    ({ client: admin, partner: to } = administrator);
    receiver = await started();
    const payload = await added(admin, { address: receiver.address });
    webhook = payload.webhook.id;
    secret = payload.secret;
  });
  afterAll(() => Promise.all(receivers.map((it) => it.stop())));

  it('receives a merge with the new id and the id that it replaces', async () => {
    const [kept, duplicate] = [await registerPerson(sender), await registerPerson(sender)];
    await added(admin, { address: receiver.address, topics: ['BENEFICIARY'] });
    await runCommand(sender, 'recordSharingAgreement', validInput.recordSharingAgreement(duplicate, to));
    await runCommand(sender, 'mergeBeneficiaries', validInput.mergeBeneficiaries(kept, duplicate));
    const [message] = (await receiver.until(1)) as [Receiver['got'][0]];
    expect(JSON.parse(message.body)).toMatchObject({
      type: 'BENEFICIARY.MERGED',
      data: { topic: 'BENEFICIARY', kind: 'MERGED', subject: kept, replaced: duplicate },
    });
  });

  it('receives its partner’s events: signed, with ids only, and with the cursor of the query', async () => {
    const referral = await send({ purpose: 'Ottilie needs a Zweibel' });
    const [message] = (await receiver.until(1)) as [Receiver['got'][0]];
    const { nodes } = (
      await admin.data('{ referralEvents { nodes { cursor at by { id } referral { id } } } }')
    ).referralEvents;
    expect(JSON.parse(message.body)).toEqual({
      type: 'REFERRAL.SENT',
      timestamp: new Date(nodes[0].at).toISOString(),
      data: {
        topic: 'REFERRAL',
        kind: 'SENT',
        subject: referral,
        by: nodes[0].by.id,
        cursor: nodes[0].cursor,
      },
    });
    expect(message.body + JSON.stringify(message.headers)).not.toMatch(/Ottilie|Durand|Zweibel|1990/);
    expect(message.headers['content-type']).toBe('application/json');
    expect(isGenuine(secret, message.headers, message.body)).toBe(true);
    expect(isGenuine(secret, message.headers, `${message.body} `)).toBe(false);
    expect(isGenuine(secret, { ...message.headers, 'webhook-timestamp': '1' }, message.body)).toBe(false);
    expect(isGenuine(`whsec_${btoa('another')}`, message.headers, message.body)).toBe(false);
    const it = await until(({ waiting }) => waiting === 0);
    expect(it).toMatchObject({ state: 'ACTIVE', failingSince: null, dropped: 0 });
    expect(it.lastDeliveredAt).not.toBeNull();
    expect(it.deliveries.nodes).toEqual([
      {
        eventId: message.headers['webhook-id'],
        topic: 'REFERRAL',
        kind: 'SENT',
        attempts: 1,
        lastStatusCode: 204,
        lastProblem: null,
        nextAttemptAt: null,
        deliveredAt: expect.any(String),
      },
    ]);
  });

  it('shows its secret once; after a rotation, signs with both secrets unless atOnce is true', async () => {
    const input = validInput.addWebhook({ address: receiver.address });
    const first = await admin.run('addWebhook', input, 'webhook { id } secret');
    expect(first.secret).toMatch(/^whsec_[\w+/]{43}=$/);
    const again = await admin.run('addWebhook', input, 'webhook { id } secret');
    expect(again).toEqual({ ...first, secret: null });
    const rows = await hub.owner<{ text: string }>(
      'select row_to_json(it)::text as text from webhook_secret it',
    );
    expect(rows.map(({ text }) => text).join()).not.toContain(first.secret.slice('whsec_'.length, 20));

    const rotate = async (changes: Data = {}) =>
      (await admin.run('rotateWebhookSecret', { webhook, ...changes }, 'webhook { id } secret')).secret;
    const next = async () => {
      receiver.reset();
      await runCommand(admin, 'testWebhook', { webhook });
      const [{ headers, body }] = (await receiver.until(1)) as [Receiver['got'][0]];
      expect(JSON.parse(body)).toMatchObject({ type: 'WEBHOOK.TESTED', data: { subject: webhook } });
      return (it: string) => isGenuine(it, headers, body);
    };
    const second = await rotate();
    const both = await next();
    expect([secret, second, first.secret].map(both)).toEqual([true, true, false]);
    const third = await rotate({ atOnce: true });
    const one = await next();
    expect([secret, second, third].map(one)).toEqual([false, false, true]);
  });

  it('is retried with growing delays and the same event id until it succeeds', async () => {
    const answers = [500, 0, 302];
    receiver.behaves = (response) => {
      const status = answers[receiver.got.length - 1];
      if (status) response.writeHead(status, { location: receiver.address }).end();
      else response.destroy();
    };
    await send();
    const pauses: number[] = [];
    for (let failures = 1; failures <= answers.length; failures++) {
      await failed(failures);
      if (failures === answers.length) receiver.behaves = (response) => response.writeHead(200).end();
      pauses.push(...(await skipPauses()));
    }
    const it = await until(({ waiting }) => waiting === 0);
    expect(it.deliveries.nodes).toMatchObject([{ attempts: 4, lastStatusCode: 200, lastProblem: null }]);
    expect(it.failingSince).toBeNull();
    expect(new Set(receiver.ids).size).toBe(1);
    [5, 30, 120].forEach((seconds, index) => {
      expect(pauses[index]).toBeGreaterThan(0.8 * seconds - 4);
      expect(pauses[index]).toBeLessThanOrEqual(1.2 * seconds);
    });
    const delays = Array.from({ length: 10 }, (_, index) => pauseAfter(index + 1, 0.5) / 3_600_000);
    expect(delays).toEqual(delays.toSorted((a, b) => a - b));
    console.info(
      `webhooks: tried again after ${pauses.map((it) => it.toFixed(0)).join(', ')} s, in all for ${delays
        .reduce((a, b) => a + b)
        .toFixed(1)} h`,
    );
  });

  it('that keeps failing is paused with an event; after resuming, it receives all kept messages', async () => {
    receiver.behaves = (response) => response.writeHead(503).end();
    const events = await admin.subscribe(
      'kind webhook { id state pausedBecause }',
      undefined,
      'webhookEvents',
    );
    await send();
    await failed(1);
    await hub.owner('update webhook_delivery set attempts = 10 where webhook_id = $1', [key()]);
    await skipPauses();
    expect(await events.until('PAUSED')).toMatchObject({
      webhook: { id: webhook, state: 'PAUSED', pausedBecause: 'FAILING' },
    });
    await events.stop();
    await Promise.all(Array.from({ length: 12 }, () => send()));
    receiver.reset();
    const it = await until(({ waiting }) => waiting === 13);
    expect(it).toMatchObject({ state: 'PAUSED', pausedBecause: 'FAILING', failingSince: expect.any(String) });
    expect(await refusalsOf(admin, 'testWebhook', { webhook })).toEqual(['INVALID webhook']);
    expect(receiver.got).toEqual([]);
    await runCommand(admin, 'resumeWebhook', { webhook });
    expect(await until(({ waiting }) => waiting === 0)).toMatchObject({ state: 'ACTIVE', pausedAt: null });
    const kept = await hub.owner<{ id: string }>(
      `select id from event where partner_id = $1 and topic = 'REFERRAL' order by xid, id`,
      [to.key],
    );
    expect(receiver.ids.toSorted()).toEqual(kept.map(({ id }) => `event_${id}`).toSorted());
    expect(receiver.ids).toHaveLength(13);
  });

  it('whose receiver answers 410 Gone is paused at once', async () => {
    receiver.behaves = (response) => response.writeHead(410).end();
    await send();
    expect(await until(({ state }) => state === 'PAUSED')).toMatchObject({
      pausedBecause: 'GONE',
      waiting: 1,
      deliveries: { nodes: [{ attempts: 1, lastStatusCode: 410 }] },
    });
  });

  it('gets no new messages after three failures until the next attempt or a test', async () => {
    receiver.behaves = (response) => response.writeHead(500).end();
    await send();
    for (let failures = 1; failures <= 3; failures++) {
      await failed(failures);
      if (failures < 3) await skipPauses();
    }
    await Promise.all(Array.from({ length: 5 }, () => send()));
    await until(({ waiting }) => waiting === 6);
    const another = await started();
    const { webhook: other } = await added(admin, { address: another.address, topics: ['LINK'] });
    await runCommand(admin, 'testWebhook', { webhook: other.id });
    await another.until(1);
    expect(receiver.got).toHaveLength(3);
    receiver.reset();
    // A test sends the waiting messages together with the test message.
    await runCommand(admin, 'testWebhook', { webhook });
    await receiver.until(7);
    await until(({ waiting }) => waiting === 0);
  });

  it('that never answers does not delay other webhooks', async () => {
    receiver.behaves = () => {};
    const another = await started();
    await added(admin, { address: another.address });
    const begun = performance.now();
    await sendMany(20);
    await another.until(20);
    const took = performance.now() - begun;
    expect(receiver.got.length).toBeLessThanOrEqual(4);
    expect(new Set(another.ids).size).toBe(20);
    console.info(
      `webhooks: 20 delivered ${took.toFixed(0)} ms after the first command, beside a receiver that hangs`,
    );
    await runCommand(admin, 'removeWebhook', { webhook });
  });

  it('keeps messages for 30 days, gets each event once from two hubs, and is no longer found once removed', async () => {
    await runCommand(admin, 'pauseWebhook', { webhook });
    await Promise.all([send(), send(), send()]);
    await until(({ waiting }) => waiting === 3);
    await hub.owner(
      `update webhook_delivery set created_at = now() - interval '31 days' where id in
       (select id from webhook_delivery where next_attempt_at is not null and webhook_id = $1 limit 2)`,
      [key()],
    );
    // Periodic tasks run when a hub starts.
    await hub.startAnother();
    expect(await until(({ dropped }) => dropped > 0)).toMatchObject({ dropped: 2, waiting: 1 });
    await runCommand(admin, 'resumeWebhook', { webhook });
    await sendMany(40);
    await receiver.until(41);
    await until(({ waiting }) => waiting === 0);
    expect([receiver.got.length, new Set(receiver.ids).size]).toEqual([41, 41]);

    const removed = await runCommand(admin, 'removeWebhook', { webhook }, 'id removedAt waiting');
    expect(removed).toMatchObject({ id: webhook, removedAt: expect.any(String), waiting: 0 });
    expect(await runCommand(admin, 'removeWebhook', { webhook }, 'id removedAt waiting')).toEqual(removed);
    expect(await refusalsOf(admin, 'resumeWebhook', { webhook })).toEqual(['NOT_FOUND webhook']);
    const { webhooks } = await admin.data('{ webhooks { totalCount } }');
    expect(webhooks.totalCount).toBe(0);
  });

  it('does not receive waiting messages about an erased person', async () => {
    await runCommand(admin, 'pauseWebhook', { webhook });
    const forgotten = await registerPerson(sender);
    await sendReferral(sender, forgotten, to);
    await send();
    await until(({ waiting }) => waiting === 2);
    const { partner } = (await sender.data('{ viewer { partner { id slug } } }')).viewer;
    const own = { ...partner, key: partner.id.slice('partner_'.length) };
    const officer = await hub.town.signedInMember(own, 'DATA_PROTECTION_OFFICER');
    const right = { idempotencyKey: randomUUID(), beneficiary: forgotten, reason: 'REQUEST' };
    await runCommand(officer.client, 'eraseBeneficiary', right);
    expect(await seen()).toMatchObject({ waiting: 1 });
  });

  it('needs an allowed address and at least one topic, and a partner has at most ten', async () => {
    const refusal = (changes: Data) => refusalsOf(admin, 'addWebhook', validInput.addWebhook(changes));
    for (const address of ['https://10.0.0.1/', 'https://localhost/', 'http://partner.test/', 'partner.test'])
      expect(await refusal({ address })).toEqual(['INVALID address']);
    expect(await refusal({ topics: [] })).toEqual(['INVALID topics']);
    expect(
      await refusalsOf(admin, 'changeWebhook', { webhook, address: 'https://169.254.169.254/' }),
    ).toEqual(['INVALID address']);
    const tries = await Promise.all(
      Array.from({ length: 12 }, () => added(admin, { address: receiver.address })),
    );
    expect(tries.filter((it) => it.webhook)).toHaveLength(9);
    expect(tries.flatMap((it) => it.userErrors).map(({ code }) => code)).toEqual([
      'INVALID',
      'INVALID',
      'INVALID',
    ]);
  });
});
