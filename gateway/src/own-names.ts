/** The names that a partner may give: those that begin with its prefix. */
export class OwnNames {
  readonly #type: RegExp;
  readonly #field: RegExp;
  /** What the names of its types begin with. */
  readonly capitalised: string;

  /** @param prefix in lower-case letters */
  constructor(prefix: string) {
    this.capitalised = `${prefix.charAt(0).toUpperCase()}${prefix.slice(1)}`;
    this.#type = new RegExp(`^${this.capitalised}([A-Z0-9]\\w*)?$`);
    this.#field = new RegExp(`^${prefix}[A-Z0-9]\\w*$`);
  }

  hasType(name: string): boolean {
    return this.#type.test(name);
  }

  hasField(name: string): boolean {
    return this.#field.test(name);
  }
}
