import { appendFileSync } from 'node:fs';
import { expect } from '@jest/globals';

/**
 * Records the value that a test measured for a guarantee. All figures are printed as one table at the end of the run,
 * also when one file runs alone. Call it after the guarantee was checked.
 * @param guarantee the guarantee, in the words of docs/reliability.md
 * @param measured the measured value with its unit
 */
export function figure(guarantee: string, measured: string): void {
  const file = (expect.getState().testPath ?? '').split('/').slice(-2).join('/');
  // One short line, so that concurrent processes append it atomically.
  appendFileSync(process.env['HUB_TEST_FIGURES'] ?? '', `${JSON.stringify({ file, guarantee, measured })}\n`);
}

/** Records that a group of tests is skipped because no browser is installed; the end of the run reports the number. */
export function recordSkipped(group: string): void {
  const file = (expect.getState().testPath ?? '').split('/').slice(-2).join('/');
  appendFileSync(process.env['HUB_TEST_FIGURES'] ?? '', `${JSON.stringify({ file, skipped: group })}\n`);
}

/**
 * Expects that something took less than ten times the guaranteed time, multiplied by how many times slower than usual
 * the machine is now. A slow or busy machine stays below this limit; a hub that waits for the wrong event exceeds it.
 * Record the measured value with `figure()`.
 * @param elapsed the measured time, in milliseconds
 * @param guaranteed the guaranteed time, in milliseconds
 */
export function expectSoon(elapsed: number, guaranteed: number): void {
  if (elapsed < 10 * guaranteed) return;
  expect(elapsed).toBeLessThan(10 * guaranteed * slowness());
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
  return Math.max(1, median / referenceTime);
}

/** The time that the loop in `slowness` takes on an idle machine with two cores, in milliseconds. */
const referenceTime = 18;
