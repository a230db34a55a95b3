import { createHash } from 'node:crypto';

/** Numbers that follow from a seed: the same ones in every run. */
export class Dice {
  #count = 0;

  constructor(private readonly seed: string) {}

  /** A number from 0 (inclusive) to 1 (exclusive). */
  next(): number {
    const code = createHash('sha256')
      .update(`${this.seed}/${this.#count++}`)
      .digest();
    return code.readUIntBE(0, 6) / 2 ** 48;
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.next() * items.length)]!;
  }

  /** Some of the items, without repetition. */
  sample<Item>(items: readonly Item[], count: number): Item[] {
    const order = items.map((item) => ({ item, by: this.next() }));
    return order
      .sort((one, other) => one.by - other.by)
      .slice(0, count)
      .map(({ item }) => item);
  }
}
