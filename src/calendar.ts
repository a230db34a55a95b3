import joursFeries from '@socialgouv/jours-feries';

/*
 * Days and times of the town. A day is `YYYY-MM-DD`. Days are calendar days in the town's time zone, with daylight
 * saving time.
 */

/** The town's time zone. */
export const townZone = 'Europe/Paris';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The current day in the town. */
export function today(now = new Date()): string {
  return townDay.format(now);
}

const townDay = new Intl.DateTimeFormat('sv-SE', { timeZone: townZone });

/** The moment at which a day begins in the town. */
export function beginningOf(day: string): Date {
  return atClock(Date.parse(day));
}

/** The day after. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(day) + DAY).toISOString().slice(0, 10);
}

/** The day before. */
export function dayBefore(day: string): string {
  return new Date(Date.parse(day) - DAY).toISOString().slice(0, 10);
}

/** The same day a number of months later; the last day of the month if the month has no such day. */
export function afterMonths(day: string, months: number): string {
  const later = new Date(day);
  later.setUTCMonth(later.getUTCMonth() + months);
  // Day 0 is the day before the first of the month.
  if (later.getUTCDate() !== Number(day.slice(8))) later.setUTCDate(0);
  return later.toISOString().slice(0, 10);
}

/** The first day of the month that a day is in. */
export function monthOf(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

/** The same local time in the town, a number of days later. */
export function afterDays(from: Date, days: number): Date {
  return atClock(clockAt(from) + days * DAY);
}

/** The same local time in the town, a number of working days later: not Saturdays, Sundays or public holidays. */
export function afterWorkingDays(from: Date, days: number): Date {
  let clock = clockAt(from);
  for (let left = days; left > 0; ) {
    clock += DAY;
    if (isWorkingDay(new Date(clock))) left--;
  }
  return atClock(clock);
}

/** @param day in UTC */
function isWorkingDay(day: Date): boolean {
  return day.getUTCDay() % 6 !== 0 && !holidaysOf(day.getUTCFullYear()).has(day.toISOString().slice(0, 10));
}

const known = new Map<number, ReadonlySet<string>>();

/** The public holidays of a year, as days. */
export function holidaysOf(year: number): ReadonlySet<string> {
  let days = known.get(year);
  if (!days) {
    // Noon is on the right day also when the clocks changed in the night.
    days = new Set(
      Object.values(joursFeries(year)).map((midnight) =>
        new Date(midnight.getTime() + 12 * HOUR).toLocaleDateString('sv-SE'),
      ),
    );
    known.set(year, days);
  }
  return days;
}

const townClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: townZone,
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** The local time in the town at a moment, as if it were UTC. */
function clockAt(moment: Date): number {
  const shown = Date.parse(`${townClock.format(moment).replace(' ', 'T')}Z`);
  return shown + (((moment.getTime() % 1000) + 1000) % 1000);
}

/** The first moment with this local time in the town; for a local time that daylight saving skips, one hour later. */
function atClock(clock: number): Date {
  const inSummer = new Date(clock - 2 * HOUR);
  return clockAt(inSummer) === clock ? inSummer : new Date(clock - HOUR);
}
