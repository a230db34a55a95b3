import type { Role } from '../../../access/role.js';
import type { SharingScope } from '../../../access/scope.js';
import type { AccessGrant, AccessLook } from '../../../features/data-subject-rights/index.js';
import { type Text } from '../../../i18n.js';

const text = (fr: string, en: string): Text => ({ fr, en });

/** The labels of the access sheet. */
export const words = {
  title: text('Qui voit mon dossier', 'Who sees my file'),
  born: text('né(e) le', 'born on'),
  madeAt: text('Fait le', 'Made on'),
  rights: text(
    'Vous pouvez à tout moment retirer un accord, faire rectifier ou effacer votre dossier : adressez-vous au partenaire qui vous a remis cette feuille ou à son délégué à la protection des données.',
    'You may withdraw an agreement at any time, and have your file corrected or erased: ask the partner that gave you this sheet, or its data protection officer.',
  ),
  now: text('Qui le voit aujourd’hui', 'Who sees it now'),
  before: text('Qui l’a vu auparavant', 'Who saw it before'),
  looks: text('Qui l’a consulté', 'Who looked at it'),
  nobody: text('Personne.', 'Nobody.'),
  partner: text('Partenaire', 'Partner'),
  scope: text('Ce qu’il voit', 'What it sees'),
  basis: text('Pourquoi', 'Why'),
  since: text('Depuis', 'Since'),
  until: text('Jusqu’au (inclus)', 'Until (included)'),
  grantedBy: text('Accordé par', 'Granted by'),
  agreed: text('Accord donné le', 'Agreed on'),
  withdrawn: text('Mis fin le', 'Ended on'),
  by: text('par', 'by'),
  day: text('Jour', 'Day'),
  roles: text('En tant que', 'As'),
  vias: text('Comment', 'How'),
  times: text('Fois', 'Times'),
} satisfies Record<string, Text>;

export const scopeWords: Readonly<Record<SharingScope, Text>> = {
  IDENTITY: text('L’identité et les coordonnées', 'Identity and contacts'),
  PATHWAY: text(
    'L’identité, les coordonnées, les critères, les parcours, leurs étapes partagées et leurs sorties, les contrats d’insertion',
    'Identity, contacts, criteria, pathways, their shared steps and outcomes, insertion contracts',
  ),
  FOLLOW_UP: text(
    'L’identité, les coordonnées, les critères, les parcours, leurs étapes partagées et leurs sorties, les contrats d’insertion, les freins, les objectifs, les notes partagées et les rendez-vous',
    'Identity, contacts, criteria, pathways, their shared steps and outcomes, insertion contracts, barriers, objectives, shared notes and appointments',
  ),
};

export const basisWords: Readonly<Record<AccessGrant['basis'], Text>> = {
  REFERENT: text(
    'Il a ouvert votre dossier et en est responsable',
    'It opened your file and is responsible for it',
  ),
  REFERRAL: text('Vous lui avez été adressé(e), avec votre accord', 'You were referred to it, and agreed'),
  AGREEMENT: text('Vous avez donné votre accord', 'You agreed'),
};

export const methodWords: Readonly<Record<NonNullable<AccessGrant['method']>, Text>> = {
  WRITTEN: text('par écrit', 'in writing'),
  ORAL: text('de vive voix', 'by word of mouth'),
};

/** Why a sharing ended, for the reason codes that the hub sets itself. */
export const endWords: Readonly<Record<string, Text>> = {
  derived: {
    fr: 'le partenaire qui l’avait accordé n’y a plus accès lui-même',
    en: 'the partner that granted it no longer has this access itself',
  },
  extended: text('prolongé', 'extended'),
  accepted: text('orientation acceptée', 'referral accepted'),
  declined: text('orientation refusée', 'referral declined'),
  cancelled: text('orientation annulée', 'referral cancelled'),
  expired: text('orientation restée sans réponse', 'referral not answered in time'),
  entered_in_error: text('orientation faite par erreur', 'referral made in error'),
};

export const roleWords: Readonly<Record<Role, Text>> = {
  CASEWORKER: text('accompagnement', 'caseworker'),
  PARTNER_ADMINISTRATOR: text('administration du partenaire', 'partner’s administrator'),
  COORDINATOR: text('coordination', 'coordinator'),
  CLAUSE_FACILITATOR: text('clause d’insertion', 'clause facilitator'),
  COMMITTEE_MEMBER: text('comité de pilotage', 'committee member'),
  DATA_PROTECTION_OFFICER: text('protection des données', 'data protection officer'),
};

export const viaWords: Readonly<Record<AccessLook['vias'][number], Text>> = {
  QUERY: text('consultation', 'by viewing'),
  MUTATION: text('saisie', 'by data entry'),
  SUBSCRIPTION: text('avis en direct', 'by live updates'),
  SHEET: text('feuille d’accès', 'by an access sheet'),
  SEARCH: text('recherche', 'by a search'),
  EXPORT: text('export du dossier', 'by an export'),
};
