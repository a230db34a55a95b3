import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Client, type Data } from '../kit/client.js';
import { validInput } from '../kit/commands.js';
import { asOwner } from '../kit/database.js';
import { RawSocket } from '../kit/raw-socket.js';
import { registerPerson, Seed, type SeededMember, type SeededPartner, sendReferral } from '../kit/town.js';
import { until } from '../kit/until.js';

/** The result of one request. */
export interface RequestResult {
  /** The kind of request. */
  readonly kind: string;
  /** When it ended, and how long it took, in milliseconds. */
  readonly at: number;
  readonly took: number;
  readonly status: number;
  readonly retryAfter: string | null;
}

const sendReferralMutation = `mutation ($input: SendReferralInput!) {
  sendReferral(input: $input) { referral { id } userErrors { code } } }`;
const eventsSubscription = `subscription ($after: String) {
  referralEvents(after: $after) { cursor referral { id } } }`;

/** The randomised pause of a client before its next request. */
const pause = () => delay(100 + Math.random() * 200);

/** Continuous load of clients of all kinds on one hub, with the results. */
export class Load {
  readonly results: RequestResult[] = [];
  /** The error codes of failed operations, and the codes with which new sockets were closed. */
  readonly errorCodes = new Set<unknown>();
  readonly closeCodes = new Set<number>();
  /** The referrals whose command was answered, and those that a subscriber received, in order. */
  readonly acknowledged: string[] = [];
  readonly received: string[] = [];
  #stopped = false;
  #allReceived = false;
  #subscriber: Client | undefined;
  #requesting: Promise<unknown> | undefined;
  #subscribing: Promise<unknown> | undefined;

  private constructor(
    readonly url: string,
    private readonly ownerUrl: string,
    private readonly sender: { client: Client },
    private readonly receiver: { client: Client; member: SeededMember; partner: SeededPartner },
    private readonly person: string,
  ) {}

  /** Creates the clients of a hub; they start when `begin` is called. */
  static async on(url: string, ownerUrl: string): Promise<Load> {
    const owner = (sql: string, values: readonly unknown[] = []) =>
      asOwner(ownerUrl, async (client) => (await client.query(sql, [...values])).rows) as never;
    const town = new Seed(owner, (member) => Client.signIn(url, member.email));
    const [sender, receiver] = [await town.caseworker(), await town.caseworker()];
    return new Load(url, ownerUrl, sender, receiver, await registerPerson(sender.client));
  }

  /** Starts the clients; resolves when all kinds of requests succeed. */
  async begin(): Promise<void> {
    const { client, member } = this.receiver;
    const signIn = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: member.email }),
    };
    await this.#send();
    const query = '{ referralEvents(last: 1) { nodes { cursor } } }';
    const cursor = await until(async () => (await client.data(query)).referralEvents.nodes[0]?.cursor);
    this.received.push(...this.acknowledged);
    this.#subscribing = this.#subscribe(cursor);
    const requesting = [
      this.#repeat(() => this.#send(), 0),
      this.#repeat(() => this.#send(), 0),
      this.#repeat(() =>
        this.#request('a query', () => client.post({ query: '{ referrals(first: 5) { nodes { id } } }' })),
      ),
      this.#repeat(() => this.#request('readiness', () => fetch(`${this.url}/health/ready`))),
      this.#repeat(() => this.#request('a sign-in', () => fetch(`${this.url}/auth/demo`, signIn))),
      this.#repeat(() =>
        this.#request('a person’s file', () =>
          fetch(`${this.url}/export/${this.person}`, {
            headers: { authorization: `Bearer ${this.sender.client.token}` },
          }),
        ),
      ),
      this.#repeat(() => this.#requestOnSocket(20)),
      this.#repeat(() => this.#requestOnSocket(1)),
    ];
    this.#requesting = Promise.all(requesting);
    this.#requesting.catch(() => {
      this.#stopped = true;
    });
    await until(() => this.received.length > 5 || this.#stopped || undefined);
  }

  /** Waits until each kind of request has succeeded after `since`. */
  allSucceeded(since: number): Promise<unknown> {
    return this.#eachKind(since, ({ status }) => status === 200);
  }

  /** Waits until each kind of request has failed after `since`. */
  allFailed(since: number): Promise<unknown> {
    return this.#eachKind(since, ({ status }) => status !== 200);
  }

  #eachKind(since: number, matches: (it: RequestResult) => boolean): Promise<unknown> {
    const kinds = [...new Set(this.results.map(({ kind }) => kind))];
    const isSeen = (kind: string) =>
      this.results.some((it) => it.kind === kind && it.at > since && matches(it));
    return until(() => kinds.every(isSeen) || this.#stopped || undefined);
  }

  /** Stops the load; returns the stored referrals, in the order in which subscribers should receive them. */
  async end(): Promise<string[]> {
    this.#stopped = true;
    await this.#requesting;
    const last = await sendReferral(this.sender.client, this.person, this.receiver.partner);
    this.acknowledged.push(last);
    // Events arrive in order: after this one, no earlier event can still be on its way.
    await until(() => this.received.includes(last) || undefined);
    this.#allReceived = true;
    await this.#subscriber?.close();
    await this.#subscribing;
    const { rows } = await asOwner(this.ownerUrl, (owner) =>
      owner.query<{ subject: string }>(
        "select subject from event where topic = 'REFERRAL' and partner_id = $1 order by event.xid, id",
        [this.receiver.partner.key],
      ),
    );
    return rows.map(({ subject }) => `referral_${subject}`);
  }

  async #repeat(work: () => Promise<unknown>, interval = 200): Promise<void> {
    while (!this.#stopped) {
      await work();
      await delay(interval);
    }
  }

  /** Sends a request and records the result; returns the data of a successful one. */
  async #request(kind: string, send: () => Promise<Response>): Promise<Data> {
    const began = performance.now();
    const response = await send();
    const { data, errors } = (await response.json()) as Data;
    const at = performance.now();
    const retryAfter = response.headers.get('retry-after');
    this.results.push({ kind, at, took: at - began, status: response.status, retryAfter });
    if (response.status === 200) return data;
    if (errors) this.errorCodes.add(errors[0].extensions.code);
    await pause();
    return undefined;
  }

  /** Sends a referral; repeats the command with the same idempotency key until it is answered. */
  async #send(): Promise<void> {
    const input = validInput.sendReferral(this.person, this.receiver.partner, {
      idempotencyKey: randomUUID(),
    });
    for (;;) {
      const send = () => this.sender.client.post({ query: sendReferralMutation, variables: { input } });
      const data = await this.#request('a command', send);
      if (data) return void this.acknowledged.push(data.sendReferral.referral.id);
      if (this.results.at(-1)?.status === 429) throw new Error('the budget is used up');
    }
  }

  /** Subscribes as docs/reliability.md describes: resumes from the cursor of the last received event. */
  async #subscribe(after: string): Promise<void> {
    for (let cursor = after; !this.#allReceived; ) {
      const client = new Client(this.url, this.receiver.client.token);
      this.#subscriber = client;
      try {
        for await (const { data } of client.socket.iterate<Data>({
          query: eventsSubscription,
          variables: { after: cursor },
        })) {
          cursor = data.referralEvents.cursor;
          this.received.push(data.referralEvents.referral.id);
        }
      } catch {
        await pause();
      }
      await client.close();
    }
  }

  /** Opens a socket and sends the given number of operations on it. */
  async #requestOnSocket(times: number): Promise<void> {
    const raw = await RawSocket.open(this.url);
    raw.init(this.receiver.client.token);
    const acknowledged = await raw.message((it) => it.type === 'connection_ack').catch(() => undefined);
    if (!acknowledged) return void this.closeCodes.add(await raw.closed);
    for (let number = 0; number < times && raw.socket.readyState === raw.socket.OPEN; number++) {
      const id = `${number}`;
      raw.subscribe(id, '{ viewer { role } }');
      const isAnswer = (it: Data) => it.id === id && it.type !== 'complete';
      const answer = await raw.message(isAnswer).catch(() => undefined);
      if (answer?.type === 'error') this.errorCodes.add(answer.payload[0].extensions.code);
      await delay(100);
    }
    raw.close();
  }
}
