import { type Text } from '../../i18n.js';

/** A category of sensitive information about a person, which a shared text should not contain. */
export type WordingCategory = 'NUMBERS' | 'HEALTH' | 'JUDICIAL' | 'ORIGIN' | 'RELIGION' | 'UNION';

/** The names of the categories in messages. */
export const categoryNames: Readonly<Record<WordingCategory, Text>> = {
  NUMBERS: { fr: 'numéro d’identification', en: 'identification number' },
  HEALTH: { fr: 'santé', en: 'health' },
  JUDICIAL: { fr: 'justice', en: 'judicial matters' },
  ORIGIN: { fr: 'origine', en: 'origin' },
  RELIGION: { fr: 'religion', en: 'religion' },
  UNION: { fr: 'engagement syndical', en: 'trade union' },
};

/** A sensitive passage of a text; `at` is the position of its first character, from 1. */
export interface Finding {
  readonly category: WordingCategory;
  readonly words: string;
  readonly at: number;
}
