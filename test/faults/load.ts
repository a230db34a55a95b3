import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Client, type Data } from '../kit/client.js';
import { rightInput } from '../kit/commands.js';
import { asOwner } from '../kit/database.js';
import { RawSocket } from '../kit/raw-socket.js';
import { registerPerson, Seed, type SeededMember, type SeededPartner, sendReferral } from '../kit/town.js';
import { until } from '../kit/until.js';

/** The result of one request. */
export interface Went {
  readonly what: string;
  /** When it ended, and how long it took, in milliseconds. */
  readonly at: number;
  readonly took: number;
  readonly status: number;
  readonly retryAfter: string | null;
}

const referring = `mutation ($input: SendReferralInput!) {
  sendReferral(input: $input) { referral { id } userErrors { code } } }`;
const following = `subscription ($after: String) {
  referralEvents(after: $after) { cursor referral { id } } }`;

/** The randomised pause of a client before its next request. */
const pause = () => delay(100 + Math.random() * 200);

/** Continuous load of clients of all kinds on one hub, with the results. */
export class Load {
  readonly went: Went[] = [];
  /** The error codes of failed operations, and the codes with which new sockets were closed. */
  readonly refusals = new Set<unknown>();
  readonly closes = new Set<number>();
  /** The referrals whose command was answered, and those that a subscriber received, in order. */
  readonly acknowledged: string[] = [];
  readonly told: string[] = [];
  #over = false;
  #told = false;
  #follower: Client | undefined;
  #asking: Promise<unknown> | undefined;
  #following: Promise<unknown> | undefined;

  private constructor(
    readonly url: string,
    private readonly ownerUrl: string,
    private readonly sender: { client: Client },
    private readonly receiver: { client: Client; member: SeededMember; partner: SeededPartner },
    private readonly person: string,
  ) {}

  /** The clients of a hub; they start when `begin` is called. */
  static async on(url: string, ownerUrl: string): Promise<Load> {
    const owner = (sql: string, values: readonly unknown[] = []) =>
      asOwner(ownerUrl, async (client) => (await client.query(sql, [...values])).rows) as never;
    const town = new Seed(owner, (member) => Client.signIn(url, member.email));
    const [sender, receiver] = [await town.caseworker(), await town.caseworker()];
    return new Load(url, ownerUrl, sender, receiver, await registerPerson(sender.client));
  }

  /** Resolves when all kinds of requests succeed. */
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
    this.told.push(...this.acknowledged);
    this.#following = this.#follow(cursor);
    const asking = [
      this.#again(() => this.#send(), 0),
      this.#again(() => this.#send(), 0),
      this.#again(() =>
        this.#ask('a query', () => client.post({ query: '{ referrals(first: 5) { nodes { id } } }' })),
      ),
      this.#again(() => this.#ask('readiness', () => fetch(`${this.url}/health/ready`))),
      this.#again(() => this.#ask('a sign-in', () => fetch(`${this.url}/auth/demo`, signIn))),
      this.#again(() =>
        this.#ask('a person’s file', () =>
          fetch(`${this.url}/export/${this.person}`, {
            headers: { authorization: `Bearer ${this.sender.client.token}` },
          }),
        ),
      ),
      this.#again(() => this.#askOnSocket(20)),
      this.#again(() => this.#askOnSocket(1)),
    ];
    this.#asking = Promise.all(asking);
    this.#asking.catch(() => {
      this.#over = true;
    });
    await until(() => this.told.length > 5 || this.#over || undefined);
  }

  /** Waits until each kind of request has succeeded since a moment. */
  served(since: number): Promise<unknown> {
    return this.#eachSince(since, ({ status }) => status === 200);
  }

  /** Waits until each kind of request has been refused since a moment. */
  refused(since: number): Promise<unknown> {
    return this.#eachSince(since, ({ status }) => status !== 200);
  }

  #eachSince(since: number, holds: (it: Went) => boolean): Promise<unknown> {
    const kinds = [...new Set(this.went.map(({ what }) => what))];
    const isSeen = (kind: string) => this.went.some((it) => it.what === kind && it.at > since && holds(it));
    return until(() => kinds.every(isSeen) || this.#over || undefined);
  }

  /** Stops the load; returns the stored referrals, in the order in which subscribers should receive them. */
  async end(): Promise<string[]> {
    this.#over = true;
    await this.#asking;
    const last = await sendReferral(this.sender.client, this.person, this.receiver.partner);
    this.acknowledged.push(last);
    // A lost event would have come before this one.
    await until(() => this.told.includes(last) || undefined);
    this.#told = true;
    await this.#follower?.close();
    await this.#following;
    const { rows } = await asOwner(this.ownerUrl, (owner) =>
      owner.query<{ subject: string }>(
        "select subject from event where topic = 'REFERRAL' and partner_id = $1 order by event.xid, id",
        [this.receiver.partner.key],
      ),
    );
    return rows.map(({ subject }) => `referral_${subject}`);
  }

  async #again(work: () => Promise<unknown>, between = 200): Promise<void> {
    while (!this.#over) {
      await work();
      await delay(between);
    }
  }

  /** Sends a request and records the result; returns the data of a successful one. */
  async #ask(what: string, asking: () => Promise<Response>): Promise<Data> {
    const began = performance.now();
    const response = await asking();
    const { data, errors } = (await response.json()) as Data;
    const at = performance.now();
    const retryAfter = response.headers.get('retry-after');
    this.went.push({ what, at, took: at - began, status: response.status, retryAfter });
    if (response.status === 200) return data;
    if (errors) this.refusals.add(errors[0].extensions.code);
    await pause();
    return undefined;
  }

  /** Sends a referral, with the same key until it is answered. */
  async #send(): Promise<void> {
    const input = rightInput.sendReferral(this.person, this.receiver.partner, {
      idempotencyKey: randomUUID(),
    });
    for (;;) {
      const acting = () => this.sender.client.post({ query: referring, variables: { input } });
      const data = await this.#ask('a command', acting);
      if (data) return void this.acknowledged.push(data.sendReferral.referral.id);
      if (this.went.at(-1)?.status === 429) throw new Error('the budget is used up');
    }
  }

  /** Subscribes as docs/reliability.md describes: resumes from the cursor of the last received event. */
  async #follow(after: string): Promise<void> {
    for (let cursor = after; !this.#told; ) {
      const client = new Client(this.url, this.receiver.client.token);
      this.#follower = client;
      try {
        for await (const { data } of client.socket.iterate<Data>({
          query: following,
          variables: { after: cursor },
        })) {
          cursor = data.referralEvents.cursor;
          this.told.push(data.referralEvents.referral.id);
        }
      } catch {
        await pause();
      }
      await client.close();
    }
  }

  /** Opens a socket and sends the given number of operations on it. */
  async #askOnSocket(times: number): Promise<void> {
    const raw = await RawSocket.open(this.url);
    raw.init(this.receiver.client.token);
    const began = await raw.message((it) => it.type === 'connection_ack').catch(() => undefined);
    if (!began) return void this.closes.add(await raw.closed);
    for (let number = 0; number < times && raw.socket.readyState === raw.socket.OPEN; number++) {
      const id = `${number}`;
      raw.subscribe(id, '{ viewer { role } }');
      const isAnswer = (it: Data) => it.id === id && it.type !== 'complete';
      const answer = await raw.message(isAnswer).catch(() => undefined);
      if (answer?.type === 'error') this.refusals.add(answer.payload[0].extensions.code);
      await delay(100);
    }
    raw.close();
  }
}
