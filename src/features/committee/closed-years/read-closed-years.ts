import type { Context } from '../../../access/context.js';
import { committeeSession, type ReleaseRow } from '../releases/read-release.js';
import type { ExactFigures } from './exact.js';

/**
 * The exact figures of the closed years that a release shows, by year: those that were closed or corrected before the
 * next release.
 */
export async function readClosedYears(
  { asOf }: Pick<ReleaseRow, 'asOf'>,
  { database }: Pick<Context, 'database'>,
): Promise<ReadonlyMap<string, ExactFigures>> {
  const text = `select distinct on (year, subject) year, figures from committee.closed_year
    where made_at < coalesce((select min(as_of)::timestamp from committee.release where as_of > $1), 'infinity')
        at time zone 'Europe/Paris'
    order by year, subject, revision desc`;
  const [rows = []] = await database.reader.read(committeeSession, [{ text, values: [asOf] }]);
  const years = new Map<string, ExactFigures>();
  for (const { year, figures } of rows as unknown as { year: number; figures: ExactFigures }[]) {
    years.set(String(year), { ...years.get(String(year)), ...figures });
  }
  return years;
}
