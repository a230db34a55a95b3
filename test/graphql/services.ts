import type { Row } from './stored.js';

/** The services that a filter finds, as `Query.services` is described. */
export function foundServices(
  services: readonly Row[],
  partners: readonly Row[],
  filter: Readonly<Record<string, unknown>>,
): Row[] {
  const { search, themes, publics, partner, open } = filter;
  const names = new Map(partners.map((it) => [it.id, it['name']]));
  const nameOf = (service: Row) =>
    wordsOf(`${service['name']} ${names.get(service['partner_id'] as string)}`);
  const wanted = wordsOf((search ?? '') as string);
  const has = services.some((it) => hasWords(nameOf(it), wanted)) ? hasWords : isNear;
  return services
    .filter((it) => search == null || (wanted.length > 0 && has(nameOf(it), wanted)))
    .filter((it) => themes == null || shareAny(it['themes'], themes as string[]))
    .filter((it) => publics == null || shareAny(it['publics'], [...(publics as string[]), 'TOUS_PUBLICS']))
    .filter((it) => partner == null || `partner_${it['partner_id']}` === partner)
    .filter((it) => open == null || open === (it['status'] === 'OPEN' && it['contact'] !== ''));
}

/** Whether an array in the format of PostgreSQL has one of the values. */
const shareAny = (array: string | null | undefined, values: readonly string[]) =>
  (array ?? '')
    .replace(/[{}]/g, '')
    .split(',')
    .some((it) => values.includes(it));

export const wordsOf = (text: string) =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .match(/[a-z0-9]+/g) ?? [];

/** Whether the words begin at a word of the name, whatever the spaces, or each begins a word of it. */
export function hasWords(name: readonly string[], words: readonly string[]): boolean {
  if (words.length === 0) return false;
  const whole = words.join('');
  return (
    name.some((_, at) => name.slice(at).join('').startsWith(whole)) ||
    words.every((word) => name.some((it) => it.startsWith(word)))
  );
}

/** Whether each word begins a word of the name, with one typing error in words of 5 to 24 letters. */
function isNear(name: readonly string[], words: readonly string[]): boolean {
  return words.every((word) =>
    name.some((it) => it.startsWith(word) || (word.length >= 5 && word.length <= 24 && beginsNear(it, word))),
  );
}

function beginsNear(name: string, word: string): boolean {
  const without = (of: string, at: number) => of.slice(0, at) + of.slice(at + 1);
  return [...word].some((letter, at) => {
    const next = word[at + 1] ?? '';
    const beginning = name.slice(0, word.length);
    return (
      (beginning.length === word.length && without(beginning, at) === without(word, at)) ||
      without(name.slice(0, word.length + 1), at) === word ||
      (next !== '' && name.startsWith(without(word, at))) ||
      (next !== '' && name.startsWith(word.slice(0, at) + next + letter + word.slice(at + 2)))
    );
  });
}
