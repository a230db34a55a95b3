import { ValidateBy, type ValidationOptions, validate } from 'class-validator';
import { today } from '../calendar.js';
import { parseId } from '../graphql/ids.js';
import { type Text } from '../i18n.js';
import { holdsInvisible } from './invisible.js';
import { Refusal } from './refusal.js';

/*
 * The rules of input fields, as decorators: each says in both languages what it wants. A rule lets a
 * missing value pass; whether a field may be missing is the schema's business.
 */

function rule(name: string, text: Text, holds: (value: string) => boolean): PropertyDecorator {
  // class-validator drops the context of a rule that has no message.
  const options: ValidationOptions = { context: text, message: text.en };
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
      /\p{L}/u.test(seen(value)),
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
      (value) => !/[\n\r\t\u2028\u2029]/.test(value),
    ),
    rule(
      'invisible',
      {
        fr: 'Le texte contient des caractères invisibles : saisissez-le de nouveau au clavier.',
        en: 'The text contains invisible characters: type it again.',
      },
      (value) => !holdsInvisible(value),
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
    (value) => /^[^\p{C}\p{Default_Ignorable_Code_Point}]{1,200}$/u.test(value),
  );
}

/** A short name that addresses are made of, such as `club-relais`. */
export function Slug(): PropertyDecorator {
  return together(
    rule(
      'slug',
      {
        fr: 'Des lettres minuscules, des chiffres et des traits d’union.',
        en: 'Small letters, digits and hyphens.',
      },
      (value) => /^[a-z\d]+(-[a-z\d]+)*$/.test(value),
    ),
    Line(60),
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

/** A text as it is kept: without blanks around it, in the Unicode form in which equal texts are the same. */
export function tidy(text: string): string {
  return text.normalize('NFC').trim();
}

/** A text without the characters that nobody sees, some of which are letters to Unicode. */
function seen(text: string): string {
  return text.replace(/\p{Default_Ignorable_Code_Point}/gu, '');
}

function freeText(max: number): PropertyDecorator[] {
  return [
    rule('empty', { fr: 'Le texte est vide.', en: 'The text is empty.' }, (value) =>
      /[\p{L}\p{N}\p{P}\p{S}]/u.test(seen(value)),
    ),
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

const gap = String.raw`[\s\p{Pd}\p{Cf}\p{Default_Ignorable_Code_Point}._/]`;
/** Sex, year, month (also the fictitious ones), department (Corsica's letters too), commune, rank, key. */
const nirParts = ['[1-478]', '\\d\\d', '(?:0[1-9]|1[0-2]|[2-9]\\d)', '(?:\\d\\d|2[AB])', '\\d{3}', '\\d{3}'];
const nir = new RegExp(`(?<!\\d)${nirParts.join(`${gap}*`)}(?:${gap}*\\d\\d)?(?!\\d)`, 'iu');
const gaps = new RegExp(`(?<=[\\dAB])${gap}+(?=[\\dAB])`, 'giu');

/** Whether a text contains what looks like a French national identification number, however it is spaced. */
export function looksLikeNir(text: string): boolean {
  const plain = text.normalize('NFKC');
  return nir.test(plain) || nir.test(plain.replace(gaps, ''));
}

/**
 * Checks an input against the rules of its class.
 * @throws Refusal INVALID with every field that breaks one
 */
export async function validateInput(input: object): Promise<void> {
  const errors = await validate(input, { forbidUnknownValues: false });
  const reasons = errors.map((error) => {
    const [text] = Object.values(error.contexts ?? {}) as Text[];
    if (!text) throw new Error(`a rule of ${error.property} does not say what it wants`);
    return { code: 'INVALID' as const, text, path: ['input', error.property] };
  });
  if (reasons.length > 0) throw new Refusal(reasons);
}
