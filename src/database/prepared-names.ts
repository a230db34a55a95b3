import { createHash } from 'node:crypto';

/** The maximum number of prepared statements per connection; further texts are planned on each execution. */
const most = 500;

/**
 * The names of prepared statements, by their text. A text is prepared when it is sent for the second time, so that
 * PostgreSQL keeps no statement that runs once.
 */
export class PreparedNames {
  readonly #names = new Map<string, string>();
  readonly #seenOnce = new Set<string>();

  /** @param prefix distinguishes the names from those of others that use the same connections */
  constructor(private readonly prefix: string) {}

  /** The name of the prepared statement for a text; undefined if the text is not to be prepared. */
  of(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known || this.#names.size >= most) return known;
    if (this.#seenOnce.delete(text)) {
      const name = `${this.prefix}_${createHash('sha1').update(text).digest('hex').slice(0, 24)}`;
      this.#names.set(text, name);
      return name;
    }
    if (this.#seenOnce.size >= most) this.#seenOnce.clear();
    this.#seenOnce.add(text);
    return undefined;
  }
}
