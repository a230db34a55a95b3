import type { AnalysisMeasure, AnalysisSubject } from '../../../src/features/committee/lattice/lists.js';
import type { CellDimension, Span } from '../../../src/features/committee/lattice/subjects.js';
import type { Place } from '../../../src/features/committee/measures/measures.js';

/** A question as a committee asks it. */
export interface Question {
  readonly title: string;
  readonly subject: AnalysisSubject;
  readonly measure: AnalysisMeasure;
  readonly span: Span;
  readonly split: readonly CellDimension[];
  /** The value that a dimension of the split is filtered by. */
  readonly filter?: Place;
}

function of(subject: AnalysisSubject) {
  return (
    title: string,
    measure: AnalysisMeasure,
    span: Span,
    split: readonly CellDimension[] = [],
    filter: Place = {},
  ): Question => ({ title, subject, measure, span, split, filter });
}

const pathways = of('PATHWAYS');
const referrals = of('REFERRALS');
const hours = of('CLAUSE_HOURS');
const outcomes = of('OUTCOMES');
const forums = of('FORUM_ATTENDANCES');

/** Thirty questions of a committee. The persons of those that the lattice does not answer count as not shown. */
export const questions: readonly Question[] = [
  pathways('Combien de personnes accompagnons-nous chaque mois ?', 'DISTINCT_PEOPLE', 'MONTH'),
  pathways('Et par trimestre ?', 'DISTINCT_PEOPLE', 'QUARTER'),
  pathways('Qui accompagne combien de personnes, par trimestre ?', 'DISTINCT_PEOPLE', 'QUARTER', ['PARTNER']),
  pathways(
    'Combien de jeunes par partenaire et semestre ?',
    'DISTINCT_PEOPLE',
    'HALF_YEAR',
    ['PARTNER', 'UNDER_26'],
    {
      UNDER_26: 'YES',
    },
  ),
  pathways('Quel âge ont les personnes accompagnées ?', 'DISTINCT_PEOPLE', 'YEAR', ['AGE_BAND']),
  pathways('Dans quel secteur habitent-elles ?', 'DISTINCT_PEOPLE', 'HALF_YEAR', ['DISTRICT']),
  pathways('Les secteurs de chaque partenaire', 'DISTINCT_PEOPLE', 'YEAR', ['DISTRICT', 'PARTNER']),
  pathways('Associations et institutions', 'DISTINCT_PEOPLE', 'YEAR', ['PARTNER_KIND']),
  pathways('Combien de parcours sont clos ou en cours ?', 'COUNT', 'YEAR', ['STATUS']),
  referrals('Combien d’orientations par trimestre ?', 'COUNT', 'QUARTER'),
  referrals('Qui oriente ?', 'COUNT', 'YEAR', ['FROM_PARTNER']),
  referrals('Vers qui oriente-t-on ?', 'COUNT', 'YEAR', ['TO_PARTNER']),
  referrals('Que deviennent les orientations ?', 'COUNT', 'HALF_YEAR', ['ANSWER']),
  referrals('Pourquoi les orientations sont-elles refusées ?', 'COUNT', 'YEAR', ['DECLINE_REASON']),
  referrals('Quel est le taux d’acceptation, par semestre ?', 'ACCEPTANCE_RATE', 'HALF_YEAR'),
  referrals('Qui accepte les orientations ?', 'ACCEPTANCE_RATE', 'YEAR', ['TO_PARTNER']),
  referrals('En combien de jours répond-on ?', 'MEDIAN_DAYS_TO_ANSWER', 'YEAR'),
  referrals('En combien de jours chacun répond-il ?', 'MEDIAN_DAYS_TO_ANSWER', 'YEAR', ['TO_PARTNER']),
  referrals('Combien de jeunes sont orientés ?', 'DISTINCT_PEOPLE', 'HALF_YEAR', ['UNDER_26']),
  hours('Combien d’heures par trimestre ?', 'HOURS', 'QUARTER'),
  hours('Combien d’heures par partenaire ?', 'HOURS', 'YEAR', ['PARTNER']),
  hours('Combien d’heures par entreprise ?', 'HOURS', 'YEAR', ['COMPANY']),
  hours('Combien de salariés en insertion par semestre ?', 'DISTINCT_PEOPLE', 'HALF_YEAR'),
  hours('Quel âge ont-ils ?', 'DISTINCT_PEOPLE', 'YEAR', ['UNDER_26']),
  outcomes('Combien de sorties par semestre ?', 'COUNT', 'HALF_YEAR'),
  outcomes('Quelles sorties, par semestre ?', 'COUNT', 'HALF_YEAR', ['OUTCOME_CLASS']),
  outcomes('Quelles sorties, par partenaire ?', 'COUNT', 'YEAR', ['OUTCOME_CLASS', 'PARTNER']),
  outcomes('Combien de sorties par partenaire ?', 'COUNT', 'YEAR', ['PARTNER']),
  forums('Quel âge ont les visiteurs des forums ?', 'DISTINCT_PEOPLE', 'YEAR', ['AGE_BAND']),
  forums('Combien viennent pour la première fois ?', 'COUNT', 'YEAR', ['VISIT']),
];
