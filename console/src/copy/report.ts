import { words } from '../lib/words.js';

/** The report of a problem. It has no name, no text that was typed, and no id of a person. */
interface Report {
  readonly request: string;
  readonly hasFailed: boolean;
  /** The address of the screen, without ids. */
  readonly screen: string;
  readonly at: string;
  readonly browser: string;
  readonly version: string;
}

export const reportWords = words(
  {
    report: 'Signaler un problème',
    what: 'Texte à transmettre à la personne qui administre le hub. Il ne contient aucun nom.',
    copied: 'Le texte est copié.',
    notCopied: 'Le texte n’a pas pu être copié : sélectionnez-le ci-dessous.',
    noRequest: 'aucune',
    text: ({ request, hasFailed, screen, at, browser, version }: Report) =>
      [
        'Problème dans le hub des partenaires',
        `Requête : ${request}${hasFailed ? ' (en échec)' : ''}`,
        `Écran : ${screen}`,
        `Heure : ${at}`,
        `Navigateur : ${browser}`,
        `Version : ${version}`,
      ].join('\n'),
  },
  {
    report: 'Report a problem',
    what: 'Text for the person who runs the hub. It contains no name.',
    copied: 'The text is copied.',
    notCopied: 'The text could not be copied: select it below.',
    noRequest: 'none',
    text: ({ request, hasFailed, screen, at, browser, version }: Report) =>
      [
        'Problem in the partner hub',
        `Request: ${request}${hasFailed ? ' (failed)' : ''}`,
        `Screen: ${screen}`,
        `Time: ${at}`,
        `Browser: ${browser}`,
        `Version: ${version}`,
      ].join('\n'),
  },
);
