import type { Profile } from '../../../src/features/committee/protection/count.js';
import type { PeriodRows } from './figures.js';
import type { PersonRow } from './rows.js';

/** Whether a person is in a fixed third of the town. */
export function isInThird(person: string): boolean {
  return Number.parseInt(person.replaceAll('-', '').slice(-8), 16) % 3 === 0;
}

/** The rows of a third of the persons, a town of a third of the size with the same partners. */
export function thirdOf(periods: readonly PeriodRows[]): PeriodRows[] {
  return periods.map((period) => ({ ...period, rows: period.rows.filter((row) => isInThird(row.person)) }));
}

/** One profile for each person, as `draw` counts them. */
export function profilesOf(rows: readonly PersonRow[]): Profile[] {
  const ids = new Map<string, number>();
  for (const { person } of rows) if (!ids.has(person)) ids.set(person, ids.size);
  return rows
    .map(({ person, rows: n, hours, values }) => ({
      profile: ids.get(person) ?? 0,
      people: 1,
      rows: n,
      hours,
      values,
    }))
    .toSorted((one, other) => one.profile - other.profile);
}
