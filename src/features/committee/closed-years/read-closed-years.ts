import type { Statement } from '../../../database/reader.js';
import type { ReleaseRow } from '../releases/read-release.js';
import type { ExactFigures } from './exact.js';

/**
 * Reads the exact figures of the closed years that a release shows: those that were closed or corrected before the next
 * release.
 * @param periods the names of periods; only calendar years among them can be closed
 */
export function closedYearsStatement(
  { asOf }: Pick<ReleaseRow, 'asOf'>,
  periods: readonly string[],
): Statement {
  const text = `select distinct on (year, subject) year, figures from committee.closed_year
    where year::text = any ($2)
      and made_at < coalesce((select min(as_of)::timestamp from committee.release where as_of > $1), 'infinity')
        at time zone 'Europe/Paris'
    order by year, subject, revision desc`;
  return { text, values: [asOf, periods] };
}

/** The exact figures by year, from the rows of {@link closedYearsStatement}. */
export function closedYearsOf(rows: readonly object[]): ReadonlyMap<string, ExactFigures> {
  const years = new Map<string, ExactFigures>();
  for (const { year, figures } of rows as { year: number; figures: ExactFigures }[]) {
    years.set(String(year), { ...years.get(String(year)), ...figures });
  }
  return years;
}
