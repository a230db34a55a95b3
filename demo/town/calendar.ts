import type { Random } from './random.js';

/** A day, counted from 1970-01-01. */
export type Day = number;
/** A moment, in milliseconds since 1970. */
export type Moment = number;

const DAY = 86_400_000;
const MINUTE = 60_000;
/** Public holidays that fall on the same date each year. */
const holidays = new Set(['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25']);
const written = new Map<Day, string>();
const twoDigits = (value: number) => String(value).padStart(2, '0');
const clocks = Array.from(
  { length: 1440 },
  (_, minute) => `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`,
);

/** Parses a day in the format `YYYY-MM-DD`. */
export function day(text: string): Day {
  return Date.parse(text) / DAY;
}

/** The first day of the town's records. */
export const FIRST_DAY = day('2023-01-03');
/** The last day of the town's records: a working day. No row is later. */
export const LAST_DAY = day('2026-11-20');
/** The end of the records: the evening of the last day. */
export const END: Moment = parisTime(LAST_DAY, 18 * 60);

/** Formats a day as `YYYY-MM-DD`. */
export function dateOf(value: Day): string {
  let text = written.get(value);
  if (text === undefined) {
    text = new Date(value * DAY).toISOString().slice(0, 10);
    written.set(value, text);
  }
  return text;
}

/** Formats a moment as ISO 8601 with milliseconds, in UTC. */
export function timeOf(value: Moment): string {
  const on = Math.floor(value / DAY);
  const clock = value - on * DAY;
  const rest = String(clock % MINUTE).padStart(5, '0');
  return `${dateOf(on)}T${clocks[Math.floor(clock / MINUTE)]}:${rest.slice(0, 2)}.${rest.slice(2)}Z`;
}

/** The day of a moment in working hours; during working hours Paris and UTC have the same day. */
export function dayOf(value: Moment): Day {
  return Math.floor(value / DAY);
}

/** The day itself if it is a working day, else the next working day. */
export function workday(value: Day): Day {
  let candidate = value;
  while (((candidate + 4) % 7) % 6 === 0 || holidays.has(dateOf(candidate).slice(5))) candidate++;
  return candidate;
}

/** The day `count` months later: the same day of the month or, if it does not exist, the last day of the month. */
export function addMonths(value: Day, count: number): Day {
  const date = new Date(value * DAY);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + count];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(date.getUTCDate(), last)) / DAY;
}

/** The same day `count` years earlier. */
export function yearsBefore(value: Day, count: number): Day {
  return addMonths(value, -12 * count);
}

/** The beginning of the day in UTC, at which agreements end. */
export function midnight(value: Day): Moment {
  return value * DAY;
}

/** A random moment in the day's working hours in Paris. */
export function workingTime(random: Random, value: Day): Moment {
  return parisTime(value, random.int(9 * 60, 17 * 60 + 29)) + random.int(0, MINUTE - 1);
}

/** A moment in working hours `days` days after `from`, moved to a working day; always later than `from`. */
export function later(random: Random, from: Moment, days: number): Moment {
  const at = workingTime(random, workday(dayOf(from) + days));
  return at > from ? at : from + random.int(2 * MINUTE, 25 * MINUTE);
}

function parisTime(value: Day, minutes: number): Moment {
  const year = Number(dateOf(value).slice(0, 4));
  const summer = value >= lastSunday(year, 3) && value < lastSunday(year, 10);
  return value * DAY + (minutes - (summer ? 120 : 60)) * MINUTE;
}

function lastSunday(year: number, month: number): Day {
  const last = Date.UTC(year, month, 0) / DAY;
  return last - ((last + 4) % 7);
}
