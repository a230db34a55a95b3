import pg from 'pg';
import type { DatabaseRole } from '../../src/database/database-role.js';
import { asOwner } from './database.js';

/** The URL of the login role that the hub made for its database, and serves with. */
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

/** What an attempt in SQL came to: the rows it returned or changed, or PostgreSQL's refusal. */
export interface Attempt {
  readonly rows: readonly Record<string, unknown>[];
  readonly count: number;
  readonly error?: string;
  readonly code?: string;
}

/** One connection of the login role, which runs statements as the code of the hub could at its worst. */
export class LoginConnection {
  private constructor(readonly client: pg.Client) {}

  static async open(ownerUrl: string): Promise<LoginConnection> {
    const client = new pg.Client({ connectionString: await loginUrlOf(ownerUrl) });
    // A hub's database is dropped with whoever is still connected.
    client.on('error', () => {});
    await client.connect();
    return new LoginConnection(client);
  }

  /** Runs a statement under a session's rights in a transaction that is always rolled back. */
  try(session: DatabaseRole | undefined, text: string, values: readonly unknown[] = []): Promise<Attempt> {
    return this.tryAll(session, [[text, values]]);
  }

  /** Runs statements of one transaction, rolled back; gives what the last one, or the first refused one, came to. */
  async tryAll(
    session: DatabaseRole | undefined,
    statements: readonly (readonly [text: string, values?: readonly unknown[]])[],
  ): Promise<Attempt> {
    await this.client.query('begin');
    try {
      if (session) await this.client.query(`set local role ${session.role}`);
      for (const [name, value] of Object.entries(session?.variables ?? {})) {
        await this.client.query('select set_config($1, $2, true)', [name, value]);
      }
      let last: Attempt = { rows: [], count: 0 };
      for (const [text, values = []] of statements) {
        const { rows, rowCount } = await this.client.query(text, [...values]);
        last = { rows, count: rowCount ?? 0 };
      }
      return last;
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
