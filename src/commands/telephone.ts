import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { refusal } from './refusal.js';

/** French territories with their own country code, by the first digits of their national numbers. */
const overseas: readonly [first: RegExp, code: string][] = [
  // 0639 98 is reserved for fictional numbers, such as those of the demonstration, and belongs to no territory.
  [/^(?:262|263|269|639(?!98)|692|693)/, '262'],
  [/^(?:590|690|691)/, '590'],
  [/^(?:594|694)/, '594'],
  [/^(?:596|696|697)/, '596'],
];
/** The territories that share other first digits, such as `0709`; the library knows the ranges of each. */
const shared: readonly CountryCode[] = ['RE', 'YT', 'GP', 'GF', 'MQ'];

/**
 * The canonical form of a telephone number, in which it is stored and compared: E.164, such as `+33612345678`. A
 * number without a country code is French.
 * @throws Refusal INVALID when the number is not possible
 */
export function telephoneOf(text: string, field: string): string {
  // Turns French typographic spaces and full-width digits into characters that the library reads.
  const plain = text.normalize('NFKC');
  const number = parsePhoneNumberFromString(plain, { defaultCountry: 'FR', extract: false });
  // Checks only the length, because the library may not know a new range yet.
  if (number?.isPossible() && !number.ext) {
    if (number.countryCallingCode !== '33') return number.number;
    // A number with a leading zero and one digit missing would have the length of a national number.
    if (!number.nationalNumber.startsWith('0')) return french(number.nationalNumber, number.isValid());
  }
  throw refusal('INVALID', field, {
    fr: 'Ce n’est pas un numéro de téléphone : saisissez dix chiffres pour la France, ou commencez par + et l’indicatif du pays.',
    en: 'This is not a telephone number: enter ten digits for France, or start with + and the country code.',
  });
}

/** Adds the country code of the territory to a national number without its zero, also when +33 was given. */
function french(national: string, isMetropolitan: boolean): string {
  const code = overseas.find(([first]) => first.test(national))?.[1];
  if (code !== undefined) return `+${code}${national}`;
  const read = (country: CountryCode) => parsePhoneNumberFromString(national, country);
  const elsewhere = isMetropolitan ? undefined : shared.map(read).find((it) => it?.isValid());
  return elsewhere?.number ?? `+33${national}`;
}
