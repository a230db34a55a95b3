import { words } from '../lib/words.js';

export const answerWords = words(
  {
    loading: 'Chargement…',
    failed: 'Cette partie n’a pas pu être chargée.',
    unreachable: 'Le hub ne répond pas. Vérifiez votre réseau ; rien de ce que vous avez saisi n’est perdu.',
    retry: 'Réessayer',
    broken: 'Cette partie de l’écran a rencontré une erreur. Le reste fonctionne.',
    saved: 'Enregistré.',
    unknownOutcome:
      'Le hub n’a pas répondu : on ne sait pas si c’est enregistré. Recommencez sans crainte, ce ne sera fait qu’une fois.',
    stale:
      'Ce dossier a changé entre-temps. La version à jour est affichée ; votre saisie est conservée : vérifiez, puis confirmez.',
    wording:
      'D’autres liront ce texte. Reformulez les mots marqués, ou confirmez tel quel si la personne en a besoin.',
    confirmAsIs: 'Confirmer tel quel',
    marked: 'À reformuler :',
    missing: 'Complétez ce champ.',
    offline: 'Connexion coupée : rien ne peut être enregistré pour le moment. Votre saisie est conservée.',
    cancel: 'Annuler',
    close: 'Fermer',
    more: 'Afficher la suite',
    opensTab: '(nouvel onglet)',
    unknownFilter: (value: string) =>
      `L’adresse contient un filtre inconnu, « ${value} » : il n’est pas appliqué.`,
  },
  {
    loading: 'Loading…',
    failed: 'This part could not be loaded.',
    unreachable: 'The hub does not answer. Check your network; nothing that you typed is lost.',
    retry: 'Try again',
    broken: 'This part of the screen met an error. The rest works.',
    saved: 'Saved.',
    unknownOutcome:
      'The hub did not answer: it is not known whether this was saved. Try again without fear, it will be done only once.',
    stale:
      'This file has changed meanwhile. The current version is shown; what you typed is kept: check it, then confirm.',
    wording:
      'Others will read this text. Reword the marked words, or confirm it as it is if the person needs it.',
    confirmAsIs: 'Confirm as it is',
    marked: 'To reword:',
    missing: 'Fill in this field.',
    offline: 'Connection lost: nothing can be saved for now. What you typed is kept.',
    cancel: 'Cancel',
    close: 'Close',
    more: 'Show more',
    opensTab: '(new tab)',
    unknownFilter: (value: string) =>
      `The address contains an unknown filter, “${value}”: it is not applied.`,
  },
);
