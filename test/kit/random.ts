/** Pseudo-random numbers, reproducible by seed. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A number from 0 up to but excluding 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** An integer from 0 up to but excluding `limit`. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  /** That many of the items, or all of them if there are fewer, in random order. */
  sample<Item>(items: readonly Item[], count: number): Item[] {
    return this.shuffled(items).slice(0, count);
  }

  /** The items in random order. */
  shuffled<Item>(items: readonly Item[]): Item[] {
    const shuffled = [...items];
    for (let last = shuffled.length - 1; last > 0; last--) {
      const index = this.below(last + 1);
      [shuffled[last], shuffled[index]] = [shuffled[index] as Item, shuffled[last] as Item];
    }
    return shuffled;
  }
}

/** A random generator whose seed is printed, and can be set with the environment variable. */
export function randomFrom(variable: string): { readonly random: Random; readonly seed: number } {
  const seed = Number(process.env[variable] ?? Math.floor(Math.random() * 2 ** 32));
  process.stdout.write(`${variable}=${seed}\n`);
  return { random: new Random(seed), seed };
}
