import type { QueryResult } from 'kysely';
import type pg from 'pg';
import { socketOf } from './corked.js';

/** The result of an insert that was sent but not yet answered. */
const sent: QueryResult<never> = { rows: [] };

/** An insert whose rows are complete: nothing is read back. */
const isPlainInsert = (text: string) => /^insert into /.test(text) && !/ returning |on conflict/.test(text);

/**
 * The statements of one transaction. Those that are requested before the first one is answered are sent without
 * waiting, in their order. If one fails, PostgreSQL refuses the others.
 */
export class Pipeline {
  #inserts: Promise<unknown>[] | undefined;

  constructor(private readonly client: pg.PoolClient) {}

  /** Sends a statement, together with all others that are requested in the same turn of the event loop. */
  async execute<Row>(text: string, values: readonly unknown[] = []): Promise<QueryResult<Row>> {
    const socket = socketOf(this.client);
    socket.cork();
    process.nextTick(() => socket.uncork());
    const answered = this.client.query(text, [...values]);
    if (this.#inserts && isPlainInsert(text)) {
      this.#inserts.push(answered);
      answered.catch(() => {});
      return sent;
    }
    const { command, rowCount, rows } = await answered.catch((error: unknown) => this.#failed(error));
    const isChange = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'].includes(command);
    return { rows: rows as Row[], ...(isChange && { numAffectedRows: BigInt(rowCount ?? 0) }) };
  }

  /** Throws the error of a statement; if an insert before it has failed, the error of that one. */
  async #failed(error: unknown): Promise<never> {
    await this.endInserts();
    throw error;
  }

  /** From now on, plain inserts are not waited for. */
  beginInserts(): void {
    this.#inserts = [];
  }

  /**
   * Waits for the inserts.
   * @throws the error of the first one that failed
   */
  async endInserts(): Promise<void> {
    const inserts = this.#inserts ?? [];
    this.#inserts = undefined;
    await Promise.all(inserts);
  }
}
