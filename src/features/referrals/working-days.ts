import joursFeries from '@socialgouv/jours-feries';

/* Delays as people count them: in days of the town, at the hour at which they began. */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The same hour of the town's clocks, so many days later. */
export function afterDays(from: Date, days: number): Date {
  return atClock(clockAt(from) + days * DAY);
}

/** The same hour of the town's clocks, so many working days later: neither Saturday, Sunday nor public holiday. */
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

function holidaysOf(year: number): ReadonlySet<string> {
  let days = known.get(year);
  if (!days) {
    // By noon the day is the right one, wherever clocks were changed in the night.
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
  timeZone: 'Europe/Paris',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** What the town's clocks show at a moment, as if it were UTC. */
function clockAt(moment: Date): number {
  const shown = Date.parse(`${townClock.format(moment).replace(' ', 'T')}Z`);
  return shown + (((moment.getTime() % 1000) + 1000) % 1000);
}

/** The first moment at which the town's clocks show this; where they leap over it, the hour after the leap. */
function atClock(clock: number): Date {
  const inSummer = new Date(clock - 2 * HOUR);
  return clockAt(inSummer) === clock ? inSummer : new Date(clock - HOUR);
}
