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

/** The maximum number of entries in one transaction. */
const batch = 200;

/**
 * Records which member was shown which persons, and the searches, before the answer is sent. A process writes one
 * transaction at a time; entries that arrive meanwhile are written together in the next one, because each entry is
 * chained to the one before it.
 */
export class AuditLog {
  #waiting: Waiting[] = [];
  #writing = false;

  constructor(
    private readonly reader: Reader,
    private readonly log: Logger,
  ) {}

  /**
   * Records a disclosure, and each of its searches as a separate entry. A disclosure without persons has no entry.
   * @throws UNAVAILABLE when the entries cannot be written: then nothing may be shown
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
        const withheld = unavailable({
          fr: 'Le journal d’audit ne peut pas être écrit en ce moment : aucune donnée n’est montrée, réessayez dans un moment.',
          en: 'The audit cannot be written at the moment, so no data is shown: try again in a moment.',
        });
        // Logs the code only, because PostgreSQL's messages may quote values.
        this.log.error({ code: (error as { code?: unknown }).code }, 'writing the audit failed');
        for (const { failed } of entries) failed(withheld);
      }
    }
    this.#writing = false;
  }
}

export type DisclosureVia = Disclosure['via'] | 'SEARCH' | 'SHEET' | 'EXPORT';
