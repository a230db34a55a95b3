import type { ProtectionLevel } from '../../hub/gql/enums.js';
import { boundsOf, monthOf, type Period, periodOf, periodsFrom, type Span } from '../../lib/periods.js';

/* In which release the figures of a period appear: the first one after the delay of their subject. */

/** The months from which and until which there are figures, in months since the year 0. */
export interface MonthsWithFigures {
  readonly first: number;
  readonly last: number;
}

/** What decides it. */
export interface Drawing {
  readonly latestRelease: { readonly asOf: string; readonly level: ProtectionLevel };
  readonly months: MonthsWithFigures;
  /** The delay of each subject after the end of a period, in days. */
  readonly delays: readonly number[];
}

/** The day of the release in which the first figures of a period appear. */
export function firstDrawnIn(period: Period, { delays }: Drawing): string {
  return drawnIn(period, Math.min(...delays));
}

/**
 * The name of the latest period with all its figures in the latest release: of the length of a period, of a quarter for
 * a longer one, or else of a month. Undefined if there is none yet.
 */
export function latestDrawn({ span }: Period, drawing: Drawing): string | undefined {
  const { latestRelease, months, delays } = drawing;
  const isLong = span === 'YEAR' || span === 'HALF_YEAR';
  const wanted: readonly Span[] =
    latestRelease.level === 'YEARLY' ? ['YEAR'] : [isLong ? 'QUARTER' : span, 'MONTH'];
  return wanted
    .flatMap((it) => periodsFrom(it, months.first, months.last))
    .find((name) => drawnIn(periodOf(name) as Period, Math.max(...delays)) <= latestRelease.asOf);
}

const dayLength = 24 * 60 * 60 * 1000;

function drawnIn(period: Period, delay: number): string {
  const complete = new Date(Date.parse(boundsOf(period).until) + delay * dayLength)
    .toISOString()
    .slice(0, 10);
  return complete.endsWith('-01') ? complete : boundsOf({ span: 'MONTH', month: monthOf(complete) }).until;
}
