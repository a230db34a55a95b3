import { type Language, useLanguage } from './language.js';

/** The time zone of the town, in which all moments are shown. */
const timeZone = 'Europe/Paris';

/** How the console writes dates and moments. Dates are `2026-11-28`, moments ISO 8601. */
export interface DateFormat {
  /** 28 novembre 2026 */
  date(date: string): string;
  /** The last whole day before a moment at which something ends, as a date. */
  lastDay(end: string): string;
  /** 28 nov. 2026; for columns */
  mediumDate(date: string): string;
  /** 28 nov. */
  shortDate(date: string): string;
  /** novembre 2026; of a month such as `2026-11` */
  month(month: string): string;
  /** 28 novembre 2026 à 14:05 */
  moment(moment: string): string;
  /** 14:05 */
  time(moment: string): string;
  /** il y a 3 jours */
  ago(moment: string, now?: Date): string;
}

const formats = new Map<Language, DateFormat>();

/** The formats of a language; made once. */
function dateFormat(language: Language): DateFormat {
  const made = formats.get(language) ?? make(language === 'fr' ? 'fr-FR' : 'en-GB');
  formats.set(language, made);
  return made;
}

export function useDates(): DateFormat {
  const { language } = useLanguage();
  return dateFormat(language);
}

function make(locale: string): DateFormat {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone });
  const medium = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });
  const short = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone });
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone });
  const both = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  // Noon: a date has no time zone, and at noon it is the same day in the whole of Europe.
  const noon = (date: string) => new Date(date.length > 10 ? date : `${date}T12:00:00Z`);
  // In French, the first day of a month is an ordinal number, which Intl does not know.
  const first = (text: string) => (locale === 'fr-FR' ? text.replace(/^1(?= )/, '1er') : text);
  return {
    date: (date) => first(day.format(noon(date))),
    lastDay: (end) => first(day.format(new Date(end).getTime() - 1)),
    mediumDate: (date) => first(medium.format(noon(date))),
    shortDate: (date) => first(short.format(noon(date))),
    month: (of) => month.format(noon(`${of}-15`)),
    moment: (moment) => first(both.format(new Date(moment))),
    time: (moment) => time.format(new Date(moment)),
    ago(moment, now = new Date()) {
      const minutes = Math.round((noon(moment).getTime() - now.getTime()) / 60_000);
      if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute');
      if (Math.abs(minutes) < 24 * 60) return relative.format(Math.round(minutes / 60), 'hour');
      return relative.format(Math.round(minutes / (24 * 60)), 'day');
    },
  };
}

/** Whether a moment has passed; false without one. */
export function isPast(moment: string | null | undefined, now = new Date()): boolean {
  return moment != null && new Date(moment) <= now;
}

/** Today in the town, as `2026-11-28`. */
export function today(now = new Date()): string {
  return dayOf(now);
}

const isoDay = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone });

/** The day of a moment in the town, as `2026-11-28`. */
export function dayOf(moment: string | Date): string {
  return isoDay.format(new Date(moment));
}

/** The age on a day, in whole years. */
export function ageOn(birthDate: string, day = today()): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

const isoMinute = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone });

/**
 * The moment of a clock time in the town, as ISO 8601, wherever the browser is.
 * @param local `2026-11-28T14:05`, as a field of type `datetime-local` gives it
 */
export function townMoment(local: string): string {
  const asUtc = new Date(`${local}Z`).getTime();
  const offsetAt = (moment: number) =>
    new Date(`${isoMinute.format(moment).replace(' ', 'T')}Z`).getTime() -
    Math.floor(moment / 60_000) * 60_000;
  // Twice: the first guess may lie on the other side of a change of the clocks.
  const guess = asUtc - offsetAt(asUtc);
  return new Date(asUtc - offsetAt(guess)).toISOString();
}
