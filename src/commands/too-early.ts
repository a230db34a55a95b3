import { type Refusal, refusal } from './refusal.js';

/**
 * The refusal behind the database's error for a day of a person that is before their birth, or before the age
 * that it asks for (`access.not_before_birth`); undefined for any other error.
 */
export function tooEarly(error: unknown, input: object): Refusal | undefined {
  const { code, column = '', hint } = error as { code?: string; column?: string; hint?: string };
  if (code !== 'HB002') return undefined;
  const field = column.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
  const path = field in input ? field : '';
  if (hint === '0') {
    return refusal('INVALID', path, {
      fr: 'Cette date précède la naissance de la personne : vérifiez l’une et l’autre.',
      en: 'This date is before the person’s birth: check both.',
    });
  }
  return refusal('INVALID', path, {
    fr: `La personne n’a pas encore ${hint} ans à cette date.`,
    en: `The person is not yet ${hint} years old on this day.`,
  });
}
