import { v7 } from 'uuid';

/**
 * A stream of pseudo-random numbers, the same in every run. Each part of the town uses a stream of its own, so that a
 * new part does not change the others.
 */
export class Random {
  private a = 0;
  private b = 0;
  private c = 0;
  private counter = 1;
  private readonly bytes = new Uint8Array(16);

  /** @param label names the stream; the same label gives the same numbers */
  constructor(label: string) {
    let hash = 0x811c9dc5;
    for (let index = 0; index < label.length; index++) {
      hash = Math.imul(hash ^ label.charCodeAt(index), 0x01000193);
    }
    this.a = hash | 0;
    this.b = Math.imul(hash, 0x9e3779b1) | 0;
    this.c = ~hash | 0;
    for (let warmUp = 0; warmUp < 16; warmUp++) this.next();
  }

  /** The next 32 bits (Chris Doty-Humphrey's sfc32), as a non-negative integer. */
  next(): number {
    const sum = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + sum;
    this.c |= 0;
    return sum >>> 0;
  }

  /** An integer from `min` to `max`, both included. */
  int(min: number, max: number): number {
    return min + Math.floor((this.next() / 2 ** 32) * (max - min + 1));
  }

  /** True with probability `share`, from 0 to 1. */
  chance(share: number): boolean {
    return this.next() / 2 ** 32 < share;
  }

  /** A random item of a non-empty list. */
  pick<T>(items: readonly T[]): T {
    return items[this.int(0, items.length - 1)] as T;
  }

  /** A random item; its weight is its relative frequency. */
  weighted<T>(items: readonly (readonly [item: T, weight: number])[]): T {
    let total = 0;
    for (const item of items) total += item[1];
    let left = (this.next() / 2 ** 32) * total;
    for (const [item, weight] of items) {
      left -= weight;
      if (left < 0) return item;
    }
    return (items.at(-1) as readonly [T, number])[0];
  }

  /** The items in random order. */
  shuffle<T>(items: readonly T[]): T[] {
    const result = [...items];
    for (let index = result.length - 1; index > 0; index--) {
      const other = this.int(0, index);
      [result[index], result[other]] = [result[other] as T, result[index] as T];
    }
    return result;
  }

  /** The items in random order; items of greater weight tend to come first. */
  order<T>(items: readonly (readonly [item: T, weight: number])[]): T[] {
    const rest = [...items];
    const result: T[] = [];
    while (rest.length > 0) {
      const item = this.weighted(rest);
      rest.splice(
        rest.findIndex(([other]) => other === item),
        1,
      );
      result.push(item);
    }
    return result;
  }

  /** A UUIDv7 of this time, in milliseconds since 1970. */
  id(at: number): string {
    const { bytes } = this;
    for (let index = 0; index < 16; index += 4) {
      const bits = this.next();
      bytes[index] = bits;
      bytes[index + 1] = bits >>> 8;
      bytes[index + 2] = bits >>> 16;
      bytes[index + 3] = bits >>> 24;
    }
    return v7({ msecs: at, random: bytes, seq: this.next() });
  }
}
