import { today } from '../../calendar.js';
import type { PeriodInput } from './period.js';

/** The first year with figures. */
export const firstYear = 2015;

/** A calendar year as a period; undefined for a year without figures: before the first year, or in the future. */
export function calendarYear(year: number): PeriodInput | undefined {
  if (!Number.isInteger(year) || year < firstYear || year > Number(today().slice(0, 4))) return undefined;
  return { from: `${year}-01-01`, until: `${year + 1}-01-01` };
}
