import { backgroundRole } from '../../database/database-role.js';
import type { BackgroundContext, Queue, When } from '../../jobs/jobs.js';
import { AddressPolicy } from '../../network/address-policy.js';
import { claim, type Due, settle } from './attempt.js';
import { post } from './post.js';
import { signedHeaders, Vault } from './signing.js';

/** How many messages of one webhook a process sends at the same time. */
const lanes = 4;

/** The longest duration of one job in milliseconds, so that other webhooks get their turn. */
const slice = 20_000;

interface Round {
  readonly webhook: string;
}

/** The job that delivers the waiting messages of a webhook. */
export function roundOf(webhook: string): When & { readonly data: Round } {
  return { data: { webhook }, group: { id: webhook } };
}

/**
 * Delivers the due messages of a webhook. Waiting messages are rows of `webhook_delivery`; a job only triggers a
 * look at them. A job is queued for new events, and after a failed attempt for the time of the next attempt.
 */
export const deliveries: Queue<Round> = {
  name: 'webhooks',
  tries: {
    // A job fails when the database is unavailable or its process dies. It must run again, because messages may wait.
    retryLimit: 10_000,
    retryDelay: 5,
    retryBackoff: true,
    retryDelayMax: 600,
    expireInSeconds: 60,
  },
  // One job per webhook at a time, so that a slow receiver or a long backlog does not delay other webhooks.
  work: { pollingIntervalSeconds: 4, localConcurrency: 8, localGroupConcurrency: 1 },
  async run({ data: { webhook }, signal }, context) {
    const end = performance.now() + slice;
    const outcomes = await Promise.allSettled(
      Array.from({ length: lanes }, () => deliverSequentially(webhook, context, signal, end)),
    );
    for (const it of outcomes) if (it.status === 'rejected') throw it.reason;
    if (!outcomes.some((it) => it.status === 'fulfilled' && it.value)) return;
    await context.database.write(backgroundRole, (em) =>
      context.jobs.send(em, deliveries, [roundOf(webhook)]),
    );
  },
};

/** Delivers one message after another; returns true if more messages may be due. */
async function deliverSequentially(
  webhook: string,
  context: BackgroundContext,
  signal: AbortSignal,
  end: number,
): Promise<boolean> {
  const { database, config, jobs } = context;
  const addressPolicy = new AddressPolicy(config.webhookAllow);
  const vault = new Vault(config.secret);
  for (;;) {
    signal.throwIfAborted();
    if (performance.now() > end) return true;
    const due = await claim(database, webhook);
    if (!due) return false;
    const answer = await post({ ...due, headers: headersOf(due, vault) }, addressPolicy, signal);
    await database.write(backgroundRole, async (em) => {
      const again = await settle(em, due, answer);
      await jobs.send(
        em,
        deliveries,
        again.map((startAfter) => ({ ...roundOf(webhook), startAfter })),
      );
    });
  }
}

function headersOf({ webhookId, eventId, sealed, at, body }: Due, vault: Vault): Record<string, string> {
  const secrets = sealed.map((it) => vault.open(webhookId, it));
  return {
    'content-type': 'application/json',
    'user-agent': 'partner-hub',
    ...signedHeaders(secrets, eventId, at, body),
  };
}
