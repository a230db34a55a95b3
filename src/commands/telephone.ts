import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { refusal } from './refusal.js';

/** France's territories with a country code of their own, and the first digits by which France dials them. */
const overseas: readonly [first: RegExp, code: string][] = [
  // 0639 98 is kept for numbers of fiction, such as the demonstration's, and belongs to no territory.
  [/^(?:262|263|269|639(?!98)|692|693)/, '262'],
  [/^(?:590|690|691)/, '590'],
  [/^(?:594|694)/, '594'],
  [/^(?:596|696|697)/, '596'],
];
/** The territories that share the other first digits, such as `0709`; the library knows whose range is whose. */
const shared: readonly CountryCode[] = ['RE', 'YT', 'GP', 'GF', 'MQ'];

/**
 * A telephone number in the one form in which it is kept and compared: E.164, such as `+33612345678`. French
 * unless it says otherwise.
 * @throws Refusal INVALID when there is no such number
 */
export function telephoneOf(text: string, field: string): string {
  // The spaces of French typography and wide digits become those that the library reads.
  const plain = text.normalize('NFKC');
  const number = parsePhoneNumberFromString(plain, { defaultCountry: 'FR', extract: false });
  // A range that is new may be unknown to the library: it is enough that the number has its length.
  if (number?.isPossible() && !number.ext) {
    if (number.countryCallingCode !== '33') return number.number;
    // With its leading zero, a number that is a digit short has the length of one without.
    if (!number.nationalNumber.startsWith('0')) return french(number.nationalNumber, number.isValid());
  }
  throw refusal('INVALID', field, {
    fr: 'Ce n’est pas un numéro de téléphone : dix chiffres pour la France, ou l’indicatif du pays après +.',
    en: 'This is not a telephone number: ten digits for France, or the country’s code after +.',
  });
}

/** A number as France dials it, without the zero; its territory's code stands before it, also where +33 did. */
function french(national: string, isMetropolitan: boolean): string {
  const code = overseas.find(([first]) => first.test(national))?.[1];
  if (code !== undefined) return `+${code}${national}`;
  const read = (country: CountryCode) => parsePhoneNumberFromString(national, country);
  const elsewhere = isMetropolitan ? undefined : shared.map(read).find((it) => it?.isValid());
  return elsewhere?.number ?? `+33${national}`;
}
