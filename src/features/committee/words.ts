import { type Text } from '../../i18n.js';
import type { IndicatorUnit } from '../indicators/index.js';
import type { FigureState } from './figures/figure-state.js';

/** Whether a figure exists but is not shown, to protect persons or companies. */
export function isWithheld(state: FigureState): boolean {
  return state === 'WITHHELD' || state === 'DOMINATED' || state === 'UNCERTAIN';
}

/** The text in place of a value that is not shown. */
export const insteadOf: Readonly<Record<Exclude<FigureState, 'SHOWN'>, Text>> = {
  WITHHELD: {
    fr: 'trop peu de personnes, ou permettrait d’en retrouver',
    en: 'too few people, or would let somebody find some',
  },
  DOMINATED: { fr: 'une entreprise serait reconnue', en: 'would show one company' },
  UNCERTAIN: { fr: 'trop incertain', en: 'too uncertain' },
  NOT_REACHED: { fr: 'non atteint', en: 'not reached' },
  NOT_APPLICABLE: { fr: 'sans objet', en: 'not applicable' },
  NOT_PUBLISHED: { fr: 'pas à ce niveau de détail', en: 'not in this detail' },
  NOT_YET: { fr: 'à un prochain arrêté', en: 'in a later release' },
  IN_PREPARATION: { fr: 'en préparation', en: 'in preparation' },
};

export const unitWords: Readonly<Record<IndicatorUnit, Text>> = {
  PERSONS: { fr: 'personnes', en: 'people' },
  HOURS: { fr: 'heures', en: 'hours' },
  COUNT: { fr: 'nombre', en: 'count' },
  RATIO: { fr: 'part', en: 'share' },
  DAYS: { fr: 'jours ouvrés', en: 'working days' },
};

export const wholeTown: Text = { fr: 'Toute la ville', en: 'The whole town' };
