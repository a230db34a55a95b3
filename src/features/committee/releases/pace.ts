import { setTimeout as rest } from 'node:timers/promises';

/** Does one read after the other at some pace. */
export type Pace = <Result>(read: () => Promise<Result>) => Promise<Result>;

/** A read shorter than this disturbs nobody. No rest is longer than the other: idle transactions end after 30 s. In milliseconds. */
const limits = { undisturbing: 50, rest: 20_000 };

/** Nobody waits for the processors: each read follows at once. */
export const fast: Pace = (read) => read();

/** Rests twice as long as each read took, so that most requests of members find the processors free. */
export const restful: Pace = async (read) => {
  const began = performance.now();
  const result = await read();
  const took = performance.now() - began;
  if (took > limits.undisturbing) await rest(Math.min(2 * took, limits.rest));
  return result;
};
