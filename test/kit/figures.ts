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
 * Expects that something took no longer than guaranteed. It fails only at ten times the guaranteed time: a slow or busy
 * machine is not a fault of the hub, and a hub that waits for the wrong event exceeds this limit. Record the measured
 * value with `figure()`.
 * @param took the measured time, in milliseconds
 * @param promise the guaranteed time, in milliseconds
 */
export function expectSoon(took: number, promise: number): void {
  expect(took).toBeLessThan(10 * promise);
}
