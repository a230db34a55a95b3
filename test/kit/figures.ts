import { appendFileSync } from 'node:fs';
import { expect } from '@jest/globals';

/**
 * Puts down what a test saw of a promise. All figures are printed as one table when the whole run is over,
 * also when one file runs alone; to be called where the promise has been kept.
 * @param promised in the words of docs/reliability.md
 * @param seen with its unit
 */
export function figure(promised: string, seen: string): void {
  const file = (expect.getState().testPath ?? '').split('/').slice(-2).join('/');
  // One short line, which processes side by side append whole.
  appendFileSync(process.env['HUB_TEST_FIGURES'] ?? '', `${JSON.stringify({ file, promised, seen })}\n`);
}

/** Puts down that the tests of a group are not run for want of a browser; the end of the run says how many. */
export function notRun(group: string): void {
  const file = (expect.getState().testPath ?? '').split('/').slice(-2).join('/');
  appendFileSync(process.env['HUB_TEST_FIGURES'] ?? '', `${JSON.stringify({ file, notRun: group })}\n`);
}

/**
 * That something came as soon as promised. It fails only at ten times the promise: a slow or busy machine is no
 * fault of the hub, and a hub that waits for the wrong thing is off by more. Say what was seen with `figure()`.
 * @param took in milliseconds
 * @param promise in milliseconds
 */
export function expectSoon(took: number, promise: number): void {
  expect(took).toBeLessThan(10 * promise);
}
