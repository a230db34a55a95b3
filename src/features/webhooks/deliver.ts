import { backgroundRole } from '../../database/database-role.js';
import type { BackgroundContext, Queue, When } from '../../jobs/jobs.js';
import { AddressPolicy } from '../../network/address-policy.js';
import { claim, type Due, settle } from './attempt.js';
import { post } from './post.js';
import { signedHeaders, Vault } from './signing.js';

/** How many messages of one webhook are under way at once, in one process. */
const lanes = 4;

/** How long a round goes on before others have their turn, in milliseconds. */
const slice = 20_000;

interface Round {
  readonly webhook: string;
}

/** The job that delivers what waits for a webhook. */
export function roundOf(webhook: string): When & { readonly data: Round } {
  return { data: { webhook }, group: { id: webhook } };
}

/**
 * Delivers what is due to a webhook. What waits stands in `webhook_delivery`; a job is but the call to look. It
 * comes with new events, and for each attempt that failed at the time of the next one.
 */
export const deliveries: Queue<Round> = {
  name: 'webhooks',
  tries: {
    // A round fails when the database is away, or with its process: what waits must be looked at again.
    retryLimit: 10_000,
    retryDelay: 5,
    retryBackoff: true,
    retryDelayMax: 600,
    expireInSeconds: 60,
  },
  // One round of a webhook at a time: who is slow, or has much to get, leaves the others their turn.
  work: { pollingIntervalSeconds: 4, localConcurrency: 8, localGroupConcurrency: 1 },
  async run({ data: { webhook }, signal }, context) {
    const end = performance.now() + slice;
    const outcomes = await Promise.allSettled(
      Array.from({ length: lanes }, () => deliverInTurn(webhook, context, signal, end)),
    );
    for (const it of outcomes) if (it.status === 'rejected') throw it.reason;
    if (!outcomes.some((it) => it.status === 'fulfilled' && it.value)) return;
    await context.database.write(backgroundRole, (em) =>
      context.jobs.send(em, deliveries, [roundOf(webhook)]),
    );
  },
};

/** Delivers one message after the other; whether there may be more. */
async function deliverInTurn(
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
