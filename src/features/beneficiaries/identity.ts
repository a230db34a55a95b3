import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

/** The data that identify a person, as typed. */
export interface PersonIdentity {
  readonly firstName: string;
  readonly lastName: string;
  /** `YYYY-MM-DD`. */
  readonly birthDate: string;
}

/** Letters that Unicode does not decompose into a base letter and a mark. */
const spelledOut: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
};
const unsplit = new RegExp(`[${Object.keys(spelledOut).join('')}]`, 'g');

/** Characters that Unicode classifies as letters and that are used as apostrophes in names. */
const modifierApostrophes = /[\u02b9-\u02bf]/g;

/**
 * Normalises a name for comparison: lower case, without accents and invisible characters, ligatures spelled out, and
 * one space in place of apostrophes, hyphens and other punctuation. Letters of other scripts stay.
 */
export function normalizeName(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{Script=Inherited}|\p{Cf}|\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(unsplit, (letter) => spelledOut[letter] ?? letter)
    .replace(modifierApostrophes, ' ')
    .replace(/[^a-z0-9\p{L}\p{M}]+/gu, ' ')
    .trim()
    .normalize('NFC');
}

/**
 * A keyed digest that identifies a person. It is the same for every spelling that normalises to the same name. Without
 * the secret, it reveals nothing about the person.
 *
 * HMAC-SHA-256 in base64url, with a dedicated key that is derived from `secret`, over the normalised first and last
 * name without spaces and the date of birth.
 */
export function fingerprint(secret: string, person: PersonIdentity): string {
  const fields = [compact(person.firstName), compact(person.lastName), person.birthDate];
  return createHmac('sha256', keyFrom(secret)).update(fields.join('\n')).digest('base64url');
}

/** The normalised "last first". Lists of persons are ordered by it. */
export function sortNameOf(person: Pick<PersonIdentity, 'firstName' | 'lastName'>): string {
  return normalizeName(`${person.lastName} ${person.firstName}`);
}

/** The normalised "first last". Searches match it and {@link sortNameOf}. */
export function callNameOf(person: Pick<PersonIdentity, 'firstName' | 'lastName'>): string {
  return normalizeName(`${person.firstName} ${person.lastName}`);
}

/** A normalised name without its spaces: "Jean-Pierre" and "Jeanpierre" are the same. */
export function compact(name: string): string {
  return normalizeName(name).replaceAll(' ', '');
}

const keys = new Map<string, KeyObject>();

function keyFrom(secret: string): KeyObject {
  let key = keys.get(secret);
  if (!key) {
    key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', 'beneficiary fingerprint', 32)));
    keys.set(secret, key);
  }
  return key;
}
