import type { MailLanguage, MailTiming } from '../hub/gql/enums.js';
import { type Words, words } from '../lib/words.js';

export const preferencesWords = words(
  {
    title: 'E-mails et préférences',
    mail: 'E-mails',
    mailWhat:
      'Un e-mail annonce les notifications que vous n’avez pas lues. Il ne nomme jamais une personne.',
    noMail: 'Ce compte ne fait que lire : il ne reçoit ni notifications ni e-mails.',
    timing: 'Quand les recevoir',
    timingHint: 'Dans les minutes qui suivent : seulement si le hub n’est pas ouvert.',
    mailLanguage: 'Langue des e-mails',
    saved: 'Préférence enregistrée.',
    tab: 'Affichage dans cet onglet',
    tabWhat:
      'Ces choix valent jusqu’à ce que l’onglet soit rechargé ou fermé : rien n’est gardé sur l’appareil.',
    keys: 'Utiliser les touches du clavier pour naviguer (leur liste est dans l’aide)',
    language: 'Langue',
    languages: { fr: 'Français', en: 'English' },
  },
  {
    title: 'E-mails and preferences',
    mail: 'E-mails',
    mailWhat: 'An e-mail tells you of notifications that you have not read. It never names a person.',
    noMail: 'This account only reads: it gets neither notifications nor e-mails.',
    timing: 'When to receive them',
    timingHint: 'Within minutes: only if the hub is not open.',
    mailLanguage: 'Language of the e-mails',
    saved: 'Preference saved.',
    tab: 'Display in this tab',
    tabWhat: 'These choices last until the tab is reloaded or closed: nothing is kept on the device.',
    keys: 'Use keys of the keyboard to navigate (the help lists them)',
    language: 'Language',
    languages: { fr: 'Français', en: 'English' },
  },
);

export const mailTimingWords: Words<Record<MailTiming, string>> = words(
  {
    AT_ONCE: 'Dans les minutes qui suivent',
    DAILY: 'Une fois par jour, à 7 h 30',
    NONE: 'Jamais',
  },
  {
    AT_ONCE: 'Within minutes',
    DAILY: 'Once a day, at 7:30',
    NONE: 'Never',
  },
);

export const mailLanguageWords: Words<Record<MailLanguage, string>> = words(
  { FR: 'Français', EN: 'Anglais' },
  { FR: 'French', EN: 'English' },
);
