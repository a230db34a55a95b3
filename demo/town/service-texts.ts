import type { Slug } from './partners.js';
import type { ServiceText } from './service-rows.js';

/** Invented services of the demonstration partners, by partner. A partner without an entry offers none. */
export const services: Readonly<Partial<Record<Slug, readonly ServiceText[]>>> = {
  csc: [
    {
      name: 'Accompagnement renforcé vers l’emploi',
      themes: ['TROUVER_UN_EMPLOI', 'PREPARER_SA_CANDIDATURE'],
      publics: ['DEMANDEURS_EMPLOI', 'RESIDENTS_QPV_FRR'],
      places: 25,
    },
    {
      name: 'Atelier CV et lettre',
      themes: ['PREPARER_SA_CANDIDATURE', 'NUMERIQUE'],
      publics: ['TOUS_PUBLICS'],
      places: 12,
    },
    {
      name: 'Permanence d’écrivain public',
      themes: ['DIFFICULTES_ADMINISTRATIVES_OU_JURIDIQUES', 'LECTURE_ECRITURE_CALCUL'],
      publics: ['TOUS_PUBLICS'],
    },
  ],
  'club-relais': [
    {
      name: 'Parrainage par des professionnels',
      themes: ['TROUVER_UN_EMPLOI', 'CHOISIR_UN_METIER'],
      publics: ['JEUNES', 'DEMANDEURS_EMPLOI'],
      places: 15,
    },
    {
      name: 'Préparation aux entretiens',
      themes: ['PREPARER_SA_CANDIDATURE'],
      publics: ['DEMANDEURS_EMPLOI'],
      places: 10,
    },
    {
      name: 'Prêt de vélos pour aller travailler',
      themes: ['MOBILITE'],
      publics: ['ACTIFS', 'DEMANDEURS_EMPLOI'],
      places: 6,
    },
  ],
  aspe: [
    {
      name: 'Découverte des métiers',
      themes: ['CHOISIR_UN_METIER', 'SE_FORMER'],
      publics: ['JEUNES', 'FEMMES'],
      places: 20,
    },
    {
      name: 'Parcours de remobilisation',
      themes: ['REMOBILISATION'],
      publics: ['BENEFICIAIRES_DES_MINIMAS_SOCIAUX', 'DEMANDEURS_EMPLOI'],
      places: 14,
    },
  ],
  'regie-de-quartier': [
    {
      name: 'Chantier d’entretien des espaces verts',
      themes: ['TROUVER_UN_EMPLOI', 'REMOBILISATION'],
      publics: ['RESIDENTS_QPV_FRR', 'BENEFICIAIRES_DES_MINIMAS_SOCIAUX'],
      places: 8,
    },
    {
      name: 'Atelier de français',
      themes: ['LECTURE_ECRITURE_CALCUL'],
      publics: ['PERSONNES_EXILEES', 'RESIDENTS_QPV_FRR'],
      places: 16,
    },
    {
      name: 'Laverie solidaire',
      themes: ['EQUIPEMENT_ET_ALIMENTATION'],
      publics: ['FAMILLES'],
      status: 'CLOSED',
    },
  ],
  vs2e: [
    {
      name: 'Recrutements de la construction',
      themes: ['TROUVER_UN_EMPLOI'],
      publics: ['DEMANDEURS_EMPLOI', 'JEUNES'],
      places: 30,
    },
    {
      name: 'Aide à la création d’entreprise',
      themes: ['CREER_UNE_ENTREPRISE'],
      publics: ['TOUS_PUBLICS'],
      places: 8,
    },
  ],
  'france-travail': [
    {
      name: 'Formations préalables au recrutement',
      themes: ['SE_FORMER', 'TROUVER_UN_EMPLOI'],
      publics: ['DEMANDEURS_EMPLOI'],
      places: 40,
    },
    {
      name: 'Conseil pour l’emploi des personnes en situation de handicap',
      themes: ['TROUVER_UN_EMPLOI', 'CHOISIR_UN_METIER'],
      publics: ['PERSONNES_EN_SITUATION_DE_HANDICAP'],
      places: 10,
    },
  ],
  departement: [
    {
      name: 'Accompagnement social et budgétaire',
      themes: ['DIFFICULTES_FINANCIERES', 'LOGEMENT_HEBERGEMENT'],
      publics: ['BENEFICIAIRES_DES_MINIMAS_SOCIAUX', 'FAMILLES'],
      places: 18,
    },
    {
      name: 'Garde d’enfants pendant un entretien',
      themes: ['FAMILLE'],
      publics: ['FAMILLES'],
      places: 5,
    },
  ],
  'ville-de-bagneux': [
    {
      name: 'Permanence numérique',
      themes: ['NUMERIQUE', 'DIFFICULTES_ADMINISTRATIVES_OU_JURIDIQUES'],
      publics: ['TOUS_PUBLICS', 'SENIORS'],
      places: 12,
    },
    {
      name: 'Heures d’insertion de la charte de la construction',
      themes: ['TROUVER_UN_EMPLOI'],
      publics: ['RESIDENTS_QPV_FRR', 'DEMANDEURS_EMPLOI'],
      places: 22,
    },
  ],
};
