import { Field } from 'type-graphql';
import { type Text } from '../../i18n.js';
import { looksLikeNir } from '../input-rules.js';
import { Refusal, refusal } from '../refusal.js';
import { categoryNames, type Finding } from './categories.js';
import { findings } from './find.js';

/**
 * Points at what should not stand in a text that others read: numbers that identify, health, justice,
 * origin, religion, union. Whoever writes rewords it, or confirms. A private text does not pass here.
 * @param field where in the input, by its dots
 * @throws Refusal WORDING with the categories, the words and their places, unless it is confirmed; INVALID,
 * confirmed or not, for what looks like a national identification number
 */
export function checkWording(
  field: string,
  text: string | null | undefined,
  confirmed: boolean | null | undefined,
): void {
  if (!text) return;
  if (looksLikeNir(text)) {
    throw refusal('INVALID', field, {
      fr: 'Le texte semble contenir un numéro de sécurité sociale, que la plateforme ne conserve jamais.',
      en: 'The text seems to contain a national identification number, which the hub never stores.',
    });
  }
  if (confirmed) return;
  const found = findings(text);
  if (found.length > 0)
    throw new Refusal([{ code: 'WORDING', text: told(found), path: ['input', ...field.split('.')] }]);
}

/** The input field with which an author stands by a text that {@link checkWording} points at. */
export function ConfirmWording(): PropertyDecorator {
  return Field(() => Boolean, {
    nullable: true,
    description: 'Whether the author stands by a shared text after WORDING pointed at it.',
  }) as PropertyDecorator;
}

function told(found: readonly Finding[]): Text {
  const fr = found.map(
    ({ category, words, at }) => `${categoryNames[category].fr} : « ${words} » (caractère ${at})`,
  );
  const en = found.map(
    ({ category, words, at }) => `${categoryNames[category].en}: “${words}” (character ${at})`,
  );
  return {
    fr: `Ce texte sera lu par d’autres. Reformulez-le, ou confirmez-le : ${fr.join(' ; ')}.`,
    en: `Others will read this text. Reword it, or confirm it: ${en.join('; ')}.`,
  };
}
