/** After how many failures one after the other a partner is left alone. */
const mostFailures = 5;

/** How long a partner is left alone, in milliseconds. */
export const restTime = 10_000;

/** The circuit of a partner is open: it is not asked for now. */
export class CircuitOpen extends Error {
  override readonly name = 'CircuitOpen';
}

/**
 * Circuit breaker of one partner. After five failures in a row it refuses everything for ten seconds. Then it lets one
 * request through: if that succeeds the circuit closes, otherwise it stays open for another ten seconds.
 */
export class Breaker {
  #failures = 0;
  #openUntil = 0;
  #trying = false;

  /** @param onChange called when the circuit opens or closes */
  constructor(
    private readonly onChange: (state: 'open' | 'closed') => void,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** @throws CircuitOpen without starting the work, when the circuit is open; otherwise what the work throws */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    const isOpen = this.#failures >= mostFailures;
    if (isOpen && (this.#trying || this.now() < this.#openUntil)) throw new CircuitOpen();
    this.#trying = isOpen;
    try {
      const result = await work();
      if (this.#failures >= mostFailures) this.onChange('closed');
      this.#failures = 0;
      return result;
    } catch (error) {
      this.#failures += 1;
      this.#openUntil = this.now() + restTime;
      if (this.#failures === mostFailures) this.onChange('open');
      throw error;
    } finally {
      if (isOpen) this.#trying = false;
    }
  }
}
