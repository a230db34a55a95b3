import type { Sql } from '../../graphql/read/sql.js';
import { sql } from '../../graphql/read/sql.js';
import { maxWords, normalizeName } from '../beneficiaries/index.js';

/*
 * Searches in the names of services and partners. They are few, so that each is compared with a regular expression.
 * Normalised words consist of letters and digits, which have no other meaning in one.
 */

/** A word of so many letters may have one typing error. */
const [fewestLetters, mostLetters] = [5, 24];

/** SQL condition: the text has words that match the pattern (see {@link wordPattern}). */
export function hasWords(text: Sql, pattern: string): Sql {
  return sql`access.plain_text(${text}) ~ ${pattern}`;
}

/**
 * The pattern of names that begin with the search at one of their words, whatever the spaces, or in which each searched
 * word is the beginning of a word. Undefined for a search without a letter or digit, which matches nothing.
 */
export function wordPattern(search: string): string | undefined {
  const words = wordsOf(search);
  if (words.length === 0) return undefined;
  const whole = `(^| )${[...words.join('')].join(' ?')}`;
  return words.length > 1 && words.length <= maxWords ? `${whole}|${eachOf(words)}` : whole;
}

/** The pattern of names in which each word has at most one typing error; undefined when no word may have one. */
export function nearWordPattern(search: string): string | undefined {
  const words = wordsOf(search);
  if (words.length > maxWords || !words.some(mayHaveError)) return undefined;
  return eachOf(words.map((word) => (mayHaveError(word) ? `(${spellingsOf(word).join('|')})` : word)));
}

const wordsOf = (search: string) => normalizeName(search).split(' ').filter(Boolean);

/** The pattern of texts in which each of the patterns matches the beginning of a word. */
const eachOf = (patterns: readonly string[]) => `^${patterns.map((it) => `(?=(.* )?${it})`).join('')}`;

function mayHaveError(word: string): boolean {
  const { length } = [...word];
  return length >= fewestLetters && length <= mostLetters;
}

/** Patterns of the beginnings that differ from a word by one wrong, missing or additional letter, or by two swapped ones. */
function spellingsOf(word: string): string[] {
  const letters = [...word];
  return letters.flatMap((letter, place) => {
    const before = letters.slice(0, place).join('');
    const [next, ...after] = letters.slice(place + 1);
    if (next === undefined) return [`${before}[^ ]${letter}`, `${before}[^ ]`];
    const rest = [next, ...after].join('');
    return [
      `${before}[^ ]${letter}${rest}`,
      `${before}[^ ]?${rest}`,
      `${before}${next}${letter}${after.join('')}`,
    ];
  });
}
