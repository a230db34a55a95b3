/** The maximum number of remembered values. */
const most = 10_000;

/** Remembers values for some time after they were requested, so that a burst of requests computes each one once. */
export class Recent<Value> {
  readonly #values = new Map<string, { readonly until: number; readonly value: Promise<Value> }>();

  /** @param milliseconds how long a value is remembered */
  constructor(private readonly milliseconds: number) {}

  /** The remembered value of a key, or a new one. A failure is not remembered. */
  get(key: string, compute: () => Promise<Value>): Promise<Value> {
    const now = performance.now();
    const known = this.#values.get(key);
    if (known && known.until > now) return known.value;
    if (this.#values.size >= most) this.#values.clear();
    const entry = { until: now + this.milliseconds, value: compute() };
    this.#values.set(key, entry);
    entry.value.catch(() => {
      if (this.#values.get(key) === entry) this.#values.delete(key);
    });
    return entry.value;
  }

  /** Forgets all values. A value that is being computed is not remembered either. */
  forget(): void {
    this.#values.clear();
  }
}
