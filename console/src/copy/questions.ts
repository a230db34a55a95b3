import { words } from '../lib/words.js';

const french = new Intl.ListFormat('fr', { type: 'conjunction' });
const english = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** The parts of a question, in words that begin with a small letter. */
interface QuestionParts {
  readonly subject: string;
  readonly measures: readonly string[];
  readonly by: readonly string[];
  /** The values of the filter. */
  readonly only: readonly string[];
  readonly period: string;
}

export const questionWords = words(
  {
    title: 'Questions',
    question: 'Votre question',
    subject: 'Sujet',
    measures: 'Ce qui est compté',
    by: 'Découper par',
    andBy: 'et par',
    notSplit: 'Sans découpage',
    only: 'Seulement',
    andOnly: 'et seulement',
    everything: 'Tout',
    valueOf: (dimension: string) => `${dimension} : valeur`,
    limits:
      'Plus la période est courte, moins on peut découper, pour protéger les personnes. Un filtre compte comme un découpage.',
    removed: (choices: string) =>
      `Ce choix n’existe pas avec le reste de la question, il est retiré : ${choices}.`,
    ask: 'Voir la réponse',
    sentence: ({ subject, measures, by, only, period }: QuestionParts) =>
      [
        `${subject} : ${french.format(measures)}`,
        by.length > 0 ? `, par ${french.format(by)}` : '',
        `, ${period}`,
        only.length > 0 ? ` (seulement : ${only.join(', ')})` : '',
      ].join(''),
    wholeTown: 'Toute la ville',
    rowsShown: (shown: number, all: number) => `Les ${shown} premières lignes sur ${all}.`,
    csvFile: 'reponse.csv',
    clear: 'Commencer une autre question',
    save: 'Enregistrer la question',
    saveTitle: 'Enregistrer la question',
    saveWhat: 'La question est enregistrée, pas sa réponse : elle est posée à nouveau quand on l’ouvre.',
    name: 'Titre',
    share: 'La partager avec tout le comité',
    saved: 'Question enregistrée.',
    savedOnes: 'Questions enregistrées',
    noneSaved: 'Aucune question enregistrée. Posez une question, puis enregistrez-la pour la retrouver ici.',
    isShared: 'partagée avec le comité',
    sharedBy: (name: string) => `Enregistrée par ${name}.`,
    shareIt: 'Partager',
    shareOf: (title: string) => `Partager « ${title} » avec le comité`,
    unshareIt: 'Ne plus partager',
    unshareOf: (title: string) => `Ne plus partager « ${title} »`,
    shareDone: 'Question partagée avec le comité.',
    unshareDone: 'Question qui n’est plus partagée.',
    deleteIt: 'Supprimer',
    deleteOf: (title: string) => `Supprimer « ${title} »`,
    deleteWhat:
      'La question disparaît de la liste, pour vous et pour le comité. Les instantanés gardent ses réponses.',
    deleted: 'Question supprimée.',
    outdated: 'Cette question ne peut plus être ouverte : une de ses valeurs n’existe plus.',
  },
  {
    title: 'Questions',
    question: 'Your question',
    subject: 'Subject',
    measures: 'What is counted',
    by: 'Split by',
    andBy: 'and by',
    notSplit: 'Not split',
    only: 'Only',
    andOnly: 'and only',
    everything: 'Everything',
    valueOf: (dimension: string) => `${dimension}: value`,
    limits: 'The shorter the period, the fewer the splits, to protect persons. A filter counts as a split.',
    removed: (choices: string) =>
      `This choice does not exist with the rest of the question and is removed: ${choices}.`,
    ask: 'Show the answer',
    sentence: ({ subject, measures, by, only, period }: QuestionParts) =>
      [
        `${subject}: ${english.format(measures)}`,
        by.length > 0 ? `, by ${english.format(by)}` : '',
        `, ${period}`,
        only.length > 0 ? ` (only: ${only.join(', ')})` : '',
      ].join(''),
    wholeTown: 'The whole town',
    rowsShown: (shown: number, all: number) => `The first ${shown} of ${all} lines.`,
    csvFile: 'answer.csv',
    clear: 'Begin another question',
    save: 'Save the question',
    saveTitle: 'Save the question',
    saveWhat: 'The question is saved, not its answer: it is asked again when it is opened.',
    name: 'Title',
    share: 'Share it with the whole committee',
    saved: 'Question saved.',
    savedOnes: 'Saved questions',
    noneSaved: 'No saved question. Ask a question, then save it to find it here.',
    isShared: 'shared with the committee',
    sharedBy: (name: string) => `Saved by ${name}.`,
    shareIt: 'Share',
    shareOf: (title: string) => `Share “${title}” with the committee`,
    unshareIt: 'Stop sharing',
    unshareOf: (title: string) => `Stop sharing “${title}”`,
    shareDone: 'Question shared with the committee.',
    unshareDone: 'Question no longer shared.',
    deleteIt: 'Delete',
    deleteOf: (title: string) => `Delete “${title}”`,
    deleteWhat: 'The question leaves the list, for you and for the committee. Snapshots keep its answers.',
    deleted: 'Question deleted.',
    outdated: 'This question can no longer be opened: one of its values no longer exists.',
  },
);
