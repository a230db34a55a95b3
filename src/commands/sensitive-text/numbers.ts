import type { Finding } from './categories.js';

/*
 * Numbers by which an administration identifies one person. Telephone numbers, SIRET numbers, references of the hub,
 * dates and amounts do not count.
 */

const gap = String.raw`[\s.\-_/\u00a0\u202f]?`;
const patterns = [
  // A bank account: French IBAN.
  String.raw`FR${gap}\d{2}(?:${gap}[0-9A-Z]){23}`,
  // A passport.
  String.raw`\d{2}[A-Z]{2}\d{5}`,
  // The number of a registered job seeker.
  String.raw`\d{7}[A-Z]`,
  // A tax number, an identity card, a foreigner's number: 10 to 13 digits that are not a telephone number.
  String.raw`(?!0\d{9}\b|33\d{9}\b)\d{10,13}`,
  // Any number after the name of such a number.
  String.raw`(?:allocataire|matricule|agdref|passeport|cni|iban|nir|identit[eé]|fiscal|étranger|carte vitale|titre de séjour|permis de conduire|france travail|pôle emploi|\bcaf)(?:\s*(?:n°|no|numéro|num|:|est|le))*\s*:?\s*(?!0\d{9}\b)(?=[0-9A-Z]*\d{4})[0-9A-Z]{6,15}`,
];
const number = new RegExp(`(?<![\\p{L}\\p{N}+])(?:${patterns.join('|')})(?![\\p{L}\\p{N}])`, 'giu');

/** The identification numbers in a text, with masked digits. */
export function numbersIn(text: string): Finding[] {
  return [...text.matchAll(number)].map((match) => ({
    category: 'NUMBERS',
    words: match[0].replace(/\d/g, '•'),
    at: match.index + 1,
  }));
}
