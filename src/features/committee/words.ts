import { type Text } from '../../i18n.js';
import type { IndicatorUnit } from '../indicators/index.js';
import type { FigureState } from './indicator.js';

/** The text in place of a value that is not shown. */
export const insteadOf: Readonly<Record<Exclude<FigureState, 'SHOWN'>, Text>> = {
  WITHHELD: { fr: 'masqué', en: 'withheld' },
  NOT_REACHED: { fr: 'non atteint', en: 'not reached' },
  NO_DATA: { fr: 'sans donnée', en: 'no data' },
};

export const unitWords: Readonly<Record<IndicatorUnit, Text>> = {
  PERSONS: { fr: 'personnes', en: 'people' },
  HOURS: { fr: 'heures', en: 'hours' },
  COUNT: { fr: 'nombre', en: 'count' },
  RATIO: { fr: 'part', en: 'share' },
  DAYS: { fr: 'jours', en: 'days' },
};

export const wholeTown: Text = { fr: 'Toute la ville', en: 'The whole town' };
