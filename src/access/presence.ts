import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { systemRole } from '../database/database-role.js';
import type { Reader, Statement } from '../database/reader.js';

/** The members connected to one process. An entry expires after seconds, so that a killed process leaves none behind. */
@Entity({
  tableName: 'presence',
  rowLevelSecurity: 'force',
  policies: [{ name: 'tell', command: 'all', roles: ['hub_system'], using: 'true', check: 'true' }],
})
export class Presence {
  @PrimaryKey({ type: 'uuid' })
  process!: string;

  /** The members with an open socket. */
  @Property({ type: 'string[]', columnType: 'uuid[]' })
  members!: string[];

  @Property({ type: 'datetime', length: 3 })
  until!: Date;
}

/** The SQL condition whether a member is connected to any process. */
export const isConnected = (member: string) =>
  `exists (select from presence where until > now() and ${member} = any (members))`;

/** The interval at which a process publishes its connected members, in milliseconds. An entry is valid for three intervals. */
const every = 5000;

const publish = `with lapsed as (delete from presence where until < now() and process <> $1)
  insert into presence (process, members, until) values ($1, $2::uuid[], now() + $3 * interval '1 millisecond')
  on conflict (process) do update set members = excluded.members, until = excluded.until`;

/** Publishes the members connected to this process: one statement per interval, none while no member is connected. */
export class Presences {
  readonly #process = randomUUID();
  readonly #end = new AbortController();
  readonly #ended: Promise<void>;
  #published = false;

  /** @param members returns the members connected now */
  constructor(
    private readonly reader: Reader,
    private readonly members: () => string[],
  ) {
    this.#ended = this.#run();
  }

  /** Stops publishing and deletes the entry. */
  async stop(): Promise<void> {
    this.#end.abort();
    await this.#ended;
    if (!this.#published) return;
    const leave = { text: 'delete from presence where process = $1', values: [this.#process] };
    await this.#write(leave);
  }

  async #run(): Promise<void> {
    const { signal } = this.#end;
    while (!signal.aborted) {
      const members = [...new Set(this.members())];
      if (members.length > 0 || this.#published) {
        await this.#write({ text: publish, values: [this.#process, members, 3 * every] });
        this.#published = members.length > 0;
      }
      await delay(every, undefined, { signal, ref: false }).catch(() => {});
    }
  }

  /** Ignores failures: while the database is away, presence cannot be read either, and the next interval writes again. */
  async #write(statement: Statement): Promise<void> {
    await this.reader.write(systemRole, statement).catch(() => {});
  }
}
