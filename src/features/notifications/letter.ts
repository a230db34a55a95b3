import { type Language } from '../../i18n.js';
import type { MailLanguage } from './mail-preference.js';
import { type NotificationKind, notices } from './notice.js';

/** What a mail tells of, in one line of the table of notices. */
export interface Line {
  readonly kind: NotificationKind;
  /** What people quote of a referral; null where it is about none. */
  readonly reference: string | null;
}

/** A mail as it is handed to a server. */
export interface Letter {
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** How many references are written out for each kind. */
const written = 10;

const phrases = {
  fr: {
    subject: (count: number) => `${count} notification${count > 1 ? 's' : ''} sur le hub des partenaires`,
    greeting: 'Bonjour,',
    news: (partner: string) => `Sur le hub des partenaires, pour ${partner}, vous n’avez pas encore lu :`,
    colon: ' : ',
    link: 'Pour lire et répondre :',
    privacy: 'Par discrétion, ce message ne nomme personne : les dossiers se lisent sur le hub seulement.',
    less: 'Moins de courriels ? L’opération « Choisir mes courriels », à la même adresse : un par jour, ou aucun.',
  },
  en: {
    subject: (count: number) => `${count} notification${count > 1 ? 's' : ''} on the partner hub`,
    greeting: 'Hello,',
    news: (partner: string) => `On the partner hub, for ${partner}, you have not yet read:`,
    colon: ': ',
    link: 'To read and answer:',
    privacy: 'To keep things private this message names nobody: files are read on the hub only.',
    less: 'Fewer e-mails? The operation “Choisir mes courriels” at the same address: one a day, or none.',
  },
} satisfies Record<Language, unknown>;

/**
 * Writes a mail: how much of what, by the references of referrals, and where to read it. It names no person
 * and quotes nothing that somebody wrote.
 * @param id the mail's: the same letter has the same Message-ID, however often it is sent
 */
export function letterOf(
  id: string,
  { email, partner, language }: { email: string; partner: string; language: MailLanguage },
  lines: readonly Line[],
  hubUrl: string,
): Letter {
  const spoken = language === 'EN' ? 'en' : 'fr';
  const say = phrases[spoken];
  const byKind = [...Map.groupBy(lines, (line) => line.kind)].map(([kind, of]) => {
    const [one, several] = notices[kind].words[spoken];
    const references = [...new Set(of.flatMap(({ reference }) => reference ?? []))];
    const more = references.length > written ? ', …' : '';
    const listed =
      references.length > 0 ? `${say.colon}${references.slice(0, written).join(', ')}${more}` : '';
    return `- ${of.length} ${of.length > 1 ? several : one}${listed}`;
  });
  return {
    messageId: `<${id}@${new URL(hubUrl).hostname}>`,
    to: email,
    subject: say.subject(lines.length),
    text: [
      say.greeting,
      `${say.news(partner)}\n\n${byKind.join('\n')}`,
      `${say.link} ${hubUrl}/graphiql#notifications`,
      `${say.privacy}\n${say.less}\n`,
    ].join('\n\n'),
  };
}
