import { commandsIn } from '../../commands/define-command.js';
import type { Feature } from '../feature.js';
import { deliveries } from './deliver.js';
import { dropOldDeliveries } from './old-deliveries.js';
import { queueDeliveries } from './queue-deliveries.js';
import * as webhookCommands from './webhook.commands.js';
import { Webhook } from './webhook.js';
import { WebhookQueries } from './webhook.queries.js';
import { WebhookDelivery } from './webhook-delivery.js';
import { WebhookEventResolver } from './webhook-event.js';
import { WebhookSecret } from './webhook-secret.js';

export { Webhook } from './webhook.js';

export const webhooks: Feature = {
  stored: [Webhook, WebhookSecret, WebhookDelivery],
  commands: commandsIn(webhookCommands),
  resolvers: [WebhookQueries, WebhookEventResolver],
  periodicTasks: [dropOldDeliveries],
  consumers: [queueDeliveries],
  queues: [deliveries],
};
