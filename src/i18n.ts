import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import accepts from 'accepts';
import { townZone } from './calendar.js';

export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

/** A text for people, in each language that the hub speaks. */
export type Text = Readonly<Record<Language, string>>;

/** How each language writes dates and numbers. */
export const locales: Text = { fr: 'fr-FR', en: 'en-GB' };

/** The language of the answer to a request: French unless `Accept-Language` prefers English. */
export function languageOf(headers: IncomingHttpHeaders): Language {
  // A WebSocket's request is Node's own, so this is not Fastify's plugin.
  return accepts({ headers } as IncomingMessage).language([...languages]) === 'en' ? 'en' : 'fr';
}

/** A day (`YYYY-MM-DD`) as people write it, such as 17/05/1990. */
export function shortDay(day: string, language: Language): string {
  return inUtc(day).toLocaleDateString(locales[language], { timeZone: 'UTC' });
}

/** A day (`YYYY-MM-DD`) in words, such as 17 mai 1990. */
export function longDay(day: string, language: Language): string {
  return inUtc(day).toLocaleDateString(locales[language], { timeZone: 'UTC', dateStyle: 'long' });
}

/** The day of a moment in the town, as people write it. */
export function shortDayOf(moment: Date | string, language: Language): string {
  return new Date(moment).toLocaleDateString(locales[language], { timeZone: townZone });
}

/** A moment as the town's clocks show it, its day in words. */
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
