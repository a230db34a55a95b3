import { Field, ID, InputType } from 'type-graphql';
import { type Context } from '../../access/context.js';
import { change } from '../../commands/change.js';
import type { CommandResult } from '../../commands/command.js';
import { type Command } from '../../commands/command.js';
import { CreatingInput } from '../../commands/creating-input.js';
import { defineCommand } from '../../commands/define-command.js';
import { Id, Line, tidy } from '../../commands/input-rules.js';
import { refusal } from '../../commands/refusal.js';
import { Partner } from '../partners/index.js';
import { overlap } from './schedule.js';
import { newSecret, Vault } from './signing.js';
import { WebhookTopic } from './topics.js';
import { Webhook } from './webhook.js';
import { type WebhookEventKind } from './webhook-event.js';
import { WebhookSecret } from './webhook-secret.js';

/** How many webhooks a partner may have. */
const most = 10;

/** The field by which a payload shows a new secret, this once. */
const newSecretShown = {
  secret: {
    type: () => String,
    nullable: true,
    description:
      'The secret that verifies the messages. Shown this once: null when the call is repeated, and never to be read again.',
    value: (_: Context, { once }: CommandResult) => once['secret'] ?? null,
  },
};

const address =
  'Where to send to, at most 500 characters: https, a public host, port 443 or 8443, no name or password.';

@InputType({ description: 'Where a partner’s own system is to be told what happens.' })
export class AddWebhookInput extends CreatingInput {
  @Line(500)
  @Field(() => String, { description: address })
  address!: string;

  @Field(() => [WebhookTopic], { description: 'What to tell of: at least one topic.' })
  topics!: WebhookTopic[];
}

export const addWebhook = defineCommand({
  name: 'addWebhook',
  description:
    'Adds an address at which the partner’s own system is told what happens; at most 10 for a partner. For its administrators.',
  input: AddWebhookInput,
  payload: { webhook: () => Webhook },
  roles: ['PARTNER_ADMINISTRATOR'],
  extraFields: newSecretShown,
  async run(command, input) {
    const { address, topics } = input;
    const { em, viewer } = command;
    // Two at once would both find room.
    await em.execute("select pg_advisory_xact_lock(hashtextextended('webhooks of ' || ?, 0))", [
      viewer.partnerId,
    ]);
    if ((await em.count(Webhook, { removedAt: null })) >= most) {
      throw refusal('INVALID', '', {
        fr: `Une structure a au plus ${most} webhooks.`,
        en: `A partner has at most ${most} webhooks.`,
      });
    }
    const webhook = em.create(Webhook, {
      partner: em.getReference(Partner, viewer.partnerId),
      address: reachable(command, address),
      topics: some(topics),
      createdAt: command.now,
      failures: 0,
      dropped: 0,
    } as Webhook);
    await command.asSystem(async () => keepSecret(command, webhook));
    return tell(command, webhook, 'ADDED');
  },
});

@InputType({ description: 'What an act on a webhook names.' })
export abstract class WebhookActInput {
  @Id()
  @Field(() => ID, { description: 'The webhook: one of the viewer’s partner.' })
  webhook!: string;
}

@InputType({ description: 'What changes on a webhook; what is left out stays.' })
export class ChangeWebhookInput extends WebhookActInput {
  @Line(500)
  @Field(() => String, { nullable: true, description: address })
  address?: string | null;

  @Field(() => [WebhookTopic], { nullable: true, description: 'What to tell of: at least one topic.' })
  topics?: WebhookTopic[] | null;
}

export const changeWebhook = defineCommand({
  name: 'changeWebhook',
  description:
    'Changes where a webhook is sent to, which gets at once what waits, or what it is told of. For its partner’s administrators.',
  input: ChangeWebhookInput,
  payload: { webhook: () => Webhook },
  async run(command, input) {
    const webhook = await own(command, input.webhook);
    const moves = input.address != null && change(webhook, { address: reachable(command, input.address) });
    if (moves) await beginAnew(command, webhook);
    const tellsOther = input.topics != null && change(webhook, { topics: some(input.topics) });
    return moves || tellsOther ? tell(command, webhook, 'CHANGED') : webhook.id;
  },
});

@InputType({ description: 'A webhook that is to get a new secret.' })
export class RotateWebhookSecretInput extends WebhookActInput {
  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Whether the former secret ends at once, because somebody else may know it. Otherwise both sign for 24 hours.',
  })
  atOnce!: boolean;
}

export const rotateWebhookSecret = defineCommand({
  name: 'rotateWebhookSecret',
  description:
    'Gives a webhook a new secret; messages are signed with both for 24 hours. For its partner’s administrators.',
  input: RotateWebhookSecretInput,
  payload: { webhook: () => Webhook },
  extraFields: newSecretShown,
  async run(command, input) {
    const webhook = await own(command, input.webhook);
    await command.asSystem(async () => {
      const hours = input.atOnce ? 0 : overlap;
      await command.em.execute(
        `update webhook_secret set ends_at = least(ends_at, now() + ? * interval '1 hour') where webhook_id = ?`,
        [hours, webhook.id],
      );
      await command.em.execute('delete from webhook_secret where webhook_id = ? and ends_at <= now()', [
        webhook.id,
      ]);
      keepSecret(command, webhook);
    });
    return tell(command, webhook, 'SECRET_ROTATED');
  },
});

@InputType({ description: 'A webhook that is to be sent to no more for now.' })
export class PauseWebhookInput extends WebhookActInput {}

export const pauseWebhook = defineCommand({
  name: 'pauseWebhook',
  description:
    'Keeps back what happens, for 30 days at most, until the webhook is resumed. For its partner’s administrators.',
  input: PauseWebhookInput,
  payload: { webhook: () => Webhook },
  async run(command, input) {
    const webhook = await own(command, input.webhook);
    if (webhook.pausedAt) return webhook.id;
    webhook.pausedAt = command.now;
    webhook.pausedBecause = 'ADMINISTRATOR';
    return tell(command, webhook, 'PAUSED');
  },
});

@InputType({ description: 'A webhook that is to be sent to again.' })
export class ResumeWebhookInput extends WebhookActInput {}

export const resumeWebhook = defineCommand({
  name: 'resumeWebhook',
  description: 'Sends what was kept back, and goes on. For its partner’s administrators.',
  input: ResumeWebhookInput,
  payload: { webhook: () => Webhook },
  async run(command, input) {
    const webhook = await own(command, input.webhook);
    if (!webhook.pausedAt) return webhook.id;
    webhook.pausedAt = null;
    webhook.pausedBecause = null;
    await beginAnew(command, webhook);
    return tell(command, webhook, 'RESUMED');
  },
});

@InputType({ description: 'A webhook to try.' })
export class TestWebhookInput extends WebhookActInput {}

export const testWebhook = defineCommand({
  name: 'testWebhook',
  description:
    'Sends a message that is about the webhook itself, and at once what waits; `deliveries` shows what became of it. For its partner’s administrators.',
  input: TestWebhookInput,
  payload: { webhook: () => Webhook },
  async run(command, input) {
    const webhook = await own(command, input.webhook);
    if (webhook.pausedAt) {
      throw refusal('INVALID', 'webhook', { fr: 'Ce webhook est en pause.', en: 'This webhook is paused.' });
    }
    await beginAnew(command, webhook);
    return tell(command, webhook, 'TESTED');
  },
});

@InputType({ description: 'A webhook that is not needed any more.' })
export class RemoveWebhookInput extends WebhookActInput {}

export const removeWebhook = defineCommand({
  name: 'removeWebhook',
  description: 'Ends a webhook and drops what waits for it. For its partner’s administrators.',
  input: RemoveWebhookInput,
  payload: { webhook: () => Webhook },
  async run(command, input) {
    // Asked for twice, it is done: of one that is removed there is nothing left to change.
    const { id, removedAt } = await command.find(Webhook, input.webhook, 'webhook');
    if (removedAt) return id;
    const webhook = await own(command, input.webhook);
    webhook.removedAt = command.now;
    await command.asSystem(async () => {
      await command.em.execute('delete from webhook_delivery where webhook_id = ?', [id]);
      await command.em.execute('delete from webhook_secret where webhook_id = ?', [id]);
    });
    return tell(command, webhook, 'REMOVED');
  },
});

/** The webhook, kept from other acts; the lock finds only what the viewer may change. */
function own(command: Command, id: string): Promise<Webhook> {
  return command.find(Webhook, id, 'webhook', true);
}

/** Forgets that attempts failed: an administrator has seen to the receiver, and what waits is due. */
async function beginAnew(command: Command, webhook: Webhook): Promise<void> {
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

function keepSecret({ em, once, context }: Command, webhook: Webhook): void {
  const secret = newSecret();
  const sealed = new Vault(context.secret).seal(webhook.id, secret);
  em.create(WebhookSecret, { webhook, sealed });
  once['secret'] = secret;
}

function tell(command: Command, webhook: Webhook, kind: WebhookEventKind): string {
  command.emit({ topic: 'WEBHOOK', kind, subject: webhook.id, to: [command.viewer.partnerId] });
  return webhook.id;
}

/** @throws Refusal INVALID, which says the same of all that may not be reached */
function reachable({ context }: Command, text: string): string {
  const address = tidy(text);
  if (context.addressPolicy.mayBe(address)) return address;
  throw refusal('INVALID', 'address', {
    fr: 'Un webhook a une adresse publique en https, sur le port 443 ou 8443, sans nom ni mot de passe.',
    en: 'A webhook has a public https address, on port 443 or 8443, without a name or password.',
  });
}

function some(topics: readonly WebhookTopic[]): WebhookTopic[] {
  if (topics.length > 0) return [...new Set(topics)];
  throw refusal('INVALID', 'topics', { fr: 'Il en faut au moins un.', en: 'At least one is needed.' });
}
