import type { BarrierTheme } from '../../src/features/case-files/index.js';

/*
 * Texts of case files. As in the other texts, no person is named, and there are no data about health, origin, religion
 * or justice.
 */

const lines = (text: string): readonly string[] => text.trim().split('\n');

/** Barriers with their frequency and texts; for health, only that help is needed. */
export const barriers: readonly (readonly [BarrierTheme, weight: number, notes: readonly string[]])[] = [
  ['MOBILITE', 22, lines('Pas de permis B.\nTrajets longs avant six heures du matin.\nVoiture en panne.')],
  ['LOGEMENT_HEBERGEMENT', 15, lines('Hébergement provisoire chez un proche.\nLogement trop petit.')],
  ['FAMILLE', 14, lines('Recherche une place en crèche.\nDisponible pendant les heures d’école.')],
  ['NUMERIQUE', 12, lines('Pas d’ordinateur à la maison.\nMessagerie à prendre en main.')],
  ['LECTURE_ECRITURE_CALCUL', 11, lines('Cours de français deux fois par semaine.\nÀ l’oral tout va bien.')],
  ['DIFFICULTES_FINANCIERES', 9, lines('Budget à revoir avec le point conseil.\nRetard de loyer.')],
  ['DIFFICULTES_ADMINISTRATIVES_OU_JURIDIQUES', 6, lines('Dossier à compléter en ligne.')],
  ['SANTE', 5, []],
  ['REMOBILISATION', 4, lines('Reprend confiance en groupe.')],
  ['SE_FORMER', 2, lines('Diplôme à faire reconnaître.')],
];

export const aims = lines(`
Passer le code de la route
Refaire le CV et la lettre de motivation
Envoyer cinq candidatures par semaine
Trouver une immersion dans l’entrepôt voisin
S’inscrire à la prochaine session de remise à niveau
Déposer la demande de place en crèche
Préparer l’entretien d’embauche
Ouvrir une messagerie et apprendre à s’en servir
Visiter le prochain forum pour l’emploi
Faire le point sur le budget du mois`);

export const subjects = lines(`
Entretien de suivi
Bilan à mi-parcours
Atelier CV en individuel
Signature du contrat d’engagement
Préparation de l’entretien d’embauche
Point sur les candidatures
Dossier de formation à compléter`);

export const places = lines(`
Espace Léo Ferré
Accueil du quartier nord
Accueil du quartier sud
Par téléphone`);

export const notes = lines(`
Venue à l’heure, dossier complet.
Préfère être appelée en fin de journée.
Motivation forte pour la logistique ; rappeler l’entreprise lundi.
A confirmé sa disponibilité pour l’immersion.
Le CV est à jour, une relance est prévue la semaine prochaine.
Souhaite un temps partiel jusqu’à la rentrée.
A rencontré deux employeurs au forum.
Attend la réponse de l’organisme de formation.`);
