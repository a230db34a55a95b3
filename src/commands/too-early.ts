import { type Refusal, refusal } from './refusal.js';

/**
 * The refusal for the database error HB002 (`access.not_before_birth`): a date before the person's birth, or before
 * the required age. Undefined for any other error.
 */
export function tooEarly(error: unknown, input: object): Refusal | undefined {
  const { code, column = '', hint } = error as { code?: string; column?: string; hint?: string };
  if (code !== 'HB002') return undefined;
  const field = column.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
  const path = field in input ? field : '';
  if (hint === '0') {
    return refusal('INVALID', path, {
      fr: 'Cette date précède la naissance de la personne : vérifiez les deux dates.',
      en: 'This date is before the person’s birth: check both dates.',
    });
  }
  return refusal('INVALID', path, {
    fr: `La personne n’a pas encore ${hint} ans à cette date : vérifiez la date et la date de naissance.`,
    en: `The person is not yet ${hint} years old on this date: check the date and the birth date.`,
  });
}
