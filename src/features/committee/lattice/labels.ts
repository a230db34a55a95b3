import { type Text } from '../../../i18n.js';
import { declineReasonLabels } from '../../referrals/index.js';
import type { AnalysisDimension, AnalysisMeasure, AnalysisSubject } from './lists.js';

const text = (fr: string, en: string): Text => ({ fr, en });

export const dimensionLabels: Readonly<Record<AnalysisDimension, Text>> = {
  YEAR: text('Année', 'Year'),
  HALF_YEAR: text('Semestre', 'Half-year'),
  QUARTER: text('Trimestre', 'Quarter'),
  MONTH: text('Mois', 'Month'),
  PARTNER: text('Partenaire', 'Partner'),
  PARTNER_KIND: text('Type de partenaire', 'Kind of partner'),
  FROM_PARTNER: text('Partenaire qui oriente', 'Sending partner'),
  TO_PARTNER: text('Partenaire destinataire', 'Receiving partner'),
  DISTRICT: text('Secteur', 'District'),
  AGE_BAND: text('Âge', 'Age'),
  UNDER_26: text('Moins de 26 ans', 'Under 26'),
  STATUS: text('État', 'Status'),
  ANSWER: text('Réponse', 'Answer'),
  ANSWER_TIME: text('Délai de réponse', 'Time to answer'),
  OUTCOME_CLASS: text('Classe de sortie', 'Exit class'),
  DECLINE_REASON: text('Motif de refus', 'Decline reason'),
  COMPANY: text('Entreprise', 'Company'),
  VISIT: text('Visite', 'Visit'),
};

export const measureLabels: Readonly<Record<AnalysisMeasure, Text>> = {
  DISTINCT_PEOPLE: text('Personnes', 'People'),
  COUNT: text('Nombre', 'Count'),
  HOURS: text('Heures', 'Hours'),
  MEDIAN_DAYS_TO_ANSWER: text('Délai médian de réponse (jours ouvrés)', 'Median working days to answer'),
  ACCEPTANCE_RATE: text('Taux d’acceptation', 'Acceptance rate'),
};

/** The values of each closed list with their labels, in the order in which they are shown. */
export const valueLabels = {
  DISTRICT: {
    NORTH: text('Nord', 'North'),
    SOUTH: text('Sud', 'South'),
    OUTSIDE: text('Hors de la ville', 'Outside the town'),
    UNKNOWN: text('Inconnu', 'Unknown'),
  },
  AGE_BAND: {
    UNDER_18: text('Moins de 18 ans', 'Under 18'),
    FROM_18_TO_25: text('18 à 25 ans', '18 to 25'),
    FROM_26_TO_44: text('26 à 44 ans', '26 to 44'),
    FROM_45_TO_54: text('45 à 54 ans', '45 to 54'),
    FROM_55: text('55 ans et plus', '55 and over'),
    UNKNOWN: text('Inconnu', 'Unknown'),
  },
  UNDER_26: {
    YES: text('Moins de 26 ans', 'Under 26'),
    NO: text('26 ans et plus', '26 and over'),
    UNKNOWN: text('Inconnu', 'Unknown'),
  },
  PARTNER_KIND: {
    ASSOCIATION: text('Associations', 'Associations'),
    INSTITUTION: text('Institutions', 'Institutions'),
    TOWN: text('Ville', 'Town'),
  },
  ANSWER: {
    ACCEPTED: text('Acceptée', 'Accepted'),
    DECLINED: text('Refusée', 'Declined'),
    EXPIRED: text('Expirée sans réponse', 'Expired without an answer'),
    CANCELLED: text('Annulée avant la réponse', 'Cancelled before an answer'),
    WAITING: text('En attente', 'Waiting'),
  },
  ANSWER_TIME: {
    WITHIN_1: text('1 jour ouvré au plus', 'At most 1 working day'),
    WITHIN_3: text('2 à 3 jours ouvrés', '2 to 3 working days'),
    WITHIN_5: text('4 à 5 jours ouvrés', '4 to 5 working days'),
    WITHIN_10: text('6 à 10 jours ouvrés', '6 to 10 working days'),
    WITHIN_20: text('11 à 20 jours ouvrés', '11 to 20 working days'),
    OVER_20: text('Plus de 20 jours ouvrés', 'More than 20 working days'),
    NOT_ANSWERED: text('Sans réponse', 'Not answered'),
  },
  VISIT: {
    FIRST: text('Inconnus jusque-là', 'First visits'),
    OTHER: text('Déjà connus', 'Known before'),
  },
  OUTCOME_CLASS: {
    DURABLE: text('Durable', 'Durable'),
    TRANSITION: text('De transition', 'Transition'),
    POSITIVE: text('Autre sortie positive', 'Other positive exit'),
    NONE: text('Sans classe', 'No class'),
  },
  DECLINE_REASON: declineReasonLabels,
} as const;

/** The statuses that each subject has, with their labels. */
export const statusLabels: Readonly<Record<AnalysisSubject, Readonly<Record<string, Text>>>> = {
  PATHWAYS: {
    OPEN: text('En cours', 'Open'),
    SUSPENDED: text('Suspendu', 'Suspended'),
    CLOSED: text('Clos', 'Closed'),
  },
  REFERRALS: {
    REQUESTED: text('Envoyée', 'Requested'),
    IN_REVIEW: text('À l’étude', 'In review'),
    INFO_REQUESTED: text('Précisions demandées', 'Details requested'),
    WAITLISTED: text('Sur liste d’attente', 'Waiting list'),
    ACCEPTED: text('Acceptée', 'Accepted'),
    IN_PROGRESS: text('En cours', 'In progress'),
    ON_HOLD: text('En pause', 'On hold'),
    COMPLETED: text('Terminée', 'Completed'),
    NOT_COMPLETED: text('Non aboutie', 'Not completed'),
    DECLINED: text('Refusée', 'Declined'),
    CANCELLED: text('Annulée', 'Cancelled'),
    EXPIRED: text('Expirée', 'Expired'),
  },
  CLAUSE_HOURS: {
    DECLARED: text('Déclarées', 'Declared'),
    VALIDATED: text('Validées', 'Validated'),
    REJECTED: text('Rejetées', 'Rejected'),
  },
  OUTCOMES: {
    CLAUSE_EXIT: text('Sortie de la clause', 'Exit from the clause'),
    OTHER_EXIT: text('Autre sortie', 'Other exit'),
  },
  FORUM_ATTENDANCES: {},
};

export const subjectLabels: Readonly<Record<AnalysisSubject, Text>> = {
  PATHWAYS: text('Parcours', 'Pathways'),
  REFERRALS: text('Orientations', 'Referrals'),
  CLAUSE_HOURS: text('Heures d’insertion', 'Hours under the clause'),
  OUTCOMES: text('Sorties', 'Outcomes'),
  FORUM_ATTENDANCES: text('Forums', 'Forums'),
};

/** The definition of each subject. */
export const subjectDefinitions: Readonly<Record<AnalysisSubject, Text>> = {
  PATHWAYS: text(
    'Parcours ouverts au moins un jour de la période ; l’âge est celui du premier jour d’accompagnement dans la période.',
    'Pathways open on at least one day of the period. Age is the age on the first day of support in the period.',
  ),
  REFERRALS: text(
    'Orientations envoyées dans la période, sans les saisies par erreur ; une orientation sans réponse compte dans les délais aussi longtemps qu’elle attend (méthode de Kaplan–Meier).',
    'Referrals sent in the period, without those entered in error. A referral without an answer counts in the delays for as long as it waits (Kaplan–Meier method).',
  ),
  CLAUSE_HOURS: text(
    'Heures de travail au titre de la clause, au mois travaillé ; validées seulement, sauf découpage par état.',
    'Hours of work under the clause, by the month worked. Only validated hours are counted, unless the question is split by status.',
  ),
  OUTCOMES: text(
    'Sorties de la période, tous partenaires ; classes selon la grille en vigueur le jour de la sortie.',
    'Outcomes of the period, of all partners. Classes follow the classification in force on the day of the outcome.',
  ),
  FORUM_ATTENDANCES: text(
    'Visites aux forums tenus dans la période ; chaque visiteur anonyme compte pour une personne.',
    'Visits to the forums held in the period. Each anonymous visitor counts as one person.',
  ),
};

/** The label of a value of a dimension with a closed list. */
export function valueLabel(subject: AnalysisSubject, dimension: string, key: string): Text | undefined {
  if (dimension === 'STATUS') return statusLabels[subject][key];
  const labels = valueLabels as Readonly<Record<string, Readonly<Record<string, Text>> | undefined>>;
  return labels[dimension]?.[key];
}
