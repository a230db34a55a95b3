import { type Language } from '../../i18n.js';
import type { MailLanguage } from './mail-preference.js';
import { type NotificationKind, notices } from './notice.js';

/** One notification that a mail announces. */
export interface MailItem {
  readonly kind: NotificationKind;
  /** The reference of the referral; null when the notification is not about a referral. */
  readonly reference: string | null;
  /** The id of the referral that the member can open from the notification; null for others. */
  readonly referral: string | null;
}

/** A mail as it is sent to the mail server. */
export interface Letter {
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** The largest number of references listed per kind. */
const referencesListed = 10;

const phrases = {
  fr: {
    subject: (count: number) => `${count} notification${count > 1 ? 's' : ''} sur le hub des partenaires`,
    greeting: 'Bonjour,',
    news: (partner: string) => `Sur le hub des partenaires, pour ${partner}, vous n’avez pas encore lu :`,
    colon: ' : ',
    link: 'Pour lire et répondre :',
    privacy: 'Par discrétion, ce message ne nomme personne : les dossiers se lisent sur le hub seulement.',
    less: (page: string) => `Moins de courriels ? Un par jour, ou aucun, se choisit sur ${page}`,
  },
  en: {
    subject: (count: number) => `${count} notification${count > 1 ? 's' : ''} on the partner hub`,
    greeting: 'Hello,',
    news: (partner: string) => `On the partner hub, for ${partner}, you have not yet read:`,
    colon: ': ',
    link: 'To read and answer:',
    privacy: 'For privacy, this message names no person: files can be read on the hub only.',
    less: (page: string) => `Fewer e-mails? Choose one a day, or none, at ${page}`,
  },
} satisfies Record<Language, unknown>;

/**
 * Writes a mail: how many notifications of each kind, the references of their referrals, and a link to the
 * referral, or to all notifications when they are not about one referral.
 * The mail names no person and quotes no text that a member wrote.
 * @param id the id of the mail; the Message-ID is made from it, so it is the same each time the mail is sent
 */
export function letterOf(
  id: string,
  { email, partner, language }: { email: string; partner: string; language: MailLanguage },
  items: readonly MailItem[],
  hubUrl: string,
): Letter {
  const languageKey = language === 'EN' ? 'en' : 'fr';
  const text = phrases[languageKey];
  const byKind = [...Map.groupBy(items, (item) => item.kind)].map(([kind, of]) => {
    const [one, several] = notices[kind].words[languageKey];
    const references = [...new Set(of.flatMap(({ reference }) => reference ?? []))];
    const more = references.length > referencesListed ? ', …' : '';
    const listed =
      references.length > 0 ? `${text.colon}${references.slice(0, referencesListed).join(', ')}${more}` : '';
    return `- ${of.length} ${of.length > 1 ? several : one}${listed}`;
  });
  return {
    messageId: `<${id}@${new URL(hubUrl).hostname}>`,
    to: email,
    subject: text.subject(items.length),
    text: [
      text.greeting,
      `${text.news(partner)}\n\n${byKind.join('\n')}`,
      `${text.link} ${hubUrl}/${pageOf(items)}`,
      `${text.privacy}\n${text.less(`${hubUrl}/preferences`)}\n`,
    ].join('\n\n'),
  };
}

/** The page of the console to read what a mail announces. */
function pageOf(items: readonly MailItem[]): string {
  const [referral, ...others] = new Set(items.map((item) => item.referral));
  return referral && others.length === 0 ? `orientations/${referral}` : 'notifications';
}
