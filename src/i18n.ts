import type { IncomingHttpHeaders } from 'node:http';
import { townZone } from './calendar.js';

export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

/** A text for users, in each supported language. */
export type Text = Readonly<Record<Language, string>>;

/** The locale of each language, for dates and numbers. */
export const locales: Text = { fr: 'fr-FR', en: 'en-GB' };

/** The language of an answer when the request is not known. */
export const fallbackLanguage: Language = 'fr';

/** The language of the answer to a request: French unless `Accept-Language` prefers English. */
export function languageOf(headers: IncomingHttpHeaders): Language {
  const accepted = (headers['accept-language'] ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters
        .map((it) => /^\s*q=([\d.]+)\s*$/.exec(it)?.[1])
        .find((it) => it !== undefined);
      return { language: tag.trim().split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ language, quality }) => (language === 'fr' || language === 'en') && quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return accepted[0]?.language === 'en' ? 'en' : 'fr';
}

/** A day (`YYYY-MM-DD`) in short form, such as 17/05/1990. */
export function shortDay(day: string, language: Language): string {
  return inUtc(day).toLocaleDateString(locales[language], { timeZone: 'UTC' });
}

/** A day (`YYYY-MM-DD`) in long form, such as 17 mai 1990. */
export function longDay(day: string, language: Language): string {
  return inUtc(day).toLocaleDateString(locales[language], { timeZone: 'UTC', dateStyle: 'long' });
}

/** The day of a moment in the town's time zone, in short form. */
export function shortDayOf(moment: Date | string, language: Language): string {
  return new Date(moment).toLocaleDateString(locales[language], { timeZone: townZone });
}

/** The date in long form and the time of a moment, in the town's time zone. */
export function longMoment(moment: Date | string, language: Language): string {
  return new Date(moment).toLocaleString(locales[language], {
    timeZone: townZone,
    dateStyle: 'long',
    timeStyle: 'short',
  });
}

function inUtc(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
