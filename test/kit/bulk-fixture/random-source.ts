/** Pseudo-random numbers, reproducible by seed. */
export type RandomSource = ReturnType<typeof randomSource>;

/** A linear congruential generator with a seed. */
export function randomSource(seed: number) {
  let state = seed;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  return {
    /** An integer from 0 up to but excluding `limit`. */
    below,
    pick: <T>(items: readonly T[]): T => items[below(items.length)] as T,
    /** True with a probability of 1 in `count`. */
    oneIn: (count: number) => below(count) === 0,
  };
}
