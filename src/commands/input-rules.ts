import { z } from 'zod';
import { today } from '../calendar.js';
import { parseId } from '../graphql/ids.js';
import { type Text } from '../i18n.js';
import { holdsInvisible } from './invisible.js';
import { type Reason, Refusal } from './refusal.js';

/*
 * Validation rules for input fields, as decorators. Each has a message in both languages. A missing value always
 * passes: the schema defines whether a field is required.
 */

/** The rules of the fields of each input class, by its prototype. */
const declared = new WeakMap<object, Map<string, z.ZodType>>();

/** A rule of a field: what it wants, and whether a value holds. A missing value passes. */
function rule(text: Text, holds: (value: string) => boolean): PropertyDecorator {
  return (target, property) => {
    const fields = declared.get(target) ?? new Map<string, z.ZodType>();
    declared.set(target, fields);
    const before = fields.get(String(property)) ?? z.unknown();
    const passes = (value: unknown) => value == null || holds(String(value));
    fields.set(String(property), before.refine(passes, { params: { text } }));
  };
}

function together(...rules: PropertyDecorator[]): PropertyDecorator {
  return (target, property) => {
    for (const apply of rules) apply(target, property);
  };
}

/** The name of a person: at most 200 characters on one line. */
export function PersonName(): PropertyDecorator {
  return together(
    rule({ fr: 'Il faut au moins une lettre.', en: 'Enter at least one letter.' }, (value) =>
      /\p{L}/u.test(seen(value)),
    ),
    Line(200),
  );
}

/** A single-line text, at most `max` characters. */
export function Line(max: number): PropertyDecorator {
  return together(
    ...freeText(max),
    rule(
      { fr: 'Le texte doit tenir sur une seule ligne.', en: 'The text must be on a single line.' },
      (value) => !/[\n\r\t\u2028\u2029]/.test(value),
    ),
    rule(
      {
        fr: 'Le texte contient des caractères invisibles : saisissez-le de nouveau au clavier.',
        en: 'The text contains invisible characters: type it again.',
      },
      (value) => !holdsInvisible(value),
    ),
  );
}

/** A multi-line text, at most `max` characters. */
export function Paragraph(max: number): PropertyDecorator {
  return together(...freeText(max));
}

/** A day that is not in the future, in the town's time zone. */
export function PastDay(): PropertyDecorator {
  return rule(
    {
      fr: 'Cette date est dans le futur : saisissez la date du jour ou une date passée.',
      en: 'This date is in the future: enter today’s date or an earlier one.',
    },
    (value) => value <= today(),
  );
}

/** An idempotency key of the client: 1 to 200 printable characters. */
export function Key(): PropertyDecorator {
  return rule(
    {
      fr: 'La clé doit compter de 1 à 200 caractères imprimables.',
      en: 'The key must have 1 to 200 printable characters.',
    },
    (value) => /^[^\p{C}\p{Default_Ignorable_Code_Point}]{1,200}$/u.test(value),
  );
}

/** A short name for use in addresses, such as `club-relais`. */
export function Slug(): PropertyDecorator {
  return together(
    rule(
      {
        fr: 'Utilisez uniquement des lettres minuscules sans accent, des chiffres et des traits d’union, comme club-relais.',
        en: 'Use only lower-case letters without accents, digits and hyphens, such as club-relais.',
      },
      (value) => /^[a-z\d]+(-[a-z\d]+)*$/.test(value),
    ),
    Line(60),
  );
}

/** An id of the API, of any type. */
export function Id(): PropertyDecorator {
  return rule(
    {
      fr: 'Ce n’est pas un identifiant : reprenez-le tel que l’API le donne.',
      en: 'This is not an id: use an id as the API returned it.',
    },
    (value) => parseId(value) !== undefined,
  );
}

/** A text in its stored form: without leading and trailing white space, in Unicode NFC. */
export function tidy(text: string): string {
  return text.normalize('NFC').trim();
}

/** A text without invisible characters, some of which Unicode classes as letters. */
function seen(text: string): string {
  return text.replace(/\p{Default_Ignorable_Code_Point}/gu, '');
}

function freeText(max: number): PropertyDecorator[] {
  return [
    rule({ fr: 'Le texte est vide : complétez-le.', en: 'The text is empty: enter a text.' }, (value) =>
      /[\p{L}\p{N}\p{P}\p{S}]/u.test(seen(value)),
    ),
    rule(
      {
        fr: `Le texte dépasse ${max} caractères : raccourcissez-le.`,
        en: `The text is longer than ${max} characters: shorten it.`,
      },
      (value) => [...value].length <= max,
    ),
    rule(
      {
        fr: 'Le texte contient des caractères de contrôle : saisissez-le de nouveau au clavier.',
        en: 'The text contains control characters: type it again.',
      },
      (value) => value.isWellFormed() && !/(?![\n\r\t])[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(value),
    ),
    rule(
      {
        fr: 'Le texte semble contenir un numéro de sécurité sociale, que la plateforme ne conserve jamais : retirez-le.',
        en: 'The text seems to contain a national identification number, which the hub never stores: remove it.',
      },
      (value) => !looksLikeNir(value),
    ),
  ];
}

const gap = String.raw`[\s\p{Pd}\p{Cf}\p{Default_Ignorable_Code_Point}._/]`;
/** Sex, year, month (also the fictitious ones), department (also 2A and 2B), commune, rank, check digits. */
const nirParts = ['[1-478]', '\\d\\d', '(?:0[1-9]|1[0-2]|[2-9]\\d)', '(?:\\d\\d|2[AB])', '\\d{3}', '\\d{3}'];
const nir = new RegExp(`(?<!\\d)${nirParts.join(`${gap}*`)}(?:${gap}*\\d\\d)?(?!\\d)`, 'iu');
const gaps = new RegExp(`(?<=[\\dAB])${gap}+(?=[\\dAB])`, 'giu');

/** Whether a text seems to contain a French national identification number, with any spacing. */
export function looksLikeNir(text: string): boolean {
  const plain = text.normalize('NFKC');
  return nir.test(plain) || nir.test(plain.replace(gaps, ''));
}

const schemas = new WeakMap<object, z.ZodType>();

/** The rules of an input's class and of the classes that it extends, as one schema. Fields without a rule pass. */
function schemaOf(input: object): z.ZodType {
  const known = schemas.get(Object.getPrototypeOf(input));
  if (known) return known;
  const fields = new Map<string, z.ZodType>();
  for (let proto = Object.getPrototypeOf(input); proto; proto = Object.getPrototypeOf(proto)) {
    for (const [field, schema] of declared.get(proto) ?? []) {
      const own = fields.get(field);
      fields.set(field, own ? own.and(schema) : schema);
    }
  }
  const optional = [...fields].map(([field, schema]) => [field, schema.optional()]);
  const schema = z.looseObject(Object.fromEntries(optional));
  schemas.set(Object.getPrototypeOf(input), schema);
  return schema;
}

/**
 * Validates an input against the rules of its class.
 * @throws Refusal INVALID with every field that violates a rule, and the first rule that it violates
 */
export function validateInput(input: object): void {
  const { error } = schemaOf(input).safeParse({ ...input });
  if (!error) return;
  const reasons = new Map<string, Reason>();
  for (const issue of error.issues) {
    const field = String(issue.path[0]);
    const { text } = (issue as { params?: { text?: Text } }).params ?? {};
    if (!text) throw new Error(`a rule of ${field} does not say what it wants`);
    if (!reasons.has(field)) reasons.set(field, { code: 'INVALID', text, path: ['input', field] });
  }
  throw new Refusal([...reasons.values()]);
}
