import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { systemRole } from '../database/database-role.js';
import type { Reader, Statement } from '../database/reader.js';

/** Who is connected to one process. It holds for seconds only: a process that was killed says nothing for long. */
@Entity({
  tableName: 'presence',
  rowLevelSecurity: 'force',
  policies: [{ name: 'tell', command: 'all', roles: ['hub_system'], using: 'true', check: 'true' }],
})
export class Presence {
  @PrimaryKey({ type: 'uuid' })
  process!: string;

  /** The members with a live socket. */
  @Property({ type: 'string[]', columnType: 'uuid[]' })
  members!: string[];

  @Property({ type: 'datetime', length: 3 })
  until!: Date;
}

/** Whether a member is connected, to whichever process, as SQL. */
export const isConnected = (member: string) =>
  `exists (select from presence where until > now() and ${member} = any (members))`;

/** How often a process says who is connected to it, in milliseconds; for thrice as long it holds. */
const every = 5000;

const tell = `with lapsed as (delete from presence where until < now() and process <> $1)
  insert into presence (process, members, until) values ($1, $2::uuid[], now() + $3 * interval '1 millisecond')
  on conflict (process) do update set members = excluded.members, until = excluded.until`;

/** Says to all processes who is connected to this one: one statement for all, and none while nobody is. */
export class Presences {
  readonly #process = randomUUID();
  readonly #end = new AbortController();
  readonly #ended: Promise<void>;
  #told = false;

  /** @param members those who are connected now */
  constructor(
    private readonly reader: Reader,
    private readonly members: () => string[],
  ) {
    this.#ended = this.#run();
  }

  /** Takes back what was said. */
  async stop(): Promise<void> {
    this.#end.abort();
    await this.#ended;
    if (!this.#told) return;
    const leave = { text: 'delete from presence where process = $1', values: [this.#process] };
    await this.#write(leave);
  }

  async #run(): Promise<void> {
    const { signal } = this.#end;
    while (!signal.aborted) {
      const members = [...new Set(this.members())];
      if (members.length > 0 || this.#told) {
        await this.#write({ text: tell, values: [this.#process, members, 3 * every] });
        this.#told = members.length > 0;
      }
      await delay(every, undefined, { signal, ref: false }).catch(() => {});
    }
  }

  /** While the database is away nobody asks it either; the next round says it again. */
  async #write(statement: Statement): Promise<void> {
    await this.reader.write(systemRole, statement).catch(() => {});
  }
}
