import { closedSet } from '../../graphql/enum.js';
import { type Text } from '../../i18n.js';
import type { IndicatorKey } from './indicator-key.js';

export const IndicatorUnit = closedSet('IndicatorUnit', 'The unit of an indicator.', {
  PERSONS: 'Persons, each counted once.',
  HOURS: 'Hours.',
  COUNT: 'Events.',
  RATIO: 'A share, from 0 to 1.',
  DAYS: 'Days.',
});
export type IndicatorUnit = keyof typeof IndicatorUnit;

/**
 * The definition of an indicator, as the committee reads it. The SQL function facts.contribution counts its exact figure;
 * a provisional one is read from the drawn cells.
 */
export interface IndicatorDefinition {
  readonly label: Text;
  readonly definition: Text;
  /** Grows whenever the definition changes. */
  readonly version: number;
  readonly unit: IndicatorUnit;
  /** How the indicator is counted, which determines how it is protected. */
  readonly kind: 'COUNT' | 'HOURS' | 'RATE' | 'MEDIAN';
  /** Whether it counts a part of a group of persons. Then the rest of the group must not be small either. */
  readonly isPart?: boolean;
}

const accompanied = {
  fr: 'Personnes dont un parcours est ouvert au moins un jour de la période.',
  en: 'Persons with a pathway that is open on at least one day of the period.',
};
const clauseExits = (fr: string, en: string) => ({
  fr: `Sorties de la période liées à un contrat de la clause, ${fr} selon la grille en vigueur le jour de la sortie ; le dénominateur compte toutes les sorties liées à un contrat.`,
  en: `Outcomes of the period that are linked to a contract of the clause and are ${en} by the classification in force on the day of the outcome. The denominator counts all outcomes linked to a contract.`,
});
const answered = (days: number) => ({
  label: {
    fr: `Orientations répondues en ${days} jours ouvrés`,
    en: `Referrals answered within ${days} working days`,
  },
  definition: {
    fr: `Part des orientations envoyées dans la période acceptées ou refusées au plus tard le ${days}e jour ouvré ; celles dont le délai court encore ne comptent pas. Par partenaire destinataire.`,
    en: `Share of the referrals sent in the period that were accepted or declined within ${days} working days. Referrals whose delay has not ended yet do not count. By receiving partner.`,
  },
  version: 1,
  unit: 'RATIO',
  kind: 'RATE',
});

/** The registry of indicators: every named figure of the committee, in the order in which it is shown. */
export const registry: Readonly<Record<IndicatorKey, IndicatorDefinition>> = {
  ACCOMPANIED_PEOPLE: {
    label: { fr: 'Personnes accompagnées', en: 'People accompanied' },
    definition: {
      fr: `${accompanied.fr} Une personne suivie par plusieurs partenaires compte une fois.`,
      en: `${accompanied.en} A person accompanied by several partners counts once.`,
    },
    version: 1,
    unit: 'PERSONS',
    kind: 'COUNT',
  },
  ACCOMPANIED_SUM: {
    label: { fr: 'Accompagnements, somme des partenaires', en: 'People accompanied, sum over partners' },
    definition: {
      fr: `${accompanied.fr} Comptées une fois par partenaire : l’écart avec les personnes accompagnées est le recouvrement.`,
      en: `${accompanied.en} Counted once for each partner. The difference from the people accompanied is the overlap.`,
    },
    version: 1,
    unit: 'COUNT',
    kind: 'COUNT',
  },
  YOUNG_PEOPLE: {
    label: { fr: 'Jeunes accompagnés', en: 'Young people accompanied' },
    definition: {
      fr: 'Personnes accompagnées qui ont moins de 26 ans le premier jour de leur accompagnement dans la période ; le dénominateur compte toutes les personnes accompagnées.',
      en: 'People accompanied who are under 26 on the first day of their support in the period. The denominator counts all people accompanied.',
    },
    version: 1,
    unit: 'PERSONS',
    kind: 'COUNT',
    isPart: true,
  },
  CLAUSE_HOURS: {
    label: { fr: 'Heures d’insertion de la clause', en: 'Insertion clause hours' },
    definition: {
      fr: 'Heures de travail validées, au mois où elles ont été travaillées, par partenaire qui accompagne la personne.',
      en: 'Validated hours of work, by the month in which they were worked and the partner that accompanies the person.',
    },
    version: 1,
    unit: 'HOURS',
    kind: 'HOURS',
  },
  CLAUSE_HOURS_DECLARED: {
    label: { fr: 'Heures déclarées, non encore validées', en: 'Hours declared, not yet validated' },
    definition: {
      fr: 'Heures de travail déclarées qui ne sont ni validées ni rejetées.',
      en: 'Hours of work that are declared but neither validated nor rejected.',
    },
    version: 1,
    unit: 'HOURS',
    kind: 'HOURS',
  },
  CLAUSE_HOURS_RATE: {
    label: { fr: 'Taux de réalisation des heures', en: 'Hours done as a share of hours committed' },
    definition: {
      fr: 'Heures validées sur heures engagées : celles des lots, réparties également sur leur durée. Pour la ville entière seulement.',
      en: 'Validated hours divided by committed hours. The committed hours of each lot are spread evenly over its duration. For the whole town only.',
    },
    version: 1,
    unit: 'RATIO',
    kind: 'HOURS',
  },
  POSITIVE_EXITS: {
    label: { fr: 'Sorties positives de la clause', en: 'Positive exits from the clause' },
    definition: clauseExits('durables, de transition ou positives', 'durable, transitional or positive'),
    version: 1,
    unit: 'COUNT',
    kind: 'COUNT',
    isPart: true,
  },
  DURABLE_EXITS: {
    label: { fr: 'Sorties durables de la clause', en: 'Durable exits from the clause' },
    definition: clauseExits('durables', 'durable'),
    version: 1,
    unit: 'COUNT',
    kind: 'COUNT',
    isPart: true,
  },
  TRANSITION_EXITS: {
    label: { fr: 'Sorties de transition de la clause', en: 'Transitional exits from the clause' },
    definition: clauseExits('de transition', 'transitional'),
    version: 1,
    unit: 'COUNT',
    kind: 'COUNT',
    isPart: true,
  },
  QUALIFYING_EXITS: {
    label: { fr: 'Autres sorties positives de la clause', en: 'Other positive exits from the clause' },
    definition: clauseExits(
      'positives (formation qualifiante, autre structure)',
      'positive (qualifying training, another structure)',
    ),
    version: 1,
    unit: 'COUNT',
    kind: 'COUNT',
    isPart: true,
  },
  REFERRALS_SENT: {
    label: { fr: 'Orientations envoyées', en: 'Referrals sent' },
    definition: {
      fr: 'Orientations envoyées dans la période, par partenaire qui envoie ; sans les saisies par erreur.',
      en: 'Referrals sent in the period, without those entered in error. By sending partner.',
    },
    version: 1,
    unit: 'COUNT',
    kind: 'COUNT',
  },
  REFERRAL_ACCEPTANCE_RATE: {
    label: { fr: 'Taux d’acceptation des orientations', en: 'Referral acceptance rate' },
    definition: {
      fr: 'Acceptées / (acceptées + refusées + expirées), des orientations envoyées dans la période. Par partenaire destinataire.',
      en: 'Accepted / (accepted + declined + expired), counted over the referrals sent in the period. By receiving partner.',
    },
    version: 1,
    unit: 'RATIO',
    kind: 'RATE',
  },
  MEDIAN_DAYS_TO_ANSWER: {
    label: { fr: 'Délai médian de réponse', en: 'Median working days to answer' },
    definition: {
      fr: 'Jours ouvrés entre l’envoi et la réponse en deçà desquels la moitié des orientations ont une réponse ; une orientation sans réponse compte aussi longtemps qu’elle attend (méthode de Kaplan–Meier pour les années closes). Par partenaire destinataire.',
      en: 'The number of working days from sending within which half of the referrals were answered; a referral without an answer counts for as long as it waits (Kaplan–Meier method in a closed year). By receiving partner.',
    },
    version: 2,
    unit: 'DAYS',
    kind: 'MEDIAN',
  },
  ANSWERED_WITHIN_3_DAYS: answered(3) as IndicatorDefinition,
  ANSWERED_WITHIN_5_DAYS: answered(5) as IndicatorDefinition,
  LOOP_CLOSURE_RATE: {
    label: { fr: 'Taux de retour d’information', en: 'Loop-closure rate' },
    definition: {
      fr: 'Part des orientations acceptées, envoyées dans la période, dont l’issue a été communiquée à l’expéditeur. Par partenaire destinataire.',
      en: 'Share of the accepted referrals sent in the period whose outcome was reported to the sender. By receiving partner.',
    },
    version: 1,
    unit: 'RATIO',
    kind: 'RATE',
  },
  FORUM_ATTENDANCES: {
    label: { fr: 'Fréquentation des forums', en: 'Forum attendances' },
    definition: {
      fr: 'Visites aux forums tenus dans la période, personnes et comptages anonymes, par partenaire qui les a relevées.',
      en: 'Visits to the forums held in the period: recorded persons and anonymous counts. By the partner that recorded them.',
    },
    version: 1,
    unit: 'COUNT',
    kind: 'COUNT',
  },
  FORUM_FIRST_TIME: {
    label: { fr: 'Visiteurs inconnus jusque-là', en: 'First-time visitors' },
    definition: {
      fr: 'Visites aux forums de personnes qu’aucun partenaire ne connaissait auparavant ; le dénominateur compte toutes les visites.',
      en: 'Visits to the forums by people who were unknown to all partners before. The denominator counts all visits.',
    },
    version: 1,
    unit: 'COUNT',
    kind: 'COUNT',
    isPart: true,
  },
};
