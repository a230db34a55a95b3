import { canonicalEmail } from './canonical-email.js';
import { refusal } from './refusal.js';

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
