import type { Store } from './store.ts';

/** The fewest persons that a count is shown for. */
export const fewest = 11;

/** Counts are rounded to multiples of it, so that two answers do not differ by one person. */
const step = 5;

/**
 * The activity of a year. Protected here, at the source: only quarters that have ended, whose counts no longer change; no
 * count of fewer than 11 persons; all counts rounded.
 */
export function activityOf(store: Store, year: number, now: Date) {
  const ended = [1, 2, 3, 4].filter((quarter) => beginOf(year, quarter + 1) <= now.toISOString());
  const total = store.activity(beginOf(year, 1), beginOf(year, ended.length + 1));
  return {
    year,
    persons: protectedCount(total.persons, total.persons),
    quarters: ended.map((quarter) => {
      const { appointments, persons } = store.activity(beginOf(year, quarter), beginOf(year, quarter + 1));
      return { quarter, appointments: protectedCount(appointments, persons) };
    }),
  };
}

/** The first moment of a quarter; the fifth is the first of the next year. */
function beginOf(year: number, quarter: number): string {
  return new Date(Date.UTC(year, (quarter - 1) * 3, 1)).toISOString();
}

/** A count of things that belong to so many persons. */
export function protectedCount(count: number, persons: number): number | null {
  return persons < fewest ? null : Math.round(count / step) * step;
}
