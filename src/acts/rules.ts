import { ValidateBy, type ValidationOptions, validate } from 'class-validator';
import { parseId } from '../graphql/ids.js';
import { Refusal, type Text } from './refusal.js';

/*
 * The rules of input fields, as decorators: each says in both languages what it wants. A rule lets a
 * missing value pass; whether a field may be missing is the schema's business.
 */

function rule(name: string, text: Text, holds: (value: string) => boolean): PropertyDecorator {
  const options: ValidationOptions = { context: text };
  return ValidateBy(
    { name, validator: { validate: (value) => value == null || holds(String(value)) } },
    options,
  );
}

function together(...rules: PropertyDecorator[]): PropertyDecorator {
  return (target, property) => {
    for (const apply of rules) apply(target, property);
  };
}

/** The name of a person: at most 200 characters on one line. */
export function PersonName(): PropertyDecorator {
  return together(
    rule('letters', { fr: 'Il faut au moins une lettre.', en: 'At least one letter is needed.' }, (value) =>
      /\p{L}/u.test(value),
    ),
    Line(200),
  );
}

/** A short text on one line, at most `max` characters. */
export function Line(max: number): PropertyDecorator {
  return together(
    ...freeText(max),
    rule(
      'line',
      { fr: 'Le texte doit tenir sur une ligne.', en: 'The text must be on one line.' },
      (value) => !/[\n\r\t]/.test(value),
    ),
  );
}

/** A text of several lines, at most `max` characters. */
export function Paragraph(max: number): PropertyDecorator {
  return together(...freeText(max));
}

/** A day that is not in the future, in the town's time. */
export function PastDay(): PropertyDecorator {
  return rule(
    'past',
    { fr: 'Cette date est dans le futur.', en: 'This date is in the future.' },
    (value) => value <= today(),
  );
}

/** A key of the client's choice: 1 to 200 printable characters. */
export function Key(): PropertyDecorator {
  return rule(
    'key',
    {
      fr: 'La clé doit compter de 1 à 200 caractères imprimables.',
      en: 'The key must have 1 to 200 printable characters.',
    },
    (value) => /^[^\p{C}]{1,200}$/u.test(value),
  );
}

/** An id of the API, of whatever type. */
export function Id(): PropertyDecorator {
  return rule(
    'id',
    { fr: 'Ce n’est pas un identifiant.', en: 'This is not an id.' },
    (value) => parseId(value) !== undefined,
  );
}

/** The day it is in the town, `YYYY-MM-DD`. */
export function today(now = new Date()): string {
  return now.toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' });
}

function freeText(max: number): PropertyDecorator[] {
  return [
    rule('empty', { fr: 'Le texte est vide.', en: 'The text is empty.' }, (value) => value.trim() !== ''),
    rule(
      'length',
      { fr: `Le texte dépasse ${max} caractères.`, en: `The text is longer than ${max} characters.` },
      (value) => [...value].length <= max,
    ),
    rule(
      'characters',
      { fr: 'Le texte contient des caractères de contrôle.', en: 'The text contains control characters.' },
      (value) => value.isWellFormed() && !/(?![\n\r\t])[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(value),
    ),
    rule(
      'nir',
      {
        fr: 'Le texte semble contenir un numéro de sécurité sociale, que la plateforme ne conserve jamais.',
        en: 'The text seems to contain a national identification number, which the hub never stores.',
      },
      (value) => !looksLikeNir(value),
    ),
  ];
}

/** Sex, year, month (also the fictitious ones), department (Corsica's letters too), commune, rank, key. */
const nir = /(?<!\d)[1-478]\d\d(?:0[1-9]|1[0-2]|[2-9]\d)(?:\d\d|2[AB])\d{3}\d{3}(?:\d\d)?(?!\d)/i;

/** Whether a text contains what looks like a French national identification number, however it is spaced. */
export function looksLikeNir(text: string): boolean {
  const digits = text.normalize('NFKC').replace(/(?<=[\dAB])[\s.\-_/]+(?=[\dAB])/gi, '');
  return nir.test(digits) || nir.test(text);
}

/**
 * Checks an input against the rules of its class.
 * @throws Refusal INVALID with every field that breaks one
 */
export async function obey(input: object): Promise<void> {
  const errors = await validate(input, { forbidUnknownValues: false });
  const reasons = errors.flatMap((error) => {
    const [text] = Object.values(error.contexts ?? {}) as Text[];
    return text ? [{ code: 'INVALID' as const, text, path: ['input', error.property] }] : [];
  });
  if (reasons.length > 0) throw new Refusal(reasons);
}
