/** A seeded random number generator (mulberry32). */
export function dice(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number) => Math.floor(next() * count);
  return {
    below,
    one: <T>(values: readonly T[]): T => values[below(values.length)] as T,
    /** A random index, weighted by shares that add up to 1. */
    share(shares: readonly number[]): number {
      let rest = next();
      const found = shares.findIndex((share) => {
        rest -= share;
        return rest < 0;
      });
      return found < 0 ? shares.length - 1 : found;
    },
  };
}

/** `DISCLOSURE_SEED` repeats a run. */
export const seed = Number(process.env['DISCLOSURE_SEED'] ?? Date.now() % 1_000_000_000);
