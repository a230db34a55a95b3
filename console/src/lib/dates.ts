import { useMemo } from 'react';
import { type Language, useLanguage } from './language.js';

/** The time zone of the town, in which all moments are shown. */
const timeZone = 'Europe/Paris';

/** How the console writes dates and moments. Dates are `2026-11-28`, moments ISO 8601. */
export interface DateFormat {
  /** 28 novembre 2026 */
  date(date: string): string;
  /** 28 nov. */
  shortDate(date: string): string;
  /** 28 novembre 2026 à 14:05 */
  moment(moment: string): string;
  /** 14:05 */
  time(moment: string): string;
  /** il y a 3 jours */
  ago(moment: string, now?: Date): string;
}

const formats = new Map<Language, DateFormat>();

/** The formats of a language; made once. */
export function dateFormat(language: Language): DateFormat {
  const made = formats.get(language) ?? make(language === 'fr' ? 'fr-FR' : 'en-GB');
  formats.set(language, made);
  return made;
}

export function useDates(): DateFormat {
  const { language } = useLanguage();
  return useMemo(() => dateFormat(language), [language]);
}

function make(locale: string): DateFormat {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone });
  const short = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone });
  const both = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  // Noon: a date has no time zone, and at noon it is the same day in the whole of Europe.
  const noon = (date: string) => new Date(date.length > 10 ? date : `${date}T12:00:00Z`);
  return {
    date: (date) => day.format(noon(date)),
    shortDate: (date) => short.format(noon(date)),
    moment: (moment) => both.format(new Date(moment)),
    time: (moment) => time.format(new Date(moment)),
    ago(moment, now = new Date()) {
      const minutes = Math.round((noon(moment).getTime() - now.getTime()) / 60_000);
      if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute');
      if (Math.abs(minutes) < 24 * 60) return relative.format(Math.round(minutes / 60), 'hour');
      return relative.format(Math.round(minutes / (24 * 60)), 'day');
    },
  };
}

/** Today in the town, as `2026-11-28`. */
export function today(now = new Date()): string {
  return new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone }).format(now);
}
