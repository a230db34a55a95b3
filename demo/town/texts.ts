import type { StepKind } from '../../src/features/pathways/index.js';

/*
 * Texts of caseworkers. No text names a person or contains data about health, origin, religion or justice.
 */

const lines = (text: string): readonly string[] => text.trim().split('\n');

export const objectives = lines(`
Trouver un emploi durable dans le bâtiment
Trouver un emploi dans la logistique
Trouver un premier emploi dans la vente
Trouver un emploi dans la restauration collective
Trouver un emploi à temps plein près de chez soi
Reprendre une activité à temps partiel
Devenir agent d’entretien des espaces verts
Devenir agent de propreté qualifié
Devenir conducteur ou conductrice de bus
Devenir assistant ou assistante de vie aux familles
Entrer en formation d’électricien ou d’électricienne
Entrer en formation aux métiers de la petite enfance
Entrer en formation aux métiers du numérique
Entrer en formation de cuisine
Préparer le CAP par l’apprentissage
Trouver un employeur pour un contrat d’apprentissage
Construire un projet professionnel
Confirmer un projet professionnel par une immersion
Changer de métier
Faire reconnaître son expérience (VAE)
Obtenir le permis B pour accéder à l’emploi
Obtenir le certificat de cariste (CACES)
Se remettre à niveau en français et en calcul
Prendre de l’aisance avec les outils numériques
Retrouver le rythme du travail par un chantier d’insertion
Accéder à un contrat de la clause d’insertion
Créer une activité à son compte
Consolider un emploi récent`);

export const purposes = lines(`
Atelier CV et lettre de motivation
Préparation à un entretien d’embauche
Accompagnement vers l’emploi dans le bâtiment
Accompagnement vers les métiers de la propreté
Accompagnement vers les métiers de la logistique
Accompagnement vers les métiers de l’aide à domicile
Découverte des métiers de la restauration
Découverte des métiers des espaces verts
Information sur les métiers de la petite enfance
Recherche d’un employeur pour un contrat d’apprentissage
Recherche d’une immersion de deux semaines
Entrée sur un chantier d’insertion
Candidature à un poste de la clause d’insertion
Positionnement sur une formation qualifiante
Financement d’une formation qualifiante
Aide au financement du permis B
Aide à la mobilité : trajets jusqu’au lieu de formation
Solution de garde d’enfant pour reprendre un emploi
Accès à un ordinateur et initiation au numérique
Cours de français à visée professionnelle
Bilan des compétences et orientation
Parrainage par un professionnel
Ouverture et mise à jour des droits
Préparation d’un projet de création d’activité
Appui à la reprise d’études
Participation au prochain forum pour l’emploi
Suivi renforcé pour une sortie durable`);

/** Titles of steps by kind. */
export const titles: Readonly<Record<StepKind, readonly string[]>> = {
  INTERVIEW: lines(`
Entretien de suivi
Entretien d’étape : bilan des démarches
Point téléphonique
Entretien de projet professionnel
Entretien en présence du partenaire
Bilan à mi-parcours`),
  WORKSHOP: lines(`
Atelier CV
Atelier lettre de motivation
Atelier simulation d’entretien
Atelier recherche d’emploi en ligne
Atelier découverte des métiers
Atelier gestion du budget`),
  TRAINING: lines(`
Entrée en formation de remise à niveau
Formation aux gestes de premiers secours
Formation bureautique, premier module
Préparation au CACES
Formation courte aux métiers de la propreté
Réunion d’information sur une formation qualifiante`),
  IMMERSION: lines(`
Immersion d’une semaine en cuisine collective
Immersion de deux semaines dans un entrepôt
Immersion dans une crèche
Immersion sur un chantier de rénovation
Bilan d’immersion avec l’entreprise`),
  FORUM: lines(`
Visite d’un forum pour l’emploi
Rencontre d’employeurs sur un forum
Préparation de la visite du forum`),
  CLAUSE_CONTRACT: lines(`
Contrat de 150 heures dans le cadre de la clause
Contrat sur un chantier de la clause d’insertion
Prolongation du contrat de la clause
Bilan du contrat de la clause`),
  JOB_APPLICATION: lines(`
Candidature envoyée : agent de propreté
Candidature envoyée : préparateur de commandes
Candidature envoyée : employé polyvalent
Candidature spontanée dans le commerce
Entretien d’embauche passé
Relance de trois candidatures`),
  JOB: lines(`
Mission d’intérim de trois semaines
Signature d’un CDD de six mois
Signature d’un CDI à temps partiel
Signature d’un CDI
Début d’un contrat d’apprentissage`),
  ADMINISTRATIVE: lines(`
Inscription comme demandeur d’emploi
Actualisation faite ensemble
Dossier d’aide à la mobilité déposé
Ouverture d’un compte en ligne
Inscription à l’examen du code de la route`),
  OTHER: lines(`
Mise en relation avec un parrain bénévole
Prêt d’un ordinateur portable
Absence au rendez-vous, nouveau rendez-vous fixé
Remise du livret d’accueil`),
};

/** Titles of a first interview. */
export const welcomes = lines(`
Premier entretien
Accueil et diagnostic
Entretien d’accueil`);
