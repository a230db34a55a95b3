import { type Text } from '../../../i18n.js';
import type { ProtectionLevel } from './level.js';

/** The name of each level. */
const levelWords: Readonly<Record<ProtectionLevel, Text>> = {
  STRICT: { fr: 'strict', en: 'strict' },
  DEFAULT: { fr: 'standard', en: 'default' },
  YEARLY: { fr: 'annuel', en: 'yearly' },
};

/** How the figures of a release are protected; a closed year has exact indicators among them. */
export function protectionNote(level: ProtectionLevel): Text {
  return {
    fr: `Chiffres protégés, niveau ${levelWords[level].fr}. Les chiffres suivis d’une marge portent un écart aléatoire, tiré une fois pour toutes ; la marge est à 95 %. Les effectifs trop petits sont masqués. Les indicateurs d’une année close sont exacts ; ses découpages gardent leur marge.`,
    en: `Protected figures, level ${levelWords[level].en}. Figures with a margin carry a random deviation, drawn once and for all; the margin is that of 95 %. Counts that are too small are withheld. The indicators of a closed year are exact; its splits keep their margin.`,
  };
}
