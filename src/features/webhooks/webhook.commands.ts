import { Field, ID, InputType } from 'type-graphql';
import { inState } from '../../commands/acts-on.js';
import { change } from '../../commands/change.js';
import type { CommandResult } from '../../commands/command.js';
import { type Command } from '../../commands/command.js';
import { CreatingInput } from '../../commands/creating-input.js';
import { defineCommand } from '../../commands/define-command.js';
import { Id, Line, tidy } from '../../commands/input-rules.js';
import { refusal } from '../../commands/refusal.js';
import { type Context } from '../../context.js';
import { Partner } from '../partners/index.js';
import { overlap } from './schedule.js';
import { newSecret, Vault } from './signing.js';
import { WebhookTopic } from './topics.js';
import { Webhook } from './webhook.js';
import { type WebhookEventKind } from './webhook-event.js';
import { WebhookSecret } from './webhook-secret.js';

/** The largest number of webhooks per partner. */
const maxWebhooks = 10;

/** The payload field that shows a new secret, once. */
const newSecretField = {
  secret: {
    type: () => String,
    nullable: true,
    description:
      'The secret to verify messages with. It is shown only once and cannot be read again; null when the call is repeated.',
    value: (_: Context, { once }: CommandResult) => once['secret'] ?? null,
  },
};

const address =
  'The address to send messages to, at most 500 characters: https, a public host, port 443 or 8443, no user name or password.';

@InputType({ description: 'A webhook to add to the viewer’s partner.' })
export class AddWebhookInput extends CreatingInput {
  @Line(500)
  @Field(() => String, { description: address })
  address!: string;

  @Field(() => [WebhookTopic], { description: 'The topics of the events to send, at least one.' })
  topics!: WebhookTopic[];
}

export const addWebhook = defineCommand({
  name: 'addWebhook',
  description:
    'Adds a webhook: an address to which the hub sends the events of the viewer’s partner. A partner has at most 10 webhooks. For the partner’s administrators.',
  input: AddWebhookInput,
  payload: { webhook: () => Webhook },
  roles: ['PARTNER_ADMINISTRATOR'],
  extraFields: newSecretField,
  on: null,
  async run(command, input) {
    const { address, topics } = input;
    const { em, viewer } = command;
    // Serialises concurrent calls, so that together they cannot exceed the limit.
    await em.execute("select pg_advisory_xact_lock(hashtextextended('webhooks of ' || ?, 0))", [
      viewer.partnerId,
    ]);
    if ((await em.count(Webhook, { removedAt: null })) >= maxWebhooks) {
      throw refusal('INVALID', '', {
        fr: `Une structure a au plus ${maxWebhooks} webhooks. Supprimez-en un d’abord.`,
        en: `A partner has at most ${maxWebhooks} webhooks. Remove one first.`,
      });
    }
    const webhook = em.create(Webhook, {
      partner: em.getReference(Partner, viewer.partnerId),
      address: allowedAddress(command, address),
      topics: distinctTopics(topics),
      createdAt: command.now,
      failures: 0,
      dropped: 0,
    } as Webhook);
    await command.asSystem(async () => storeNewSecret(command, webhook));
    return emitWebhookEvent(command, webhook, 'ADDED');
  },
});

@InputType({ description: 'The input of a command on one webhook.' })
export abstract class WebhookCommandInput {
  @Id()
  @Field(() => ID, { description: 'The webhook: a webhook of the viewer’s partner.' })
  webhook!: string;
}

@InputType({ description: 'Changes to a webhook. A field that is left out keeps its value.' })
export class ChangeWebhookInput extends WebhookCommandInput {
  @Line(500)
  @Field(() => String, { nullable: true, description: address })
  address?: string | null;

  @Field(() => [WebhookTopic], {
    nullable: true,
    description: 'The topics of the events to send, at least one.',
  })
  topics?: WebhookTopic[] | null;
}

export const changeWebhook = defineCommand({
  name: 'changeWebhook',
  description:
    'Changes the address or the topics of a webhook. After a change of the address, waiting messages are sent at once. For the partner’s administrators.',
  input: ChangeWebhookInput,
  payload: { webhook: () => Webhook },
  roles: ['PARTNER_ADMINISTRATOR'],
  on: { field: 'webhook', type: () => Webhook, changes: true },
  async run(command, input) {
    const webhook = await findAndLock(command, input.webhook);
    const addressChanged =
      input.address != null && change(webhook, { address: allowedAddress(command, input.address) });
    if (addressChanged) await resetFailures(command, webhook);
    const topicsChanged = input.topics != null && change(webhook, { topics: distinctTopics(input.topics) });
    return addressChanged || topicsChanged ? emitWebhookEvent(command, webhook, 'CHANGED') : webhook.id;
  },
});

@InputType({ description: 'A webhook to give a new secret.' })
export class RotateWebhookSecretInput extends WebhookCommandInput {
  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'If true, the former secret stops signing at once; use it when the secret may have leaked. Otherwise messages are signed with both secrets for 24 hours.',
  })
  atOnce!: boolean;
}

export const rotateWebhookSecret = defineCommand({
  name: 'rotateWebhookSecret',
  description:
    'Gives a webhook a new secret. Messages are signed with both secrets for 24 hours, unless `atOnce` is true. For the partner’s administrators.',
  input: RotateWebhookSecretInput,
  payload: { webhook: () => Webhook },
  roles: ['PARTNER_ADMINISTRATOR'],
  extraFields: newSecretField,
  on: { field: 'webhook', type: () => Webhook, changes: true },
  async run(command, input) {
    const webhook = await findAndLock(command, input.webhook);
    await command.asSystem(async () => {
      const hours = input.atOnce ? 0 : overlap;
      await command.em.execute(
        `update webhook_secret set ends_at = least(ends_at, now() + ? * interval '1 hour') where webhook_id = ?`,
        [hours, webhook.id],
      );
      await command.em.execute('delete from webhook_secret where webhook_id = ? and ends_at <= now()', [
        webhook.id,
      ]);
      storeNewSecret(command, webhook);
    });
    return emitWebhookEvent(command, webhook, 'SECRET_ROTATED');
  },
});

@InputType({ description: 'A webhook to pause.' })
export class PauseWebhookInput extends WebhookCommandInput {}

export const pauseWebhook = defineCommand({
  name: 'pauseWebhook',
  description:
    'Pauses a webhook. Until it is resumed, the hub sends nothing and keeps the messages for at most 30 days. For the partner’s administrators.',
  input: PauseWebhookInput,
  payload: { webhook: () => Webhook },
  roles: ['PARTNER_ADMINISTRATOR'],
  on: { field: 'webhook', type: () => Webhook, changes: true, done: { pausedAt: { not: null } } },
  async run(command, input) {
    const webhook = await findAndLock(command, input.webhook);
    if (webhook.pausedAt) return webhook.id;
    webhook.pausedAt = command.now;
    webhook.pausedBecause = 'ADMINISTRATOR';
    return emitWebhookEvent(command, webhook, 'PAUSED');
  },
});

@InputType({ description: 'A webhook to resume.' })
export class ResumeWebhookInput extends WebhookCommandInput {}

export const resumeWebhook = defineCommand({
  name: 'resumeWebhook',
  description:
    'Resumes a paused webhook: sends the messages that were kept, then new ones. For the partner’s administrators.',
  input: ResumeWebhookInput,
  payload: { webhook: () => Webhook },
  roles: ['PARTNER_ADMINISTRATOR'],
  on: { field: 'webhook', type: () => Webhook, changes: true, done: { pausedAt: null } },
  async run(command, input) {
    const webhook = await findAndLock(command, input.webhook);
    if (!webhook.pausedAt) return webhook.id;
    webhook.pausedAt = null;
    webhook.pausedBecause = null;
    await resetFailures(command, webhook);
    return emitWebhookEvent(command, webhook, 'RESUMED');
  },
});

@InputType({ description: 'A webhook to test.' })
export class TestWebhookInput extends WebhookCommandInput {}

const notPaused = inState<Webhook>(
  'webhook',
  { pausedAt: null },
  {
    fr: 'Ce webhook est en pause. Réactivez-le d’abord.',
    en: 'This webhook is paused. Resume it first.',
  },
);

export const testWebhook = defineCommand({
  name: 'testWebhook',
  description:
    'Sends a test message about the webhook itself, and sends waiting messages at once. `deliveries` shows the result. For the partner’s administrators.',
  input: TestWebhookInput,
  payload: { webhook: () => Webhook },
  roles: ['PARTNER_ADMINISTRATOR'],
  on: { field: 'webhook', type: () => Webhook, changes: true, state: notPaused },
  async run(command, input) {
    const webhook = await findAndLock(command, input.webhook);
    notPaused.check(webhook);
    await resetFailures(command, webhook);
    return emitWebhookEvent(command, webhook, 'TESTED');
  },
});

@InputType({ description: 'A webhook to remove.' })
export class RemoveWebhookInput extends WebhookCommandInput {}

export const removeWebhook = defineCommand({
  name: 'removeWebhook',
  description: 'Removes a webhook and deletes its waiting messages. For the partner’s administrators.',
  input: RemoveWebhookInput,
  payload: { webhook: () => Webhook },
  roles: ['PARTNER_ADMINISTRATOR'],
  on: { field: 'webhook', type: () => Webhook, changes: true, done: { removedAt: { not: null } } },
  async run(command, input) {
    // A repeated call succeeds. The lock below would not find a removed webhook, because it cannot be changed.
    const { id, removedAt } = await command.find(Webhook, input.webhook, 'webhook');
    if (removedAt) return id;
    const webhook = await findAndLock(command, input.webhook);
    webhook.removedAt = command.now;
    await command.asSystem(async () => {
      await command.em.execute('delete from webhook_delivery where webhook_id = ?', [id]);
      await command.em.execute('delete from webhook_secret where webhook_id = ?', [id]);
    });
    return emitWebhookEvent(command, webhook, 'REMOVED');
  },
});

/** Finds and locks a webhook. The lock only finds webhooks that the viewer may change. */
function findAndLock(command: Command, id: string): Promise<Webhook> {
  return command.find(Webhook, id, 'webhook', true);
}

/** Resets the failure state and makes waiting messages due: an administrator has repaired the receiver. */
async function resetFailures(command: Command, webhook: Webhook): Promise<void> {
  webhook.failingSince = null;
  webhook.restsUntil = null;
  webhook.failures = 0;
  await command.asSystem(async () => {
    await command.em.execute(
      'update webhook_delivery set attempts = 0, next_attempt_at = now() where webhook_id = ? and next_attempt_at > now()',
      [webhook.id],
    );
  });
}

function storeNewSecret({ em, once, context }: Command, webhook: Webhook): void {
  const secret = newSecret();
  const sealed = new Vault(context.secret).seal(webhook.id, secret);
  em.create(WebhookSecret, { webhook, sealed });
  once['secret'] = secret;
}

function emitWebhookEvent(command: Command, webhook: Webhook, kind: WebhookEventKind): string {
  command.emit({ topic: 'WEBHOOK', kind, subject: webhook.id, to: [command.viewer.partnerId] });
  return webhook.id;
}

/** @throws Refusal INVALID when the address is not allowed; the message is the same for every reason */
function allowedAddress({ context }: Command, text: string): string {
  const address = tidy(text);
  if (context.addressPolicy.mayBe(address)) return address;
  throw refusal('INVALID', 'address', {
    fr: 'Un webhook doit avoir une adresse publique en https, sur le port 443 ou 8443, sans nom d’utilisateur ni mot de passe.',
    en: 'A webhook needs a public https address, on port 443 or 8443, without a user name or password.',
  });
}

function distinctTopics(topics: readonly WebhookTopic[]): WebhookTopic[] {
  if (topics.length > 0) return [...new Set(topics)];
  throw refusal('INVALID', 'topics', { fr: 'Indiquez au moins un sujet.', en: 'Give at least one topic.' });
}
