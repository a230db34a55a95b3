import { closedSet } from '../../graphql/enum.js';

export const ServiceTheme = closedSet(
  'ServiceTheme',
  'The theme of a service: the thematic vocabulary of data·inclusion, version 1.',
  {
    CHOISIR_UN_METIER: 'Choosing an occupation.',
    CREER_UNE_ENTREPRISE: 'Setting up a business.',
    DIFFICULTES_ADMINISTRATIVES_OU_JURIDIQUES: 'Administrative procedures and legal rights.',
    DIFFICULTES_FINANCIERES: 'Financial difficulties.',
    EQUIPEMENT_ET_ALIMENTATION: 'Household equipment and food.',
    FAMILLE: 'Family: childcare, and care for parents.',
    LECTURE_ECRITURE_CALCUL: 'Reading, writing, arithmetic, French.',
    LOGEMENT_HEBERGEMENT: 'Housing and accommodation.',
    MOBILITE: 'Mobility and transport.',
    NUMERIQUE: 'Digital skills: computers and the Internet.',
    PREPARER_SA_CANDIDATURE: 'Preparing a job application.',
    REMOBILISATION: 'Regaining confidence, social contact and a daily routine.',
    SANTE: 'Access to health care.',
    SE_FORMER: 'Training.',
    SOUVRIR_A_LINTERNATIONAL: 'Working abroad, or returning from abroad.',
    TROUVER_UN_EMPLOI: 'Finding a job.',
  },
);
export type ServiceTheme = keyof typeof ServiceTheme;

export const ServicePublic = closedSet(
  'ServicePublic',
  'The target group of a service: the “publics” of data·inclusion, version 1.',
  {
    TOUS_PUBLICS: 'Everybody.',
    ACTIFS: 'People in work.',
    BENEFICIAIRES_DES_MINIMAS_SOCIAUX: 'People who receive a minimum income.',
    DEMANDEURS_EMPLOI: 'People registered as looking for work.',
    ETUDIANTS: 'Students.',
    FAMILLES: 'Families.',
    FEMMES: 'Women.',
    JEUNES: 'People under 26.',
    PERSONNES_EN_SITUATION_DE_HANDICAP: 'People with a disability.',
    PERSONNES_EN_SITUATION_DURGENCE: 'People in an emergency, without a safe place to live.',
    PERSONNES_EN_SITUATION_JURIDIQUE_SPECIFIQUE: 'People under a court measure.',
    PERSONNES_EXILEES: 'Refugees and other exiled people.',
    RESIDENTS_QPV_FRR: 'Residents of a priority neighbourhood (QPV) or of a rural revitalisation area (FRR).',
    SENIORS: 'People aged 50 or older.',
  },
);
export type ServicePublic = keyof typeof ServicePublic;
