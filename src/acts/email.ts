import { domainToASCII } from 'node:url';
import { isEmail } from 'class-validator';
import { refusal } from './refusal.js';
import { holdsInvisible } from './rules.js';

/**
 * An e-mail address in the one form in which it is kept and compared: lower case, and an international domain
 * as DNS writes it. Undefined when it is none.
 */
export function canonicalEmail(text: string): string | undefined {
  const address = text.normalize('NFC').trim().toLowerCase();
  const at = address.lastIndexOf('@');
  // A domain loses its invisible characters on the way to ASCII, so they are looked for first.
  if (at < 1 || holdsInvisible(address)) return undefined;
  const canonical = `${address.slice(0, at)}@${domainToASCII(address.slice(at + 1))}`;
  return isEmail(canonical, { allow_utf8_local_part: false }) ? canonical : undefined;
}

/**
 * As {@link canonicalEmail}, for a field of an input.
 * @throws Refusal INVALID when it is none
 */
export function emailOf(text: string, field: string): string {
  const email = canonicalEmail(text);
  if (email !== undefined) return email;
  throw refusal('INVALID', field, {
    fr: 'Ce n’est pas une adresse électronique : saisissez-la seule, comme prenom.nom@exemple.fr.',
    en: 'This is not an e-mail address: give it alone, such as first.last@example.fr.',
  });
}
