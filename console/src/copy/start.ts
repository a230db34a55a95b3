import type { Role } from '../hub/gql/enums.js';
import { words } from '../lib/words.js';

/** The roles that work without persons' files. */
type RoleWithoutFiles = Exclude<Role, 'CASEWORKER' | 'PARTNER_ADMINISTRATOR'>;

export const startWords = words(
  {
    title: 'Accueil',
    roles: {
      CLAUSE_FACILITATOR: 'Vous suivez les marchés, les entreprises et les heures d’insertion.',
      COMMITTEE_MEMBER: 'Vous suivez l’action du territoire en chiffres, sans données sur les personnes.',
      COORDINATOR: 'Vous coordonnez les structures de la ville.',
      DATA_PROTECTION_OFFICER: 'Vous veillez à la protection des données de votre structure.',
    } as Record<RoleWithoutFiles, string>,
    noFiles: 'Votre rôle n’ouvre ni les dossiers des personnes ni leurs orientations.',
    forYou: 'Ce qui est pour vous',
    notifications: 'Notifications',
    /** What notifies a role; a member of the committee is never notified. */
    notificationsOf: {
      CLAUSE_FACILITATOR: 'Les lots qui manquent d’heures d’insertion.',
      COORDINATOR:
        'Les orientations restées sans réponse, les arrêtés de chiffres en retard et les séries de questions qui se recoupent.',
      DATA_PROTECTION_OFFICER: 'Les dossiers dont la durée de conservation prend fin.',
    } as Partial<Record<RoleWithoutFiles, string>>,
    preferences: 'E-mails et préférences',
    preferencesWhat: 'Quand le hub vous écrit, la langue et l’affichage.',
    figures: 'Chiffres',
    figuresWhat: 'Les indicateurs de la ville et vos questions, arrêtés chaque mois, avec leur marge.',
    protection: 'Protection des chiffres du comité',
    protectionWhat: 'Le niveau qui protège les personnes derrière les chiffres, et le journal des questions.',
    report: 'Rapport annuel',
    reportWhat: 'Les indicateurs de l’année et la feuille de route, à lire ou à imprimer.',
    developers: 'Pour les développeurs',
    developersOf: {
      CLAUSE_FACILITATOR: 'Les marchés, les contrats et les heures, avec GraphiQL.',
      COMMITTEE_MEMBER: 'Les chiffres du comité par programme, avec GraphiQL.',
      COORDINATOR: 'Les structures, les forums et la feuille de route, avec GraphiQL.',
      DATA_PROTECTION_OFFICER: 'Le journal des accès et les durées de conservation, avec GraphiQL.',
    } as Record<RoleWithoutFiles, string>,
  },
  {
    title: 'Home',
    roles: {
      CLAUSE_FACILITATOR: 'You monitor procurements, companies and insertion hours.',
      COMMITTEE_MEMBER: 'You follow the work of the town in figures, without data about persons.',
      COORDINATOR: 'You coordinate the partners of the town.',
      DATA_PROTECTION_OFFICER: 'You watch over the protection of your partner’s data.',
    },
    noFiles: 'Your role opens neither the files of persons nor their referrals.',
    forYou: 'What is for you',
    notifications: 'Notifications',
    notificationsOf: {
      CLAUSE_FACILITATOR: 'Lots that are short of insertion hours.',
      COORDINATOR:
        'Referrals that are left without an answer, late releases of figures, and series of overlapping questions.',
      DATA_PROTECTION_OFFICER: 'Files whose retention period ends.',
    },
    preferences: 'E-mails and preferences',
    preferencesWhat: 'When the hub writes to you, the language and the display.',
    figures: 'Figures',
    figuresWhat: 'The indicators of the town and your questions, released each month, with their margin.',
    protection: 'Protection of the committee’s figures',
    protectionWhat: 'The level that protects the persons behind the figures, and the log of questions.',
    report: 'Yearly report',
    reportWhat: 'The indicators of the year and the roadmap, to read or to print.',
    developers: 'For developers',
    developersOf: {
      CLAUSE_FACILITATOR: 'Procurements, contracts and hours, with GraphiQL.',
      COMMITTEE_MEMBER: 'The committee’s figures for programs, with GraphiQL.',
      COORDINATOR: 'Partners, forums and the roadmap, with GraphiQL.',
      DATA_PROTECTION_OFFICER: 'The log of accesses and retention periods, with GraphiQL.',
    },
  },
);
