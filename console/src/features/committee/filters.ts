import { periodOf } from '../../lib/periods.js';
import type { Search } from '../../lib/search.js';

/* What the address says of the indicators: the period and the release. */

export interface FigureFilters {
  /** The name of the period. */
  readonly period: string | undefined;
  /** The day of the release; the latest one without it. */
  readonly release: string | undefined;
  /** The first value of the address that is none of the possible ones. */
  readonly unknown: string | undefined;
}

export function filtersOf(search: Search): FigureFilters {
  const period = periodOf(search['periode']) && search['periode'];
  const release = releaseIn(search);
  const unknown = (period ? undefined : search['periode']) ?? (release ? undefined : search['arrete']);
  return { period, release, unknown };
}

/** The day of the release in the address. */
export function releaseIn(search: Search): string | undefined {
  const day = search['arrete'];
  return day && /^\d{4}-(0[1-9]|1[0-2])-01$/.test(day) ? day : undefined;
}

export function searchOf({ period, release }: Pick<FigureFilters, 'period' | 'release'>): Search {
  return { periode: period, arrete: release };
}
