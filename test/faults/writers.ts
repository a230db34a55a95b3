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
  /** The keys of the committed events. */
  readonly committed: string[] = [];
  /** The key of the event that ended the run, by partner; known before it commits. */
  readonly last = new Map<string, string>();
  transactions = 0;
  rolledBack = 0;
  /** The number of transactions that committed while an older one was still open. */
  committedBeforeOlder = 0;

  private constructor(
    private readonly connections: WriterConnection[],
    private readonly partners: readonly [string, string],
    private readonly random: Random,
  ) {}

  static async open(
    url: string,
    viewer: Viewer,
    partners: readonly [string, string],
    count: number,
    random: Random,
  ) {
    const connectionString = await loginUrlOf(url);
    const connections = await Promise.all(
      Array.from({ length: count }, async () => {
        const client = new pg.Client({ connectionString, pipeline: true } as pg.ClientConfig);
        await client.connect();
        return new WriterConnection(client, viewer);
      }),
    );
    return new Writers(connections, partners, random);
  }

  /** Runs until the given number of transactions have committed. */
  async run(transactions: number): Promise<void> {
    const { random, connections } = this;
    let started = 0;
    while (this.transactions < transactions) {
      const connection = connections[random.below(connections.length)] as WriterConnection;
      // Waits only for this connection; the statements of the others run on the server in the meantime.
      await connection.settled;
      const choice = random.below(10);
      if (connection.started === undefined) connection.begin(++started, this.randomPartner());
      else if (choice === 0) this.#rollBack(connection);
      else if (choice === 1) connection.insert(this.randomPartner());
      else if (choice > 4) this.#commit(connection);
    }
    for (const connection of random.shuffled(connections))
      if (connection.started !== undefined) this.#commit(connection);
    await Promise.all(connections.map((connection) => connection.settled));
  }

  /** A final transaction, with an event for each partner that ends the run. */
  async end(): Promise<void> {
    const [connection] = this.connections as [WriterConnection];
    this.partners.forEach((partner, index) => {
      if (index === 0) connection.begin(0, partner, lastKind);
      else connection.insert(partner, lastKind);
      this.last.set(partner, connection.written.at(-1) as string);
    });
    this.#commit(connection);
    await connection.settled;
  }

  async close(): Promise<void> {
    await Promise.all(this.connections.map((connection) => connection.client.end()));
  }

  /** Returns the first partner four times as often as the second. */
  private randomPartner(): string {
    return this.partners[this.random.below(5) === 0 ? 1 : 0] as string;
  }

  #commit(connection: WriterConnection): void {
    const started = connection.started as number;
    if (this.connections.some((other) => other.started !== undefined && other.started < started))
      this.committedBeforeOlder += 1;
    this.committed.push(...connection.finish('commit'));
    this.transactions += 1;
  }

  #rollBack(connection: WriterConnection): void {
    connection.finish('rollback');
    this.rolledBack += 1;
  }
}

/** A connection and its open transaction, if any. Statements are sent without waiting for answers. */
class WriterConnection {
  /** The sequence number of the open transaction, if any. */
  started: number | undefined;
  written: string[] = [];
  settled: Promise<unknown> = Promise.resolve();

  constructor(
    readonly client: pg.Client,
    private readonly viewer: Viewer,
  ) {}

  begin(number: number, partner: string, kind?: string): void {
    const { role, variables } = databaseRoleOf(this.viewer);
    const set = Object.entries(variables).map(([name, value]) => `set_config('${name}', '${value}', true)`);
    this.started = number;
    this.#send(`begin; set local role ${role}; select ${set.join(', ')}; ${this.#event(partner, kind)}`);
  }

  insert(partner: string, kind?: string): void {
    this.#send(this.#event(partner, kind));
  }

  /** Commits the transaction or rolls it back; returns the keys that it wrote. */
  finish(statement: 'commit' | 'rollback'): string[] {
    const { written } = this;
    this.started = undefined;
    this.written = [];
    this.#send(statement);
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
