import { setTimeout as pause } from 'node:timers/promises';
import { createClient, type Client as SocketClient } from 'graphql-ws';
import WebSocket from 'ws';
import type { Data } from '../kit/client.js';
import { rightInput } from '../kit/commands.js';
import type { SeededPartner } from '../kit/town.js';
import { keyIn } from './readers.js';

/** The retry delay of a client, in milliseconds. */
const again = 50;

/** A subscriber as in docs/reliability.md: standard graphql-ws, which resumes with its last cursor. */
export class ResumingReader {
  /** The keys of the events, in the order of arrival. */
  readonly got: string[] = [];
  /** The referrals of the events. */
  readonly referrals = new Set<string>();
  /** The number of connections. */
  connections = 0;
  #over = false;
  #news: (() => void)[] = [];
  readonly #client: SocketClient;
  readonly #reading: Promise<void>;

  /**
   * @param url returns the URL of a hub; called for each connection
   * @param after the cursor of the last event received
   */
  constructor(url: () => string, token: string, after: string) {
    this.#client = createClient({
      url: () => `${url().replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${token}` },
      retryAttempts: Number.POSITIVE_INFINITY,
      retryWait: () => pause(again),
      shouldRetry: () => true,
      on: {
        connected: () => {
          this.connections += 1;
        },
      },
    });
    this.#reading = this.#read({ after });
  }

  /** Waits until all expected events have arrived. */
  async has(referrals: readonly string[]): Promise<void> {
    while (!referrals.every((id) => this.referrals.has(id)))
      await new Promise<void>((resolve) => this.#news.push(resolve));
  }

  async stop(): Promise<void> {
    this.#over = true;
    // Rejects when a connection that is being opened fails at this moment: it is closed as well.
    await Promise.resolve(this.#client.dispose()).catch(() => {});
    await this.#reading;
  }

  async #read(variables: { after: string }): Promise<void> {
    const query =
      'subscription ($after: String) { referralEvents(after: $after) { cursor referral { id } } }';
    while (!this.#over) {
      try {
        for await (const { data } of this.#client.iterate<Data>({ query, variables })) {
          if (!data) break;
          const { cursor, referral } = data.referralEvents;
          // After a cut, the client subscribes again itself, with the current variables.
          variables.after = cursor;
          this.got.push(keyIn(cursor));
          this.referrals.add(referral.id);
          for (const tell of this.#news.splice(0)) tell();
        }
      } catch {
        // The hub has ended the stream, because it could not continue without skipping an event.
      }
      if (!this.#over) await pause(again);
    }
  }
}

/** A sender that repeats its command with the same key until it has an answer. */
export class PersistentSender {
  retries = 0;

  constructor(
    private readonly url: () => string,
    private readonly token: string,
  ) {}

  /** Sends a referral and returns its id. */
  async send(beneficiary: string, to: SeededPartner): Promise<string> {
    const input = rightInput.sendReferral(beneficiary, to);
    const query =
      'mutation ($input: SendReferralInput!) { sendReferral(input: $input) { referral { id } userErrors { code } } }';
    for (;;) {
      const answer = await this.#ask({ query, variables: { input } }).catch(() => undefined);
      const payload = answer?.data?.sendReferral;
      if (payload?.referral) return payload.referral.id;
      // With `errors`, the referral may have been sent but not read back.
      if (payload && !answer.errors) throw new Error(`refused: ${JSON.stringify(payload)}`);
      this.retries += 1;
      await pause(again);
    }
  }

  async #ask(body: object): Promise<Data> {
    const response = await fetch(`${this.url()}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.token}` },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(15_000),
    });
    return response.json();
  }
}
