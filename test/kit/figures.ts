import { appendFileSync } from 'node:fs';
import { expect } from '@jest/globals';

/**
 * Records the value that a test measured for a guarantee. All figures are printed as one table at the end of the run,
 * also when one file runs alone. Call it after the guarantee was checked.
 * @param promised the guarantee, in the words of docs/reliability.md
 * @param seen the measured value with its unit
 */
export function figure(promised: string, seen: string): void {
  const file = (expect.getState().testPath ?? '').split('/').slice(-2).join('/');
  // One short line, so that concurrent processes append it atomically.
  appendFileSync(process.env['HUB_TEST_FIGURES'] ?? '', `${JSON.stringify({ file, promised, seen })}\n`);
}

/** Records that a group of tests is skipped because no browser is installed; the end of the run reports the number. */
export function notRun(group: string): void {
  const file = (expect.getState().testPath ?? '').split('/').slice(-2).join('/');
  appendFileSync(process.env['HUB_TEST_FIGURES'] ?? '', `${JSON.stringify({ file, notRun: group })}\n`);
}

/**
 * Expects that something took no longer than guaranteed. It fails only at ten times the guaranteed time, and on a
 * machine that is slower now, at as many times more: a slow or busy machine is not a fault of the hub, and a hub that
 * waits for the wrong event exceeds this limit. Record the measured value with `figure()`.
 * @param took the measured time, in milliseconds
 * @param promise the guaranteed time, in milliseconds
 */
export function expectSoon(took: number, promise: number): void {
  if (took < 10 * promise) return;
  expect(took).toBeLessThan(10 * promise * slowness());
}

/** How many times slower this machine computes now than the one for which the guarantees are stated; at least 1. */
function slowness(): number {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    let sum = 0;
    for (let i = 0; i < 6e6; i++) sum = (sum * 31 + i) | 0;
    return performance.now() - start + (sum & 0);
  });
  const [, , median = 0] = times.toSorted((a, b) => a - b);
  return Math.max(1, median / usualTime);
}

/** The time that the loop of `slowness` takes on a quiet machine with two cores, in milliseconds. */
const usualTime = 18;
