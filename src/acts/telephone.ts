import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { refusal } from './refusal.js';

/** France's countries of their own code, whose numbers are dialled from France like French ones. */
const overseas: readonly CountryCode[] = ['RE', 'YT', 'GP', 'GF', 'MQ'];

/**
 * A telephone number in the one form in which it is kept and compared: E.164, such as `+33612345678`. French
 * unless it says otherwise.
 * @throws Refusal INVALID when there is no such number
 */
export function telephoneOf(text: string, field: string): string {
  const read = (defaultCountry: CountryCode) =>
    parsePhoneNumberFromString(text, { defaultCountry, extract: false });
  // A range that is new may be unknown to the library: elsewhere it is enough that the number has its length.
  const number = overseas.map(read).find((it) => it?.isValid()) ?? read('FR');
  if (number?.isPossible() && !number.ext) return number.number;
  throw refusal('INVALID', field, {
    fr: 'Ce n’est pas un numéro de téléphone : dix chiffres pour la France, ou l’indicatif du pays après +.',
    en: 'This is not a telephone number: ten digits for France, or the country’s code after +.',
  });
}
