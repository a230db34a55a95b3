import { canonicalEmail } from './canonical-email.js';
import { refusal } from './refusal.js';

/**
 * As {@link canonicalEmail}, for an input field.
 * @throws Refusal INVALID when the text is not an e-mail address
 */
export function emailOf(text: string, field: string): string {
  const email = canonicalEmail(text);
  if (email !== undefined) return email;
  throw refusal('INVALID', field, {
    fr: 'Ce n’est pas une adresse électronique : saisissez uniquement l’adresse, comme prenom.nom@exemple.fr.',
    en: 'This is not an e-mail address: enter only the address, such as first.last@example.fr.',
  });
}
