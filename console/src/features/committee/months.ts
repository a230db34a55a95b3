import { today } from '../../lib/dates.js';
import { monthOf } from '../../lib/periods.js';
import type { MonthsWithFigures } from './drawing.js';

/**
 * The months that figures can be about: until the current one. The first release is made a month after the first day
 * with data.
 * @param releases the days of the releases, the latest first
 */
export function monthsOf(releases: readonly string[]): MonthsWithFigures {
  const now = monthOf(today());
  const oldest = releases.at(-1);
  return { first: oldest ? monthOf(oldest) - 1 : now, last: now };
}
