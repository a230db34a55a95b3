import type { QueryResult } from 'kysely';
import type pg from 'pg';
import { socketOf } from './corked.js';
import { PreparedNames } from './prepared-names.js';

/** The result of a change that was sent but not yet answered. */
const sent: QueryResult<never> = { rows: [] };

/** An insert or an update of which nothing is read back. */
const isPlainChange = (text: string) =>
  /^(insert into|update) /.test(text) && !/ returning |on conflict/.test(text);

/** With `*`, a statement that was prepared before a migration added a column would fail after it. */
const isPreparable = (text: string) => !text.includes('.*');

const names = new PreparedNames('orm');

/**
 * The statements of one transaction. Those that are requested before the first one is answered are sent without
 * waiting, in their order. If one fails, PostgreSQL refuses the others, and COMMIT rolls back.
 */
export class Pipeline {
  /** Statements that nobody waits for yet. */
  #unanswered: Promise<unknown>[] = [];
  #waitsForChanges = true;
  #isEnding = false;

  constructor(private readonly client: pg.PoolClient) {}

  /** Sends BEGIN, with the first statement. */
  begin(text: string): void {
    this.#later(this.#send(text));
  }

  /** Sends a statement, together with all others that are requested in the same turn of the event loop. */
  async execute<Row>(text: string, values: readonly unknown[] = []): Promise<QueryResult<Row>> {
    const answered = this.#send(text, values);
    if (!this.#waitsForChanges && isPlainChange(text)) {
      this.#later(answered);
      return sent;
    }
    const { command, rowCount, rows } = await this.#afterAll(answered);
    const isChange = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'].includes(command);
    return { rows: rows as Row[], ...(isChange && { numAffectedRows: BigInt(rowCount ?? 0) }) };
  }

  /** From now on, plain changes are not waited for, until {@link endFlush}. */
  beginFlush(): void {
    this.#waitsForChanges = false;
  }

  /**
   * Waits for the changes of a flush, unless it is the last one: COMMIT waits for those.
   * @throws the error of the first one that failed
   */
  async endFlush(): Promise<void> {
    if (this.#isEnding) return;
    this.#waitsForChanges = true;
    await Promise.all(this.#unanswered.splice(0));
  }

  /** Only changes follow: they are sent together with COMMIT. */
  end(): void {
    this.#isEnding = true;
    this.#waitsForChanges = false;
  }

  /** @throws the error of the first statement that failed */
  async commit(): Promise<void> {
    const { command } = await this.#afterAll(this.#send('commit'));
    if (command !== 'COMMIT') throw new Error('the transaction was rolled back');
  }

  async rollback(): Promise<void> {
    this.#unanswered = [];
    await this.#send('rollback');
  }

  #send(text: string, values: readonly unknown[] = []): Promise<pg.QueryResult> {
    const socket = socketOf(this.client);
    socket.cork();
    process.nextTick(() => socket.uncork());
    if (values.length === 0) return this.client.query(text);
    const name = isPreparable(text) ? names.of(text) : undefined;
    return this.client.query({ text, values: [...values], ...(name && { name }) });
  }

  #later(answered: Promise<unknown>): void {
    this.#unanswered.push(answered);
    answered.catch(() => {});
  }

  /** The answer of a statement; if one before it has failed, throws the error of that one. */
  async #afterAll(answered: Promise<pg.QueryResult>): Promise<pg.QueryResult> {
    const before = this.#unanswered.splice(0);
    const answers = await Promise.all([...before, answered]);
    return answers.at(-1) as pg.QueryResult;
  }
}
