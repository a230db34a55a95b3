import type { AnalysisSubject, FigureState, IndicatorUnit, ProtectionLevel } from '../hub/gql/enums.js';
import { type Words, words } from '../lib/words.js';

/* The words of the committee's figures: those of the yearly report, the CSV files and docs/committee.md. */

/** The text in place of a value that is not shown. */
export const stateWords: Words<Record<FigureState, string>> = words(
  {
    SHOWN: 'affiché',
    WITHHELD: 'trop peu de personnes, ou permettrait d’en retrouver',
    DOMINATED: 'une entreprise serait reconnue',
    UNCERTAIN: 'trop incertain',
    NOT_REACHED: 'non atteint',
    NOT_APPLICABLE: 'sans objet',
    NOT_PUBLISHED: 'pas à ce niveau de détail',
    NOT_YET: 'à un prochain arrêté',
    IN_PREPARATION: 'en préparation',
  },
  {
    SHOWN: 'shown',
    WITHHELD: 'too few people, or would let somebody find some',
    DOMINATED: 'would show one company',
    UNCERTAIN: 'too uncertain',
    NOT_REACHED: 'not reached',
    NOT_APPLICABLE: 'not applicable',
    NOT_PUBLISHED: 'not in this detail',
    NOT_YET: 'in a later release',
    IN_PREPARATION: 'in preparation',
  },
);

/** What it means that a value is not shown. */
export const stateMeanings: Words<Record<Exclude<FigureState, 'SHOWN'>, string>> = words(
  {
    WITHHELD:
      'Aucune personne, peu de personnes, ou un chiffre qui permettrait d’en calculer un autre, masqué lui aussi. Les mots sont les mêmes, pour ne rien révéler : ce n’est pas zéro.',
    DOMINATED: 'Les heures de moins de trois entreprises, ou presque toutes d’une seule.',
    UNCERTAIN: 'La marge est si grande que le chiffre ne voudrait rien dire.',
    NOT_REACHED: 'Plus de la moitié des orientations attendent une réponse : il n’y a pas de délai médian.',
    NOT_APPLICABLE:
      'Impossible par définition, comme les parcours d’un partenaire qui n’accompagne personne.',
    NOT_PUBLISHED:
      'Il n’y a pas de chiffre aussi fin : demandez une période plus longue, ou moins de découpages.',
    NOT_YET: 'Les partenaires complètent encore leurs saisies : le délai de la période n’est pas écoulé.',
    IN_PREPARATION:
      'L’arrêté de la période est en cours, ou a été manqué : revenez dans une minute, ou demandez à la coordination.',
  },
  {
    WITHHELD:
      'Nobody, few persons, or a figure from which another hidden one could be computed. The words are the same, so they reveal nothing: it is not zero.',
    DOMINATED: 'Hours of fewer than three companies, or almost all of one company.',
    UNCERTAIN: 'The margin is so large that the value would mean nothing.',
    NOT_REACHED: 'More than half of the referrals wait for an answer: there is no median.',
    NOT_APPLICABLE: 'Impossible by definition, such as pathways of a partner that accompanies nobody.',
    NOT_PUBLISHED: 'There is no figure this fine: ask for a longer period or fewer splits.',
    NOT_YET: 'Partners still complete their entries: the waiting time of the period is not over.',
    IN_PREPARATION:
      'The release of the period is being made, or was missed: come back in a minute, or ask the coordinator.',
  },
);

export const unitWords: Words<Record<IndicatorUnit, string>> = words(
  { PERSONS: 'personnes', HOURS: 'heures', COUNT: 'nombre', RATIO: 'part', DAYS: 'jours ouvrés' },
  { PERSONS: 'people', HOURS: 'hours', COUNT: 'count', RATIO: 'share', DAYS: 'working days' },
);

export const subjectWords: Words<Record<AnalysisSubject, string>> = words(
  {
    PATHWAYS: 'Parcours',
    REFERRALS: 'Orientations',
    CLAUSE_HOURS: 'Heures d’insertion',
    OUTCOMES: 'Sorties',
    FORUM_ATTENDANCES: 'Forums',
  },
  {
    PATHWAYS: 'Pathways',
    REFERRALS: 'Referrals',
    CLAUSE_HOURS: 'Hours under the clause',
    OUTCOMES: 'Outcomes',
    FORUM_ATTENDANCES: 'Forums',
  },
);

export const levelWords: Words<Record<ProtectionLevel, string>> = words(
  { STRICT: 'strict', DEFAULT: 'standard', YEARLY: 'annuel' },
  { STRICT: 'strict', DEFAULT: 'default', YEARLY: 'yearly' },
);

export const figureWords = words(
  {
    menu: 'Chiffres du comité',
    indicators: 'Indicateurs',
    questions: 'Questions',
    releases: 'Arrêtés et années closes',
    protection: 'Niveau de protection',
    log: 'Journal des questions',
    release: 'Arrêté des chiffres',
    latestRelease: (day: string) => `${day} (le dernier)`,
    noRelease: 'Aucun arrêté des chiffres n’est encore prêt.',
    noReleaseWhy:
      'Le premier paraît le premier du mois, une fois le niveau de protection choisi par le délégué à la protection des données.',
    provenance: (day: string, read: string, level: string) =>
      `Arrêté des chiffres du ${day} (données lues le ${read}). Niveau de protection : ${level}.`,
    missing: (partners: string) =>
      `Partenaires manquants, leur système n’ayant pas répondu pour cet arrêté : ${partners}.`,
    margins:
      'Un chiffre suivi de « ± » est protégé par un écart aléatoire : la valeur exacte s’en écarte au plus de cette marge, dans 95 cas sur 100. Les indicateurs d’une année close sont exacts ; ses découpages gardent leur marge.',
    indicator: 'Indicateur',
    figure: 'Chiffre',
    state: 'État',
    exact: 'exact',
    withMargin: 'avec marge',
    points: 'points',
    definition: (version: number) => `(définition, version ${version})`,
    published: (value: string, label: string, source: string) => `Publié : ${value} ${label} (${source}).`,
    notYet: (day: string) => `Les chiffres de cette période paraîtront à partir de l’arrêté du ${day}.`,
    latestFigures: (period: string) => `Voir les derniers chiffres complets : ${period}`,
    laterRelease: 'L’arrêté choisi est antérieur aux chiffres de cette période.',
    toLatestRelease: 'Voir l’arrêté le plus récent',
    noneBefore: (period: string) => `Il n’y a pas de chiffres avant ${period}.`,
    inPreparation: 'Les chiffres de cette période sont en préparation.',
    legend: 'Pourquoi un chiffre n’est pas affiché',
    report: 'Rapport annuel',
    csv: 'Télécharger en CSV',
    csvFile: (period: string) => `indicateurs-${period}.csv`,
    csvFailed: 'Le fichier n’a pas pu être préparé. Réessayez.',
    clear: 'Revenir aux indicateurs de la dernière année',
  },
  {
    menu: 'Figures of the committee',
    indicators: 'Indicators',
    questions: 'Questions',
    releases: 'Releases and closed years',
    protection: 'Level of protection',
    log: 'Log of questions',
    release: 'Release of figures',
    latestRelease: (day: string) => `${day} (latest)`,
    noRelease: 'No release is ready yet.',
    noReleaseWhy:
      'The first one is made on the first of a month, once the data protection officer has chosen the level of protection.',
    provenance: (day: string, read: string, level: string) =>
      `Release of figures of ${day} (data read on ${read}). Level of protection: ${level}.`,
    missing: (partners: string) =>
      `Missing partners, because their system did not answer for this release: ${partners}.`,
    margins:
      'A figure with “±” is protected by a random deviation: the exact value is within this margin in 95 of 100 cases. The indicators of a closed year are exact; its splits keep their margin.',
    indicator: 'Indicator',
    figure: 'Figure',
    state: 'State',
    exact: 'exact',
    withMargin: 'with a margin',
    points: 'points',
    definition: (version: number) => `(definition, version ${version})`,
    published: (value: string, label: string, source: string) => `Published: ${value} ${label} (${source}).`,
    notYet: (day: string) => `The figures of this period appear from the release of ${day} on.`,
    latestFigures: (period: string) => `Show the latest complete figures: ${period}`,
    laterRelease: 'The chosen release is older than the figures of this period.',
    toLatestRelease: 'Show the latest release',
    noneBefore: (period: string) => `There are no figures before ${period}.`,
    inPreparation: 'The figures of this period are in preparation.',
    legend: 'Why a figure is not shown',
    report: 'Yearly report',
    csv: 'Download as CSV',
    csvFile: (period: string) => `indicators-${period}.csv`,
    csvFailed: 'The file could not be prepared. Try again.',
    clear: 'Back to the indicators of the last year',
  },
);
