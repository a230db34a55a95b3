import { words } from '../lib/words.js';

export const accessibilityWords = words(
  {
    title: 'Accessibilité',
    state: 'Cette application est partiellement conforme au RGAA 4.1.',
    testedTitle: 'Ce qui est vérifié',
    tested: [
      'Chaque écran est contrôlé automatiquement (axe-core) à chaque modification, en clair et en sombre.',
      'Orienter une personne et répondre à une orientation se font au clavier seul.',
      'Le zoom à 200 % et une largeur de 360 pixels ne cachent rien.',
    ],
    notMetTitle: 'Ce qui n’est pas encore conforme',
    notMet: [
      'Aucun audit complet par une personne experte n’a encore été fait.',
      'L’explorateur de l’API (GraphiQL), destiné aux développeurs, n’est pas conforme : le clavier reste pris dans l’éditeur.',
    ],
    contactTitle: 'Signaler une difficulté',
    contact:
      'Écrivez à la personne qui administre le hub dans votre ville : elle vous donne l’information sous une autre forme. Sans réponse, vous pouvez saisir le Défenseur des droits.',
  },
  {
    title: 'Accessibility',
    state: 'This application complies partially with RGAA 4.1.',
    testedTitle: 'What is checked',
    tested: [
      'Each screen is checked automatically (axe-core) at each change, in light and in dark.',
      'Referring a person and answering a referral can be done by keyboard alone.',
      'A zoom of 200 % and a width of 360 pixels hide nothing.',
    ],
    notMetTitle: 'What does not comply yet',
    notMet: [
      'No complete audit by an expert has been made yet.',
      'The API explorer (GraphiQL), meant for developers, does not comply: it traps the keyboard in its editor.',
    ],
    contactTitle: 'Report a difficulty',
    contact:
      'Write to the person who runs the hub in your town: they give you the information in another form. Without an answer, you can turn to the Défenseur des droits.',
  },
);
