import { change } from '../../commands/change.js';
import type { Command } from '../../commands/command.js';
import { tidy } from '../../commands/input-rules.js';
import { notFound, refusal } from '../../commands/refusal.js';
import type { AddressPolicy } from '../../network/address-policy.js';
import { Partner } from '../partners/index.js';
import { overlap } from './schedule.js';
import { newSecret, type Vault } from './signing.js';
import type { WebhookTopic } from './topics.js';
import type {
  AddWebhookInput,
  ChangeWebhookInput,
  PauseWebhookInput,
  RemoveWebhookInput,
  ResumeWebhookInput,
  RotateWebhookSecretInput,
  TestWebhookInput,
} from './webhook.inputs.js';
import { Webhook } from './webhook.js';
import type { WebhookEventKind } from './webhook-event.js';
import { WebhookSecret } from './webhook-secret.js';

/** How many webhooks a partner may have. */
const most = 10;

/** Lets somebody know a new secret, this once. */
export type Show = (secret: string) => void;

/** Adds a webhook of the viewer's partner. For its administrators. */
export async function addWebhook(
  command: Command,
  { address, topics }: AddWebhookInput,
  {
    addressPolicy,
    vault,
    show,
  }: { readonly addressPolicy: AddressPolicy; readonly vault: Vault; readonly show: Show },
): Promise<string> {
  const { em, viewer } = command;
  if (viewer.role !== 'PARTNER_ADMINISTRATOR') throw notFound('');
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
    address: reachable(address, addressPolicy),
    topics: some(topics),
    createdAt: command.now,
    failures: 0,
    dropped: 0,
  } as Webhook);
  await command.asSystem(async () => keepSecret(command, webhook, vault, show));
  return tell(command, webhook, 'ADDED');
}

/** Changes where a webhook is sent to, or what it is told of. For its partner's administrators. */
export async function changeWebhook(
  command: Command,
  input: ChangeWebhookInput,
  addressPolicy: AddressPolicy,
): Promise<string> {
  const webhook = await own(command, input.webhook);
  const moves =
    input.address != null && change(webhook, { address: reachable(input.address, addressPolicy) });
  if (moves) await beginAnew(command, webhook);
  const tellsOther = input.topics != null && change(webhook, { topics: some(input.topics) });
  return moves || tellsOther ? tell(command, webhook, 'CHANGED') : webhook.id;
}

/** Gives a webhook a new secret; the former one signs beside it for a while. For its partner's administrators. */
export async function rotateSecret(
  command: Command,
  input: RotateWebhookSecretInput,
  { vault, show }: { readonly vault: Vault; readonly show: Show },
): Promise<string> {
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
    keepSecret(command, webhook, vault, show);
  });
  return tell(command, webhook, 'SECRET_ROTATED');
}

/** Keeps back what happens from now on. For its partner's administrators. */
export async function pauseWebhook(command: Command, input: PauseWebhookInput): Promise<string> {
  const webhook = await own(command, input.webhook);
  if (webhook.pausedAt) return webhook.id;
  webhook.pausedAt = command.now;
  webhook.pausedBecause = 'ADMINISTRATOR';
  return tell(command, webhook, 'PAUSED');
}

/** Sends what was kept, and goes on. For its partner's administrators. */
export async function resumeWebhook(command: Command, input: ResumeWebhookInput): Promise<string> {
  const webhook = await own(command, input.webhook);
  if (!webhook.pausedAt) return webhook.id;
  webhook.pausedAt = null;
  webhook.pausedBecause = null;
  await beginAnew(command, webhook);
  return tell(command, webhook, 'RESUMED');
}

/** Sends a message that is about nothing but the webhook, and at once what waits. For its partner's administrators. */
export async function testWebhook(command: Command, input: TestWebhookInput): Promise<string> {
  const webhook = await own(command, input.webhook);
  if (webhook.pausedAt) {
    throw refusal('INVALID', 'webhook', { fr: 'Ce webhook est en pause.', en: 'This webhook is paused.' });
  }
  await beginAnew(command, webhook);
  return tell(command, webhook, 'TESTED');
}

/** Ends a webhook, and drops what waits for it. For its partner's administrators. */
export async function removeWebhook(command: Command, input: RemoveWebhookInput): Promise<string> {
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
}

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

function keepSecret({ em }: Command, webhook: Webhook, vault: Vault, show: Show): void {
  const secret = newSecret();
  em.create(WebhookSecret, { webhook, sealed: vault.seal(webhook.id, secret) });
  show(secret);
}

function tell(command: Command, webhook: Webhook, kind: WebhookEventKind): string {
  command.emit({ topic: 'WEBHOOK', kind, subject: webhook.id, to: [command.viewer.partnerId] });
  return webhook.id;
}

/** @throws Refusal INVALID, which says the same of all that may not be reached */
function reachable(text: string, addressPolicy: AddressPolicy): string {
  const address = tidy(text);
  if (addressPolicy.mayBe(address)) return address;
  throw refusal('INVALID', 'address', {
    fr: 'Un webhook a une adresse publique en https, sur le port 443 ou 8443, sans nom ni mot de passe.',
    en: 'A webhook has a public https address, on port 443 or 8443, without a name or password.',
  });
}

function some(topics: readonly WebhookTopic[]): WebhookTopic[] {
  if (topics.length > 0) return [...new Set(topics)];
  throw refusal('INVALID', 'topics', { fr: 'Il en faut au moins un.', en: 'At least one is needed.' });
}
