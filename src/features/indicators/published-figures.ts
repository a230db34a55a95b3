import { type Text } from '../../i18n.js';
import type { IndicatorKey } from './indicator-key.js';

/** A published figure, shown next to the hub's own figure. It never replaces the hub's figure. */
export interface Published {
  readonly key: IndicatorKey;
  /** The calendar year of the figure. */
  readonly year: number;
  readonly value: number;
  readonly label: Text;
  readonly source: Text;
}

const interview = {
  fr: 'Ville de Bagneux, entretien sur le mandat insertion et emploi',
  en: 'Town of Bagneux, interview about its mandate for insertion and employment',
};

/** The figures that the town published. */
export const published: readonly Published[] = [
  {
    key: 'CLAUSE_HOURS',
    year: 2024,
    value: 49_051,
    label: {
      fr: 'Heures réalisées au titre de la clause d’insertion de la charte construction en 2024',
      en: 'Hours done in 2024 under the insertion clause of the construction charter',
    },
    source: interview,
  },
  {
    key: 'POSITIVE_EXITS',
    year: 2024,
    value: 311,
    label: {
      fr: 'Sorties positives en 2024, issues de la clause',
      en: 'Positive exits in 2024, from the clause',
    },
    source: interview,
  },
  {
    key: 'YOUNG_PEOPLE',
    year: 2024,
    value: 711,
    label: {
      fr: 'Jeunes accompagnés en 2024 par le travail commun des partenaires',
      en: 'Young people accompanied in 2024 by the partners’ common work',
    },
    source: interview,
  },
];
