/** The delays after the first failure, the second failure and so on, in seconds: in total a little more than a day. */
const pauses = [5, 30, 120, 600, 1800, 3600, 7200, 14_400, 28_800, 43_200];

/** After this many consecutive failures, the hub pauses the webhook. */
export const mostFailures = pauses.length + 1;

/** From this many consecutive failures on, the hub sends no other message to the receiver until the next attempt is due. */
export const failuresToRest = 3;

/** The delay after a number of consecutive failures, in milliseconds, with ±20 % jitter so that retries do not all come at once. */
export function pauseAfter(failures: number, chance = Math.random()): number {
  const seconds = pauses[Math.min(Math.max(failures, 1), pauses.length) - 1] as number;
  return Math.round(seconds * 1000 * (0.8 + 0.4 * chance));
}

/** How many days the hub keeps waiting messages and lists delivered ones. */
export const keptFor = 30;

/** How many hours messages are signed with both secrets after a rotation. */
export const overlap = 24;
