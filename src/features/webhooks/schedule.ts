/** The pauses after a first failure, a second one, and so on, in seconds: a little more than a day in all. */
const pauses = [5, 30, 120, 600, 1800, 3600, 7200, 14_400, 28_800, 43_200];

/** After so many failures one after the other, the hub gives up and pauses the webhook. */
export const mostFailures = pauses.length + 1;

/** From so many failures one after the other on, nothing else is sent to the receiver meanwhile. */
export const failuresToRest = 3;

/** The pause after so many failures, in milliseconds; by chance a little shorter or longer, so that not all come back at once. */
export function pauseAfter(failures: number, chance = Math.random()): number {
  const seconds = pauses[Math.min(Math.max(failures, 1), pauses.length) - 1] as number;
  return Math.round(seconds * 1000 * (0.8 + 0.4 * chance));
}

/** How long the hub keeps what waits for a receiver, and shows what was delivered, in days. */
export const keptFor = 30;

/** How long both secrets sign after a rotation, in hours. */
export const overlap = 24;
