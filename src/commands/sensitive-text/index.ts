import { Field } from 'type-graphql';
import { type Text } from '../../i18n.js';
import { looksLikeNir } from '../input-rules.js';
import { Refusal, refusal } from '../refusal.js';
import { categoryNames, type Finding } from './categories.js';
import { findings } from './find.js';

/**
 * Checks a shared text for sensitive information: identification numbers, health, justice, origin, religion, union.
 * The author rewords the text or confirms it. Private texts are not checked.
 * @param field the dotted path in the input
 * @throws Refusal WORDING with the categories, the words and their positions, unless the text is confirmed; INVALID,
 * also when confirmed, for an apparent national identification number
 */
export function checkWording(
  field: string,
  text: string | null | undefined,
  confirmed: boolean | null | undefined,
): void {
  if (!text) return;
  if (looksLikeNir(text)) {
    throw refusal('INVALID', field, {
      fr: 'Le texte semble contenir un numéro de sécurité sociale, que la plateforme ne conserve jamais : retirez-le.',
      en: 'The text seems to contain a national identification number, which the hub never stores: remove it.',
    });
  }
  if (confirmed) return;
  const found = findings(text);
  if (found.length === 0) return;
  const path = ['input', ...field.split('.')];
  const passages = found.map(({ words, at }) => ({ start: at - 1, length: words.length }));
  throw new Refusal([{ code: 'WORDING', text: messageOf(found), path, passages }]);
}

/** The input field by which the author confirms a text that {@link checkWording} refused. */
export function ConfirmWording(): PropertyDecorator {
  return Field(() => Boolean, {
    nullable: true,
    description: 'Whether the author confirms the shared text that was refused with WORDING.',
  }) as PropertyDecorator;
}

function messageOf(found: readonly Finding[]): Text {
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
