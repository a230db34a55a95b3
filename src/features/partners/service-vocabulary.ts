import { closedSet } from '../../graphql/enum.js';

export const ServiceTheme = closedSet(
  'ServiceTheme',
  'What a service helps with: the themes of data·inclusion, version 1.',
  {
    CHOISIR_UN_METIER: 'Choosing a trade.',
    CREER_UNE_ENTREPRISE: 'Setting up a business.',
    DIFFICULTES_ADMINISTRATIVES_OU_JURIDIQUES: 'Paperwork, rights.',
    DIFFICULTES_FINANCIERES: 'Money.',
    EQUIPEMENT_ET_ALIMENTATION: 'Things and food.',
    FAMILLE: 'The family: children to look after, parents to care for.',
    LECTURE_ECRITURE_CALCUL: 'Reading, writing, reckoning, French.',
    LOGEMENT_HEBERGEMENT: 'A place to live.',
    MOBILITE: 'Getting from one place to another.',
    NUMERIQUE: 'Computers and the Internet.',
    PREPARER_SA_CANDIDATURE: 'Applying for work.',
    REMOBILISATION: 'Confidence, company, rhythm.',
    SANTE: 'Access to care.',
    SE_FORMER: 'Training.',
    SOUVRIR_A_LINTERNATIONAL: 'Working abroad, or coming back from there.',
    TROUVER_UN_EMPLOI: 'Finding work.',
  },
);
export type ServiceTheme = keyof typeof ServiceTheme;

export const ServicePublic = closedSet(
  'ServicePublic',
  'Whom a service is for: the publics of data·inclusion, version 1.',
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
    PERSONNES_EN_SITUATION_DURGENCE: 'People without a safe place to live.',
    PERSONNES_EN_SITUATION_JURIDIQUE_SPECIFIQUE: 'People under a measure of justice.',
    PERSONNES_EXILEES: 'People in exile.',
    RESIDENTS_QPV_FRR: 'People of a priority neighbourhood, or of a rural area to be revived.',
    SENIORS: 'People of 50 or older.',
  },
);
export type ServicePublic = keyof typeof ServicePublic;
