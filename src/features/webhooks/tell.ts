import type { Consumer, EventRecord } from '../../events/consumer-runner.js';
import { Event } from '../../events/event.js';
import { deliveries, roundOf } from './deliver.js';
import type { WebhookTopic } from './topics.js';
import { Webhook } from './webhook.js';
import { WebhookDelivery } from './webhook-delivery.js';

/** Writes down what each webhook is to be told, in the order of the events, and has it delivered. */
export const tellWebhooks: Consumer = {
  name: 'webhooks',
  from: 'NOW',
  async consume(em, events, { jobs }) {
    const partners = [...new Set(events.map((it) => it.partnerId))];
    const webhooks = await em.find(Webhook, { partner: { $in: partners }, removedAt: null });
    const due = new Set<string>();
    for (const event of events) {
      for (const webhook of webhooks.filter((it) => it.partner.id === event.partnerId)) {
        const told = isToldOf(webhook, event);
        if (told) {
          const delivery = { webhook, partner: webhook.partner, event: em.getReference(Event, event.id) };
          em.create(WebhookDelivery, { ...delivery, attempts: 0 } as WebhookDelivery);
        }
        if (!webhook.pausedAt && (told || isAbout(webhook, event))) due.add(webhook.id);
      }
    }
    await jobs.send(em, deliveries, [...due].map(roundOf));
  },
};

function isToldOf(webhook: Webhook, event: EventRecord): boolean {
  if (isAbout(webhook, event)) return event.kind === 'TESTED';
  return webhook.topics.includes(event.topic as WebhookTopic) && webhook.createdAt <= event.at;
}

/** Whether it happened to the webhook itself: what waits may be due since then. */
function isAbout(webhook: Webhook, { topic, subject }: EventRecord): boolean {
  return topic === 'WEBHOOK' && subject === webhook.id;
}
