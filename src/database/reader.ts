import diagnostics from 'node:diagnostics_channel';
import pg from 'pg';
import { corked } from './corked.js';
import type { DatabaseRole } from './database-role.js';
import { PreparedNames } from './prepared-names.js';
import { answerTimeout } from './timeouts.js';
import { isServerError, orUnavailable } from './unavailable.js';

/** A statement with numbered parameters. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Publishes every statement of a reader as it is sent, for tracing and for tests that count statements. */
export const statements = diagnostics.channel('hub:statement');

/**
 * Reads with a database role: the statements run in one read-only transaction, on one snapshot. They are sent
 * together with BEGIN and COMMIT, in one round trip.
 * @throws Unavailable when the server cannot be reached or does not answer
 */
export class Reader {
  readonly #names = new PreparedNames('read');

  constructor(readonly pool: pg.Pool) {}

  /** Returns the rows of each statement. If one statement fails, the whole call fails. */
  read<Row extends pg.QueryResultRow>(
    databaseRole: DatabaseRole,
    reads: readonly Statement[],
  ): Promise<Row[][]> {
    return this.#run(opening(databaseRole, 'isolation level repeatable read read only'), databaseRole, reads);
  }

  /** Runs one writing statement in its own transaction, in one round trip, and returns its rows. */
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
    const query_timeout = answerTimeout(databaseRole);
    // `pg` accepts `query_timeout` per query, but its types do not declare it.
    const withinTimeout = (query: pg.QueryConfig) => ({ ...query, query_timeout });
    let broken: Error | undefined;
    try {
      const used = new Set<string>();
      const sent = corked(client, () => [
        client.query(withinTimeout({ text: begin })),
        ...asked.map(({ text, values }) => {
          statements.publish({ text, role });
          const name = this.#names.of(text);
          const prepared = name !== undefined && !used.has(name);
          if (prepared) used.add(name);
          return client.query<Row>(withinTimeout({ text, values: [...values], ...(prepared && { name }) }));
        }),
        client.query(withinTimeout({ text: 'commit' })),
      ]);
      const outcomes = await Promise.allSettled(sent);
      return outcomes.map(rowsOf).slice(1, -1) as Row[][];
    } catch (error) {
      if (!isServerError(error)) broken = error as Error;
      throw orUnavailable(error);
    } finally {
      client.release(broken);
    }
  }
}

/** The rows of a statement; throws its error. */
function rowsOf(outcome: PromiseSettledResult<pg.QueryResult>): pg.QueryResultRow[] {
  if (outcome.status === 'rejected') throw outcome.reason;
  return outcome.value.rows;
}

function opening({ role, variables }: DatabaseRole, mode: string): string {
  const settings = Object.entries(variables).map(
    ([name, value]) => `set_config(${pg.escapeLiteral(name)}, ${pg.escapeLiteral(value)}, true)`,
  );
  const set = settings.length > 0 ? `; select ${settings.join(', ')}` : '';
  return `begin ${mode}; set local role ${role}${set}`;
}
