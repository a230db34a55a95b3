import pg from 'pg';
import { v7 } from 'uuid';
import { databaseRoleOf, type Viewer } from '../../src/access/viewer.js';
import { loginUrlOf } from '../kit/login.js';
import type { Random } from '../kit/random.js';

/** The kind of the event that ends a run for its partner. */
export const lastKind = 'CANCELLED';

/**
 * Transactions that write events as commands do, with the rights of a member. Their begin, inserts and commit are
 * interleaved at random over many connections.
 */
export class Writers {
  /** Keys of the committed events. */
  readonly committed: string[] = [];
  /** The key of the event that ended the run, by partner; known before it commits. */
  readonly last = new Map<string, string>();
  transactions = 0;
  rolledBack = 0;
  /** How many transactions committed although an older one was still open. */
  overtaking = 0;

  private constructor(
    private readonly slots: Slot[],
    private readonly to: readonly [string, string],
    private readonly random: Random,
  ) {}

  static async open(
    url: string,
    viewer: Viewer,
    to: readonly [string, string],
    count: number,
    random: Random,
  ) {
    const connectionString = await loginUrlOf(url);
    const slots = await Promise.all(
      Array.from({ length: count }, async () => {
        const client = new pg.Client({ connectionString, pipeline: true } as pg.ClientConfig);
        await client.connect();
        return new Slot(client, viewer);
      }),
    );
    return new Writers(slots, to, random);
  }

  /** Runs until the given number of transactions have committed. */
  async run(transactions: number): Promise<void> {
    const { random, slots } = this;
    let begun = 0;
    while (this.transactions < transactions) {
      const slot = slots[random.below(slots.length)] as Slot;
      // Waits only for this one; the others are running on the server meanwhile.
      await slot.settled;
      const dice = random.below(10);
      if (slot.begun === undefined) slot.begin(++begun, this.someone());
      else if (dice === 0) this.#rollBack(slot);
      else if (dice === 1) slot.insert(this.someone());
      else if (dice > 4) this.#commit(slot);
    }
    for (const slot of random.shuffled(slots)) if (slot.begun !== undefined) this.#commit(slot);
    await Promise.all(slots.map((slot) => slot.settled));
  }

  /** A final transaction, with an event for each partner that ends the run. */
  async end(): Promise<void> {
    const [slot] = this.slots as [Slot];
    this.to.forEach((partner, index) => {
      if (index === 0) slot.begin(0, partner, lastKind);
      else slot.insert(partner, lastKind);
      this.last.set(partner, slot.written.at(-1) as string);
    });
    this.#commit(slot);
    await slot.settled;
  }

  async close(): Promise<void> {
    await Promise.all(this.slots.map((slot) => slot.client.end()));
  }

  /** The first partner gets four times as many events as the second. */
  private someone(): string {
    return this.to[this.random.below(5) === 0 ? 1 : 0] as string;
  }

  #commit(slot: Slot): void {
    const begun = slot.begun as number;
    if (this.slots.some((other) => other.begun !== undefined && other.begun < begun)) this.overtaking += 1;
    this.committed.push(...slot.finish('commit'));
    this.transactions += 1;
  }

  #rollBack(slot: Slot): void {
    slot.finish('rollback');
    this.rolledBack += 1;
  }
}

/** A connection and its open transaction, if any. Statements are sent without waiting for answers. */
class Slot {
  begun: number | undefined;
  written: string[] = [];
  settled: Promise<unknown> = Promise.resolve();

  constructor(
    readonly client: pg.Client,
    private readonly viewer: Viewer,
  ) {}

  begin(number: number, partner: string, kind?: string): void {
    const { role, variables } = databaseRoleOf(this.viewer);
    const set = Object.entries(variables).map(([name, value]) => `set_config('${name}', '${value}', true)`);
    this.begun = number;
    this.#send(`begin; set local role ${role}; select ${set.join(', ')}; ${this.#event(partner, kind)}`);
  }

  insert(partner: string, kind?: string): void {
    this.#send(this.#event(partner, kind));
  }

  /** Commits the transaction; returns the keys that it wrote. */
  finish(how: 'commit' | 'rollback'): string[] {
    const { written } = this;
    this.begun = undefined;
    this.written = [];
    this.#send(how);
    return written;
  }

  #event(partner: string, kind = 'SENT'): string {
    const id = v7();
    const { partnerId, memberId } = this.viewer;
    this.written.push(id);
    return `insert into event (id, partner_id, topic, kind, subject, by_id, member_id)
      values ('${id}', '${partner}', 'REFERRAL', '${kind}', '${id}', '${partnerId}', '${memberId}')`;
  }

  #send(text: string): void {
    const answered = this.client.query(text);
    this.settled = Promise.all([this.settled, answered]);
    this.settled.catch(() => {});
  }
}
