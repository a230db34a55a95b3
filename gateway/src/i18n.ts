import type { IncomingHttpHeaders } from 'node:http';

export type Language = 'fr' | 'en';

/** A text for users, in each language. */
export type Text = Readonly<Record<Language, string>>;

/** The language of the answer to a request, as the hub chooses it: French unless `Accept-Language` prefers English. */
export function languageOf({ 'accept-language': accepted = '' }: IncomingHttpHeaders): Language {
  const [first] = accepted
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
  return first?.language === 'en' ? 'en' : 'fr';
}
