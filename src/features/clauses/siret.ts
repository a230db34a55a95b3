import { refusal } from '../../commands/refusal.js';

/** The SIREN of La Poste. The SIRET of its establishments does not follow the usual check digit rule. */
const laPoste = '356000000';

/**
 * A SIRET as it is stored: 14 digits.
 * @throws Refusal INVALID when the text has other characters, another length or a wrong check digit
 */
export function siretOf(text: string, field: string): string {
  const digits = text.replace(/\s/g, '');
  if (!/^\d{14}$/.test(digits)) {
    const count = digits.replace(/\D/g, '').length;
    throw refusal('INVALID', field, {
      fr: `Un SIRET a 14 chiffres, sans lettre ni autre signe ; celui-ci en a ${count}.`,
      en: `A SIRET has 14 digits, without letters or other signs; this one has ${count}.`,
    });
  }
  if (isSiret(digits)) return digits;
  throw refusal('INVALID', field, {
    fr: 'Ce SIRET comporte une erreur de frappe : sa clé de contrôle est fausse.',
    en: 'This SIRET has a typing error: its check digit is wrong.',
  });
}

/** Whether 14 digits are a valid SIRET: by the Luhn checksum, or for La Poste by the sum of the digits. */
function isSiret(digits: string): boolean {
  const values = [...digits].map(Number);
  const sum = (all: readonly number[]) => all.reduce((total, value) => total + value, 0);
  const doubled = values.map((value, index) => {
    const twice = index % 2 === 0 ? 2 * value : value;
    return twice > 9 ? twice - 9 : twice;
  });
  return sum(doubled) % 10 === 0 || (digits.startsWith(laPoste) && sum(values) % 5 === 0);
}
