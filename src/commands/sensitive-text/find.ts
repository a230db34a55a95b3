import type { Finding, WordingCategory } from './categories.js';
import { numbersIn } from './numbers.js';
import { harmless, terms } from './terms.js';

const whole = (patterns: readonly string[]) =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.map((it) => `(?:${it})`).join('|')})(?![\\p{L}\\p{N}])`, 'gu');

const safe = whole(harmless);
const unsafe = Object.entries(terms).map(
  ([category, patterns]) => [category as WordingCategory, whole(patterns)] as const,
);

/** The sensitive passages of a text, in the order of the text. */
export function findings(text: string): Finding[] {
  const { folded, places } = fold(text);
  const left = folded.replace(safe, (it) => '_'.repeat(it.length));
  const found: Finding[] = numbersIn(text);
  for (const [category, pattern] of unsafe) {
    for (const match of left.matchAll(pattern)) {
      const from = places[match.index] as number;
      const to = places[match.index + match[0].length] as number;
      found.push({ category, words: text.slice(from, to).trim(), at: from + 1 });
    }
  }
  return found.sort((one, other) => one.at - other.at);
}

/**
 * Normalises a text for matching: lower case, no accents, no invisible characters, one blank between words.
 * `places` maps each character of the normalised text, and its end, to its position in the original text.
 */
function fold(text: string): { folded: string; places: number[] } {
  let folded = '';
  const places: number[] = [];
  let place = 0;
  for (const character of text) {
    const plain = character
      .normalize('NFKD')
      .replace(/[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
      .toLowerCase()
      .replace('œ', 'oe')
      .replace(/[’‘ʼ`´]/u, "'")
      .replace(/\p{Pd}/u, '-')
      .replace(/\s/gu, ' ');
    const kept = plain === ' ' && folded.endsWith(' ') ? '' : plain;
    for (const unit of kept.split('')) {
      folded += unit;
      places.push(place);
    }
    place += character.length;
  }
  places.push(place);
  return { folded, places };
}
