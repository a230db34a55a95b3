import type { RoadmapState } from '../../../features/roadmap/index.js';
import { type Text } from '../../../i18n.js';

const text = (fr: string, en: string): Text => ({ fr, en });

/** The labels of the report. */
export const words = {
  title: text('Rapport annuel du comité de pilotage', 'Yearly report of the steering committee'),
  release: text('Arrêté des chiffres du', 'Release of figures of'),
  dataAsOf: text('données lues le', 'data read on'),
  closed: text('Indicateurs exacts, année close.', 'Exact indicators, closed year.'),
  provisional: text('Chiffres provisoires.', 'Provisional figures.'),
  margins: text(
    'Un chiffre suivi de « ± » est protégé : la valeur exacte s’en écarte au plus de cette marge, dans 95 cas sur 100.',
    'A figure with “±” is protected: the exact value is within this margin in 95 of 100 cases.',
  ),
  points: text('points', 'points'),
  notYet: text(
    'Les chiffres de cette année paraîtront à un prochain arrêté. Ceux de ses mois, trimestres et semestres se lisent déjà dans les questions du comité.',
    'The figures of this year appear in a later release. Those of its months, quarters and half-years can be read in the committee’s questions already.',
  ),
  inPreparation: text(
    'Les chiffres de cette année sont en préparation.',
    'The figures of this year are in preparation.',
  ),
  missing: text(
    'Partenaires manquants, leur système n’ayant pas répondu pour cet arrêté',
    'Missing partners, because their system did not answer for this release',
  ),
  hub: text('Hub', 'Hub'),
  together: text('Ensemble', 'Together'),
  partnersReport: text(
    'Certains partenaires suivent des personnes dans leur propre système. Leurs chiffres sont ceux qu’ils ont transmis ; un chiffre masqué par le partenaire ou non transmis n’est pas un zéro.',
    'Some partners accompany persons in a system of their own. Their figures are those that they reported; a figure that the partner withholds or did not report is not a zero.',
  ),
  revision: text('Révision', 'Revision'),
  of: text('du', 'of'),
  colon: text('\u00a0:', ':'),
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
