import { type Text } from '../../i18n.js';
import type { IndicatorUnit } from '../indicators/index.js';
import type { ActivityState, ActivitySum, PartnerActivityState } from './figures/activity-sum.js';
import type { FigureState } from './measures/figure-state.js';

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

/** The title of a period in a file. */
export const periodTitle: Text = { fr: 'Période', en: 'Period' };

export const wholeTown: Text = { fr: 'Toute la ville', en: 'The whole town' };

/** The words of figures together with those of partners' own systems. */
export const sumWords = {
  title: { fr: 'Avec les systèmes des partenaires', en: 'With the systems of partners' },
  with: { fr: 'avec les systèmes des partenaires', en: 'with the systems of partners' },
  contains: { fr: 'Ce que contient l’ensemble', en: 'What the sum contains' },
} satisfies Record<string, Text>;

const activityStates: Readonly<Record<ActivityState, Text>> = {
  DEDUPLICATED: { fr: 'dédoublonné', en: 'deduplicated' },
  NOT_DEDUPLICATED: {
    fr: 'non dédoublonné : une personne peut être comptée deux fois',
    en: 'not deduplicated: a person may be counted twice',
  },
  PARTNER_MISSING: { fr: 'partenaire manquant', en: 'partner missing' },
};
const noSum: Text = { fr: 'pas de somme', en: 'no sum' };

/** What a sum contains. */
export function containedIn({ state, value }: Pick<ActivitySum, 'state' | 'value'>): Text {
  return value === null && state !== 'PARTNER_MISSING' ? noSum : activityStates[state];
}

/** The text in place of a partner's figure. */
export const insteadOfReported: Readonly<Record<Exclude<PartnerActivityState, 'REPORTED'>, Text>> = {
  SUPPRESSED: { fr: 'masqué', en: 'withheld' },
  MISSING: { fr: 'non transmis', en: 'not reported' },
};
