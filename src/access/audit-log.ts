import type { Logger } from 'pino';
import { systemRole } from '../database/database-role.js';
import type { Reader } from '../database/reader.js';
import { unavailable } from '../graphql/errors.js';
import type { Disclosure } from '../graphql/read/disclosed.js';

interface Waiting {
  readonly entry: object;
  readonly written: () => void;
  readonly failed: (error: Error) => void;
}

/** How many entries go in one transaction at most. */
const batch = 200;

/**
 * Writes down who was shown whom and who searched, before the answer leaves. One transaction at a time for a process: what
 * comes while it is under way goes together with the next, because every entry waits for the one before it.
 */
export class AuditLog {
  #waiting: Waiting[] = [];
  #writing = false;

  constructor(
    private readonly reader: Reader,
    private readonly log: Logger,
  ) {}

  /**
   * Writes a disclosure down, and each search in it as an entry of its own; one of nobody is nothing to write.
   * @throws UNAVAILABLE when it cannot be written: then nothing may be shown
   */
  readonly record = async (disclosure: Omit<Disclosure, 'via'> & { via: DisclosureVia }): Promise<void> => {
    const { session: databaseRole, via, operation, persons, searches = [] } = disclosure;
    const { variables } = databaseRole;
    const who = {
      member: variables['app.member_id'],
      partner: variables['app.partner_id'],
      role: variables['app.role'],
      operation,
    };
    await Promise.all([
      ...searches.map((found) => this.#add({ ...who, via: 'SEARCH', persons: [], found })),
      ...(persons.length > 0 ? [this.#add({ ...who, via, persons })] : []),
    ]);
  };

  #add(entry: object): Promise<void> {
    return new Promise((written, failed) => {
      this.#waiting.push({ entry, written, failed });
      void this.#write();
    });
  }

  async #write(): Promise<void> {
    if (this.#writing) return;
    this.#writing = true;
    while (this.#waiting.length > 0) {
      const entries = this.#waiting.splice(0, batch);
      try {
        await this.reader.write(systemRole, {
          text: 'select audit.append($1)',
          values: [JSON.stringify(entries.map(({ entry }) => entry))],
        });
        for (const { written } of entries) written();
      } catch (error) {
        const withheld = unavailable(
          'What you are shown cannot be written down now, so nothing is shown: try again in a moment.',
        );
        // PostgreSQL's messages may quote values; its codes do not.
        this.log.error({ code: (error as { code?: unknown }).code }, 'the audit could not be written');
        for (const { failed } of entries) failed(withheld);
      }
    }
    this.#writing = false;
  }
}

export type DisclosureVia = Disclosure['via'] | 'SEARCH' | 'SHEET' | 'EXPORT';
