import { type Text } from '../../i18n.js';

/** What a text that others read should not tell of a person. */
export type WordingCategory = 'NUMBERS' | 'HEALTH' | 'JUDICIAL' | 'ORIGIN' | 'RELIGION' | 'UNION';

/** The categories as people are told of them. */
export const categoryNames: Readonly<Record<WordingCategory, Text>> = {
  NUMBERS: { fr: 'numéro d’identification', en: 'identification number' },
  HEALTH: { fr: 'santé', en: 'health' },
  JUDICIAL: { fr: 'justice', en: 'judicial matters' },
  ORIGIN: { fr: 'origine', en: 'origin' },
  RELIGION: { fr: 'religion', en: 'religion' },
  UNION: { fr: 'engagement syndical', en: 'trade union' },
};

/** What stands in a text that should not, and where: `at` is the place of its first character, from 1. */
export interface Finding {
  readonly category: WordingCategory;
  readonly words: string;
  readonly at: number;
}
