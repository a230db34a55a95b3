import { afterDays, today } from '../../src/calendar.js';

/** The town's date `count` days ago. */
export const daysAgo = (count: number): string => daysAhead(-count);

/** The town's date in `count` days. */
export const daysAhead = (count: number): string => today(afterDays(new Date(), count));
