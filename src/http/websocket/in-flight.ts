import { setTimeout as delay, setImmediate as turn } from 'node:timers/promises';

/** Operations that have started and are not finished. */
export class InFlight {
  readonly #all = new Set<Promise<unknown>>();

  /** Tracks the work until it settles. */
  track<Result>(work: Promise<Result>): Promise<Result> {
    this.#all.add(work);
    const over = () => this.#all.delete(work);
    work.then(over, over);
    return work;
  }

  /** Waits until no operation is in flight and all answers are sent, at most `timeout` milliseconds. */
  async over(timeout: number): Promise<void> {
    const waited = new AbortController();
    const late = delay(timeout, true, { signal: waited.signal }).catch(() => true);
    let tooLate = false;
    while (this.#all.size > 0 && !tooLate) {
      tooLate = await Promise.race([late, Promise.allSettled(this.#all).then(() => false)]);
      await turn();
    }
    waited.abort();
  }
}
