/** Pseudo-random numbers, the same in each run. */
export type Dice = ReturnType<typeof dice>;

/** Creates a generator from a seed. */
export function dice(seed: number) {
  let state = seed;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  return {
    below,
    one: <T>(of: readonly T[]): T => of[below(of.length)] as T,
    chance: (of: number) => below(of) === 0,
  };
}
