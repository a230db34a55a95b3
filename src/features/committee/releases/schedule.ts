import type { AnalysisSubject } from '../lattice/lists.js';
import { firstDay, monthIn, type Period, periodAt } from '../lattice/period.js';
import { spans, subjects } from '../lattice/subjects.js';
import type { ProtectionLevel } from '../protection/level.js';
import { protections } from '../protection/protections.js';
import { firstYear } from '../year.js';

const dayLength = 24 * 60 * 60 * 1000;

/** The day of the release in which a period is drawn: the first of the month after its consolidation delay. */
export function drawnIn(subject: AnalysisSubject, { until }: Pick<Period, 'until'>): string {
  const complete = new Date(Date.parse(until) + subjects[subject].consolidationDays * dayLength)
    .toISOString()
    .slice(0, 10);
  const month = monthIn(complete);
  return complete === firstDay(month) ? complete : firstDay(month + 1);
}

/** The periods of a subject that are drawn in a release, of the spans that the level of protection has. */
export function periodsDrawnIn(subject: AnalysisSubject, asOf: string, level: ProtectionLevel): Period[] {
  const last = monthIn(asOf);
  // A delay is shorter than a quarter, so only a few months can have become complete.
  const ends = [last - 3, last - 2, last - 1, last];
  return protections[level].spans.flatMap((span) =>
    ends
      .filter((end) => end % spans[span] === 0)
      .map((end) => periodAt(end - spans[span], span))
      .filter((period) => drawnIn(subject, period) === asOf),
  );
}

/** The days of all releases since the first day with data, the oldest first. */
function releasesUntil(today: string, firstDayWithData: string): string[] {
  const first = monthIn(firstDayWithData) + 1;
  const count = Math.max(0, monthIn(today) - first + 1);
  return Array.from({ length: count }, (_, index) => firstDay(first + index));
}

/**
 * Reads what {@link dueOf} needs, as `hub_system`. The first day and the level are those of the first release, once it
 * is made: a row of long ago that is entered later makes no releases of the past.
 */
export const dueStatement = `select coalesce((select min(since) from committee_release),
    (select greatest(day, make_date(${firstYear}, 1, 1)) from facts.first_day() day where day is not null))::text as since,
  array(select as_of::text from committee_release) as made,
  coalesce((select level from committee_release order by made_at limit 1),
    (select level from committee_protection order by chosen_at desc limit 1)) as level`;

/** The row of {@link dueStatement}. */
export interface DueRow {
  readonly since: string | null;
  readonly made: readonly string[];
  /** The chosen level of protection; without one, no release is made. */
  readonly level: ProtectionLevel | null;
}

/** The releases since the first day with data that are due until a day and not made, the latest first. */
export function dueOf({ since, made }: DueRow, until: string): string[] {
  if (since === null) return [];
  return releasesUntil(until, since)
    .filter((asOf) => !made.includes(asOf))
    .reverse();
}
