import type { ProtectionLevel } from '../hub/gql/enums.js';
import { type Words, words } from '../lib/words.js';

/** For which town a level of protection is, and what it does to the figures. */
interface LevelExplained {
  readonly name: string;
  readonly town: string;
  readonly margin: string;
  readonly smallest: string;
  readonly periods: string;
}

export const levelsExplained: Words<Record<ProtectionLevel, LevelExplained>> = words(
  {
    STRICT: {
      name: 'Strict',
      town: 'Une ville dont les partenaires travaillent sur des sujets sensibles',
      margin: '± 36',
      smallest: '60',
      periods: 'mois, trimestre, semestre, année',
    },
    DEFAULT: {
      name: 'Standard',
      town: 'Une ville d’un millier de personnes par an ou plus',
      margin: '± 28',
      smallest: '45',
      periods: 'mois, trimestre, semestre, année',
    },
    YEARLY: {
      name: 'Annuel',
      town: 'Une petite ville',
      margin: '± 28',
      smallest: '45',
      periods: 'année',
    },
  },
  {
    STRICT: {
      name: 'Strict',
      town: 'A town whose partners work on sensitive subjects',
      margin: '± 36',
      smallest: '60',
      periods: 'month, quarter, half-year, year',
    },
    DEFAULT: {
      name: 'Default',
      town: 'A town with about a thousand persons a year or more',
      margin: '± 28',
      smallest: '45',
      periods: 'month, quarter, half-year, year',
    },
    YEARLY: {
      name: 'Yearly',
      town: 'A small town',
      margin: '± 28',
      smallest: '45',
      periods: 'year',
    },
  },
);

export const releaseWords = words(
  {
    title: 'Arrêtés et années closes',
    releases: 'Arrêtés des chiffres',
    releasesWhat:
      'Le hub fait un arrêté le premier de chaque mois. Rien ne bouge entre deux arrêtés, et un chiffre paru ne change plus.',
    none: 'Aucun arrêté des chiffres n’est encore prêt.',
    unprotected:
      'Le délégué à la protection des données de la ville n’a pas encore choisi le niveau de protection : il n’y a pas d’arrêté avant.',
    due: 'Attendus',
    dueOf: (day: string) => `Arrêté du ${day}`,
    inPreparation: 'en préparation',
    late: 'en retard',
    make: 'Faire cet arrêté',
    makeOf: (day: string) => `Faire l’arrêté du ${day}`,
    makeDone: 'L’arrêté est demandé. Il est prêt dans une minute environ.',
    again: 'Actualiser',
    made: 'Faits',
    day: 'Arrêté du',
    read: 'Données lues le',
    level: 'Protection',
    missing: 'Partenaires manquants',
    noneMissing: 'aucun',
    earlier: (count: number) => `Afficher les ${count} plus anciens`,
    years: 'Années closes',
    yearsWhat:
      'Les indicateurs d’une année close sont exacts et définitifs, pour la ville, et par partenaire quand assez de personnes sont derrière le chiffre. Une erreur trouvée ensuite est corrigée par une révision.',
    noYear: 'Aucune année n’est close.',
    closedOn: (moment: string) => `Close le ${moment}.`,
    revision: (number: number, moment: string, subject: string, reason: string) =>
      `Révision ${number} du ${moment}, ${subject} : ${reason}`,
    close: 'Clore une année',
    closeTitle: 'Clore une année',
    closeIt: 'Clore définitivement',
    closeWhat:
      'Les indicateurs de l’année deviennent exacts et définitifs partout : indicateurs, questions et rapport. Les découpages gardent leur marge, les petits chiffres restent masqués. Cela ne peut pas être annulé. Une année peut être close à partir du 1er avril suivant.',
    closeDone: 'L’année est close.',
    year: 'Année',
    revise: 'Réviser une année close',
    reviseIt: 'Publier la révision',
    reviseWhat:
      'Les chiffres définitifs du sujet sont recomptés sur les données d’aujourd’hui. La révision paraît avec un numéro, sa date et son motif. Il y en a au plus une par an et par sujet : regroupez les corrections. Elle remplace les chiffres qu’au moins soixante personnes font changer ; les autres restent. Elle est refusée s’il n’y en a pas.',
    reviseDone: 'La révision est publiée.',
    subject: 'Sujet',
    reason: 'Motif',
    reasonHint: 'Le comité le lit : ne nommez personne.',
    protection: 'Protection des chiffres du comité',
    protectionWhat:
      'Les chiffres du comité portent un écart aléatoire, sauf les indicateurs d’une année close, et les effectifs trop petits sont masqués. Vous choisissez le niveau avant le premier arrêté des chiffres ; ensuite il ne change plus, car des chiffres tirés à deux niveaux protégeraient moins.',
    levels: 'Niveaux de protection',
    levelName: 'Niveau',
    town: 'Pour',
    margin: 'Marge d’un effectif',
    smallest: 'Plus petit effectif affiché',
    periods: 'Périodes',
    choose: 'Niveau à choisir',
    chooseIt: 'Choisir ce niveau',
    chosen: 'Le niveau de protection est choisi.',
    chosenLevel: (level: string, day: string) => `Niveau choisi le ${day} : ${level.toLowerCase()}.`,
    noLevel: 'Aucun niveau n’est encore choisi.',
  },
  {
    title: 'Releases and closed years',
    releases: 'Releases of figures',
    releasesWhat:
      'The hub makes a release on the first of each month. Nothing moves between two releases, and a figure that has appeared does not change.',
    none: 'No release is ready yet.',
    unprotected:
      'The data protection officer of the town has not chosen the level of protection yet: there is no release before.',
    due: 'Due',
    dueOf: (day: string) => `Release of ${day}`,
    inPreparation: 'in preparation',
    late: 'late',
    make: 'Make this release',
    makeOf: (day: string) => `Make the release of ${day}`,
    makeDone: 'The release is asked for. It is ready in about a minute.',
    again: 'Refresh',
    made: 'Made',
    day: 'Release of',
    read: 'Data read on',
    level: 'Protection',
    missing: 'Missing partners',
    noneMissing: 'none',
    earlier: (count: number) => `Show the ${count} earlier ones`,
    years: 'Closed years',
    yearsWhat:
      'The indicators of a closed year are exact and final, for the town, and by partner where enough persons stand behind the figure. An error that is found later is corrected in a revision.',
    noYear: 'No year is closed.',
    closedOn: (moment: string) => `Closed on ${moment}.`,
    revision: (number: number, moment: string, subject: string, reason: string) =>
      `Revision ${number} of ${moment}, ${subject}: ${reason}`,
    close: 'Close a year',
    closeTitle: 'Close a year',
    closeIt: 'Close for good',
    closeWhat:
      'The indicators of the year become exact and final everywhere: indicators, questions and report. Splits keep their margin, and small figures stay hidden. This cannot be undone. A year can be closed from 1 April of the next one.',
    closeDone: 'The year is closed.',
    year: 'Year',
    revise: 'Revise a closed year',
    reviseIt: 'Publish the revision',
    reviseWhat:
      'The final figures of the subject are counted again from the data of today. The revision appears with a number, its date and its reason. There is at most one a year for each subject: collect corrections. It replaces the figures that at least sixty persons change; the others stay. It is refused if there are none.',
    reviseDone: 'The revision is published.',
    subject: 'Subject',
    reason: 'Reason',
    reasonHint: 'The committee reads it: name nobody.',
    protection: 'Protection of the committee’s figures',
    protectionWhat:
      'The figures of the committee carry a random deviation, except the indicators of a closed year, and counts that are too small are withheld. You choose the level before the first release; it does not change afterwards, because figures drawn at two levels would protect less.',
    levels: 'Levels of protection',
    levelName: 'Level',
    town: 'For',
    margin: 'Margin of a count',
    smallest: 'Smallest count shown',
    periods: 'Periods',
    choose: 'Level to choose',
    chooseIt: 'Choose this level',
    chosen: 'The level of protection is chosen.',
    chosenLevel: (level: string, day: string) => `Level chosen on ${day}: ${level.toLowerCase()}.`,
    noLevel: 'No level is chosen yet.',
  },
);
