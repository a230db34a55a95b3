import { type Text } from '../../../i18n.js';
import type { ProtectionLevel } from './level.js';

/** The name of each level. */
const levelWords: Readonly<Record<ProtectionLevel, Text>> = {
  STRICT: { fr: 'strict', en: 'strict' },
  DEFAULT: { fr: 'standard', en: 'default' },
  YEARLY: { fr: 'annuel', en: 'yearly' },
};

/** How every figure that is not exact is protected. */
export function protectionNote(level: ProtectionLevel): Text {
  return {
    fr: `Chiffres protégés, niveau ${levelWords[level].fr} : chacun porte un écart aléatoire, tiré une fois pour toutes, et sa marge à 95 %. Les effectifs trop petits sont masqués. Une année close a des chiffres exacts.`,
    en: `Protected figures, level ${levelWords[level].en}: each carries a random deviation, drawn once and for all, and its 95 % margin. Counts that are too small are withheld. A closed year has exact figures.`,
  };
}
