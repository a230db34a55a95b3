import { createHash } from 'node:crypto';
import diagnostics from 'node:diagnostics_channel';
import pg from 'pg';
import type { DatabaseRole } from './database-role.js';
import { answerWithin } from './timeouts.js';
import { orUnavailable, saidByServer } from './unavailable.js';

/** A statement with numbered parameters. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Every statement that reads, as it is sent: for tests that count and for tracing. */
export const statements = diagnostics.channel('hub:statement');

/** How many statement texts are kept prepared on each connection; further ones are planned each time. */
const maxPrepared = 500;

/**
 * Reads under a session's rights: statements run in one read-only transaction, on one snapshot, and
 * are sent together with what opens and closes it, in one trip to the server.
 * @throws Unavailable when the server is not there, or does not answer
 */
export class Reader {
  readonly #names = new Map<string, string>();
  readonly #seenOnce = new Set<string>();

  constructor(readonly pool: pg.Pool) {}

  /** The rows of each statement. Fails as a whole when one of them fails. */
  read<Row extends pg.QueryResultRow>(
    databaseRole: DatabaseRole,
    reads: readonly Statement[],
  ): Promise<Row[][]> {
    return this.#run(opening(databaseRole, 'isolation level repeatable read read only'), databaseRole, reads);
  }

  /** The rows of one statement that writes, in a transaction of its own and one trip like those that read. */
  async write<Row extends pg.QueryResultRow>(
    databaseRole: DatabaseRole,
    statement: Statement,
  ): Promise<Row[]> {
    const [rows = []] = await this.#run<Row>(opening(databaseRole, 'read write'), databaseRole, [statement]);
    return rows;
  }

  async #run<Row extends pg.QueryResultRow>(
    begin: string,
    databaseRole: DatabaseRole,
    asked: readonly Statement[],
  ): Promise<Row[][]> {
    const client = await this.pool.connect().catch((error: unknown) => {
      throw orUnavailable(error);
    });
    const { role } = databaseRole;
    const query_timeout = answerWithin(databaseRole);
    // What `pg` takes and its types do not know.
    const patient = (query: pg.QueryConfig) => ({ ...query, query_timeout });
    let broken: Error | undefined;
    try {
      const opened = client.query(patient({ text: begin }));
      const used = new Set<string>();
      const results = asked.map(({ text, values }) => {
        statements.publish({ text, role });
        const name = this.#nameOf(text);
        const prepared = name !== undefined && !used.has(name);
        if (prepared) used.add(name);
        return client.query<Row>(patient({ text, values: [...values], ...(prepared && { name }) }));
      });
      const closed = client.query(patient({ text: 'commit' }));
      const outcomes = await Promise.allSettled([opened, ...results, closed]);
      const failed = outcomes.find((it) => it.status === 'rejected');
      if (failed) throw failed.reason;
      return Promise.all(results.map(async (result) => (await result).rows));
    } catch (error) {
      if (!saidByServer(error)) broken = error as Error;
      throw orUnavailable(error);
    } finally {
      client.release(broken);
    }
  }

  /** A name for a text seen before, while there is room: one-off texts are not worth preparing. */
  #nameOf(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known || this.#names.size >= maxPrepared) return known;
    if (this.#seenOnce.has(text)) {
      this.#seenOnce.delete(text);
      const name = `read_${createHash('sha1').update(text).digest('hex').slice(0, 24)}`;
      this.#names.set(text, name);
      return name;
    }
    if (this.#seenOnce.size >= maxPrepared) this.#seenOnce.clear();
    this.#seenOnce.add(text);
    return undefined;
  }
}

function opening({ role, variables }: DatabaseRole, mode: string): string {
  const settings = Object.entries(variables).map(
    ([name, value]) => `set_config(${pg.escapeLiteral(name)}, ${pg.escapeLiteral(value)}, true)`,
  );
  const set = settings.length > 0 ? `; select ${settings.join(', ')}` : '';
  return `begin ${mode}; set local role ${role}${set}`;
}
