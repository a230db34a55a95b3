import type { ExecutionResult } from 'graphql';

/** The most events that wait for a client to read them. */
const most = 1000;

/** The results of a subscription that have arrived and are not read yet. */
export class EventQueue implements AsyncIterableIterator<ExecutionResult> {
  readonly #waiting: ExecutionResult[] = [];
  #wake: (() => void) | undefined;
  #ended = false;

  /**
   * @param onOverflow called when the reader is too slow
   * @param onReturn called when the reader wants no more
   */
  constructor(
    private readonly onOverflow: () => void,
    private readonly onReturn: () => void,
  ) {}

  push(result: ExecutionResult): void {
    if (this.#ended) return;
    if (this.#waiting.length >= most) this.onOverflow();
    else this.#waiting.push(result);
    this.#wake?.();
  }

  /** No more results follow those that wait. */
  end(): void {
    this.#ended = true;
    this.#wake?.();
  }

  async next(): Promise<IteratorResult<ExecutionResult, undefined>> {
    for (;;) {
      const value = this.#waiting.shift();
      if (value) return { value, done: false };
      if (this.#ended) return { value: undefined, done: true };
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  /** Ends at once, also while a result is waited for: an async generator would wait for the next result. */
  async return(): Promise<IteratorResult<ExecutionResult, undefined>> {
    this.#waiting.length = 0;
    this.end();
    this.onReturn();
    return { value: undefined, done: true };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
