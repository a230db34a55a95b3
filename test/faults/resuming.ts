import { setTimeout as pause } from 'node:timers/promises';
import { createClient, type Client as SocketClient } from 'graphql-ws';
import WebSocket from 'ws';
import type { Data } from '../kit/client.js';
import { validInput } from '../kit/commands.js';
import type { SeededPartner } from '../kit/town.js';
import { eventKeyOf } from './readers.js';

/** The retry delay of a client, in milliseconds. */
const retryDelay = 50;

/** A subscriber as docs/reliability.md describes it: a standard graphql-ws client that resumes from its last cursor. */
export class ResumingReader {
  /** The keys of the received events, in order. */
  readonly received: string[] = [];
  /** The referrals of the received events. */
  readonly referrals = new Set<string>();
  /** The number of connections. */
  connections = 0;
  #stopped = false;
  #waiting: (() => void)[] = [];
  readonly #client: SocketClient;
  readonly #reading: Promise<void>;

  /**
   * @param url returns the URL of a hub; called for each connection
   * @param after the cursor of the last event received
   * @param events the subscription
   */
  constructor(
    url: () => string,
    token: string,
    after: string,
    private readonly events: 'referralEvents' | 'notificationEvents' = 'referralEvents',
  ) {
    this.#client = createClient({
      url: () => `${url().replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${token}` },
      retryAttempts: Number.POSITIVE_INFINITY,
      retryWait: () => pause(retryDelay),
      shouldRetry: () => true,
      on: {
        connected: () => {
          this.connections += 1;
        },
      },
    });
    this.#reading = this.#read({ after });
  }

  /** Waits until an event about each of these referrals has arrived. */
  async waitFor(referrals: readonly string[]): Promise<void> {
    while (!referrals.every((id) => this.referrals.has(id)))
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    // Rejects when a connection attempt fails at this moment; that connection is closed too.
    await Promise.resolve(this.#client.dispose()).catch(() => {});
    await this.#reading;
  }

  async #read(variables: { after: string }): Promise<void> {
    const about = this.events === 'referralEvents' ? 'referral { id }' : 'notification { referral { id } }';
    const query = `subscription ($after: String) { ${this.events}(after: $after) { cursor ${about} } }`;
    while (!this.#stopped) {
      try {
        for await (const { data } of this.#client.iterate<Data>({ query, variables })) {
          if (!data) break;
          const { cursor, notification, referral = notification.referral } = data[this.events];
          // After a cut, the client subscribes again itself, with the current variables.
          variables.after = cursor;
          this.received.push(eventKeyOf(cursor));
          this.referrals.add(referral.id);
          for (const resolve of this.#waiting.splice(0)) resolve();
        }
      } catch {
        // The hub has ended the stream, because it could not continue without skipping an event.
      }
      if (!this.#stopped) await pause(retryDelay);
    }
  }
}

/** A sender that repeats its command with the same idempotency key until it is answered. */
export class RetryingSender {
  retries = 0;

  constructor(
    private readonly url: () => string,
    private readonly token: string,
  ) {}

  /** Sends a referral and returns its id. */
  async send(beneficiary: string, to: SeededPartner): Promise<string> {
    const input = validInput.sendReferral(beneficiary, to);
    const query =
      'mutation ($input: SendReferralInput!) { sendReferral(input: $input) { referral { id } userErrors { code } } }';
    for (;;) {
      const answer = await this.#post({ query, variables: { input } }).catch(() => undefined);
      const payload = answer?.data?.sendReferral;
      if (payload?.referral) return payload.referral.id;
      // With `errors`, the referral may have been sent but not read back.
      if (payload && !answer.errors) throw new Error(`refused: ${JSON.stringify(payload)}`);
      this.retries += 1;
      await pause(retryDelay);
    }
  }

  async #post(body: object): Promise<Data> {
    const response = await fetch(`${this.url()}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.token}` },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(15_000),
    });
    return response.json();
  }
}
