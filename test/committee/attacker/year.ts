import type pg from 'pg';
import type { AnalysisSubject } from '../../../src/features/committee/lattice/lists.js';
import { periodAt } from '../../../src/features/committee/lattice/period.js';
import { type Span, spans } from '../../../src/features/committee/lattice/subjects.js';
import type { PeriodRows } from './figures.js';
import { readRows } from './rows.js';

/** The rows of every period of a calendar year, the year itself last: more than five successive releases draw. */
export async function readYear(
  owner: pg.Client,
  subject: AnalysisSubject,
  year: number,
): Promise<PeriodRows[]> {
  const periods: PeriodRows[] = [];
  for (const span of Object.keys(spans) as Span[])
    for (let month = year * 12; month < (year + 1) * 12; month += spans[span]) {
      const period = periodAt(month, span);
      periods.push({ span, name: period.name, rows: await readRows(owner, subject, period) });
    }
  return periods;
}
