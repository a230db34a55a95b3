import type { DeclineReason, DeclineSide } from '../../src/features/referrals/referral.js';

/*
 * Texts that partners write to each other about a referral. As in the other texts, no person is named.
 */

const lines = (text: string): readonly string[] => text.trim().split('\n');

/** Declines of referrals: side, reason, frequency and comments. */
export const declines: readonly (readonly [
  DeclineSide,
  DeclineReason,
  weight: number,
  comments: readonly string[],
])[] = [
  [
    'PROVIDER',
    'NO_CAPACITY',
    26,
    lines('Groupe complet jusqu’au mois prochain.\nAucune place avant la rentrée.'),
  ],
  ['PROVIDER', 'NOT_ELIGIBLE', 15, lines('Les conditions d’entrée ne sont pas remplies.')],
  ['PROVIDER', 'WRONG_SERVICE', 11, lines('Un autre partenaire propose cette action.')],
  ['PROVIDER', 'ALREADY_FOLLOWED', 8, lines('Déjà suivi par nos services pour la même demande.')],
  ['PROVIDER', 'INSUFFICIENT_INFO', 6, lines('Merci de préciser le projet et de renvoyer la demande.')],
  ['PROVIDER', 'OUT_OF_AREA', 4, lines('Réservé aux habitants du quartier.')],
  ['PROVIDER', 'DUPLICATE', 2, lines('Une demande identique est déjà en cours.')],
  ['PROVIDER', 'OTHER', 2, lines('L’action est reportée à une date inconnue.')],
  ['PERSON', 'NOT_INTERESTED', 10, lines('Ne souhaite pas donner suite.')],
  ['PERSON', 'UNREACHABLE', 8, lines('Trois appels et un courrier sans réponse.')],
  [
    'PERSON',
    'HIRED_OR_IN_TRAINING',
    7,
    lines('A trouvé un emploi entre-temps.\nEst entré en formation entre-temps.'),
  ],
  ['PERSON', 'OTHER', 1, lines('Préfère attendre la fin de l’année.')],
];

export const cancellations = lines(`
Le projet a changé, une autre orientation suivra.
Un emploi a été trouvé avant le rendez-vous.
Demande envoyée trop tôt, à reprendre plus tard.
Déménagement hors de la commune.`);

export const mistakes = lines(`
Envoyée au mauvais partenaire.
Saisie deux fois.`);

export const questions = lines(`
Merci de préciser les disponibilités.
Quel est le niveau de diplôme ?
Le permis B est-il acquis ?
Une expérience dans ce métier existe-t-elle déjà ?`);

export const replies = lines(`
Disponible tous les matins.
Niveau CAP, une première expérience de six mois.
Précisions données par téléphone.`);

export const pauses = lines(`
Mission d’intérim de quelques semaines.
Indisponible pendant les vacances scolaires.
En attente du début de la session.`);

export const withdrawals = lines(`
La personne a retiré son accord.
La personne ne souhaite plus ce partage.`);

export const rejections = lines(`
Le relevé signé de l’entreprise manque.
Le nombre d’heures diffère de celui de la fiche de paie.
Mois erroné, à déclarer de nouveau.`);
