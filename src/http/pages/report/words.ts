import type { RoadmapState } from '../../../features/roadmap/index.js';
import { type Text } from '../../../i18n.js';

const text = (fr: string, en: string): Text => ({ fr, en });

/** The labels of the report. */
export const words = {
  title: text('Rapport annuel du comité de pilotage', 'Yearly report of the steering committee'),
  dataAsOf: text('Données au', 'Data as of'),
  protection: text(
    'Aucun chiffre ne désigne une personne : les plus petits sont masqués, avec ceux qui permettraient de les retrouver.',
    'No figure identifies a person: small figures are withheld, and so are figures from which they could be calculated.',
  ),
  indicators: text('Indicateurs', 'Indicators'),
  indicator: text('Indicateur', 'Indicator'),
  value: text('Valeur', 'Value'),
  denominator: text('Sur', 'Of'),
  published: text('Publié', 'Published'),
  details: text('Définitions et détail par partenaire', 'Definitions and details by partner'),
  version: text('définition, version', 'definition, version'),
  partner: text('Partenaire', 'Partner'),
  roadmap: text('Feuille de route', 'Roadmap'),
  noRoadmap: text('La feuille de route est vide.', 'The roadmap is empty.'),
  action: text('Action', 'Action'),
  owner: text('Porteur', 'Owner'),
  due: text('Échéance', 'Due'),
  state: text('État', 'State'),
  target: text('Cible', 'Target'),
} satisfies Record<string, Text>;

export const stateWords: Readonly<Record<RoadmapState, Text>> = {
  PLANNED: text('Prévue', 'Planned'),
  UNDER_WAY: text('En cours', 'Under way'),
  DONE: text('Faite', 'Done'),
  DROPPED: text('Abandonnée', 'Dropped'),
};
