import type { Consumer, EventRecord } from '../../events/consumer-runner.js';
import { Event } from '../../events/event.js';
import { deliveries, roundOf } from './deliver.js';
import type { WebhookTopic } from './topics.js';
import { Webhook } from './webhook.js';
import { WebhookDelivery } from './webhook-delivery.js';

/** Creates the deliveries of each webhook in the order of the events, and queues the jobs that send them. */
export const queueDeliveries: Consumer = {
  name: 'webhooks',
  from: 'NOW',
  async consume(em, events, { jobs }) {
    const partners = [...new Set(events.map((it) => it.partnerId))];
    const webhooks = await em.find(Webhook, { partner: { $in: partners }, removedAt: null });
    const due = new Set<string>();
    for (const event of events) {
      for (const webhook of webhooks.filter((it) => it.partner.id === event.partnerId)) {
        const receives = receivesEvent(webhook, event);
        if (receives) {
          const delivery = { webhook, partner: webhook.partner, event: em.getReference(Event, event.id) };
          em.create(WebhookDelivery, { ...delivery, attempts: 0 } as WebhookDelivery);
        }
        if (!webhook.pausedAt && (receives || isAbout(webhook, event))) due.add(webhook.id);
      }
    }
    await jobs.send(em, deliveries, [...due].map(roundOf));
  },
};

function receivesEvent(webhook: Webhook, event: EventRecord): boolean {
  if (isAbout(webhook, event)) return event.kind === 'TESTED';
  return webhook.topics.includes(event.topic as WebhookTopic) && webhook.createdAt <= event.at;
}

/** Whether the event is about the webhook itself. Such an event can make waiting messages due. */
function isAbout(webhook: Webhook, { topic, subject }: EventRecord): boolean {
  return topic === 'WEBHOOK' && subject === webhook.id;
}
