import pg from 'pg';
import type { DatabaseRole } from '../../src/database/database-role.js';
import { asOwner } from './database.js';

/** URL of the login role that the hub created for its database and serves with. */
export async function loginUrlOf(ownerUrl: string): Promise<string> {
  const url = new URL(ownerUrl);
  const [row] = await asOwner(
    ownerUrl,
    async (owner) => (await owner.query<{ password: string }>('select password from private.login')).rows,
  );
  url.username = `hub_login_${url.pathname.slice(1)}`;
  url.password = row?.password ?? '';
  return url.href;
}

/** Result of an SQL statement: the rows that it returned or changed, or PostgreSQL's error. */
export interface StatementResult {
  readonly rows: readonly Record<string, unknown>[];
  readonly count: number;
  readonly error?: string;
  readonly code?: string;
}

/** A connection of the login role, which can run any statement that the hub's code could run. */
export class LoginConnection {
  private constructor(readonly client: pg.Client) {}

  static async open(ownerUrl: string): Promise<LoginConnection> {
    const client = new pg.Client({ connectionString: await loginUrlOf(ownerUrl) });
    // Dropping the hub's database terminates open connections.
    client.on('error', () => {});
    await client.connect();
    return new LoginConnection(client);
  }

  /** Runs a statement with a database role in a transaction that is always rolled back. */
  try(
    role: DatabaseRole | undefined,
    text: string,
    values: readonly unknown[] = [],
  ): Promise<StatementResult> {
    return this.tryAll(role, [[text, values]]);
  }

  /** Runs statements in one transaction, which is rolled back; returns the result of the last or of the first failed one. */
  async tryAll(
    role: DatabaseRole | undefined,
    statements: readonly (readonly [text: string, values?: readonly unknown[]])[],
  ): Promise<StatementResult> {
    await this.client.query('begin');
    try {
      if (role) await this.client.query(`set local role ${role.role}`);
      for (const [name, value] of Object.entries(role?.variables ?? {})) {
        await this.client.query('select set_config($1, $2, true)', [name, value]);
      }
      let result: StatementResult = { rows: [], count: 0 };
      for (const [text, values = []] of statements) {
        const { rows, rowCount } = await this.client.query(text, [...values]);
        result = { rows, count: rowCount ?? 0 };
      }
      return result;
    } catch (error) {
      const { message, code } = error as { message: string; code?: string };
      if (!code) throw error;
      return { rows: [], count: 0, error: message, code };
    } finally {
      await this.client.query('rollback');
    }
  }

  async close(): Promise<void> {
    await this.client.end().catch(() => {});
  }
}
