import type { Role } from '../../access/role.js';
import { closedSet } from '../../graphql/enum.js';
import { type Language } from '../../i18n.js';

/** Which members of the partner that receives an event are notified. Never the member who acted, and never a machine. */
export interface Addressees {
  readonly roles: readonly Role[];
  /** For a referral: notify only the sender, only the receiver, or only the side that did not act (`OTHER`). */
  readonly side?: 'SENDER' | 'RECEIVER' | 'OTHER';
  /** For a referral: notify the member who sent it or to whom it is assigned, instead of all members in these roles. */
  readonly handled?: boolean;
}

interface Notice {
  readonly description: string;
  readonly to: Addressees;
  /** The text after the number in a mail: singular and plural. */
  readonly words: Readonly<Record<Language, readonly [one: string, several: string]>>;
}

const casework: readonly Role[] = ['CASEWORKER', 'PARTNER_ADMINISTRATOR'];
const toReceiver: Addressees = { side: 'RECEIVER', roles: casework, handled: true };
const toSender: Addressees = { side: 'SENDER', roles: ['CASEWORKER'], handled: true };
const toOther: Addressees = { side: 'OTHER', roles: ['CASEWORKER'], handled: true };

/**
 * Which event notifies which members; nothing else decides it. The key of an entry is the event's topic and
 * kind. An event without an entry notifies no member. To notify members of another event, add an entry.
 */
export const notices = {
  REFERRAL_SENT: {
    description: 'The viewer’s partner received a referral.',
    to: toReceiver,
    words: {
      fr: ['orientation reçue', 'orientations reçues'],
      en: ['referral received', 'referrals received'],
    },
  },
  REFERRAL_INFO_REQUESTED: {
    description: 'The receiver asked a question about a referral.',
    to: toSender,
    words: {
      fr: ['question sur une orientation', 'questions sur des orientations'],
      en: ['question about a referral', 'questions about referrals'],
    },
  },
  REFERRAL_REPLIED: {
    description: 'The sender answered the receiver’s question.',
    to: toReceiver,
    words: {
      fr: ['réponse à votre question', 'réponses à vos questions'],
      en: ['reply to your question', 'replies to your questions'],
    },
  },
  REFERRAL_MESSAGED: {
    description: 'The other side wrote a message about a referral.',
    to: toOther,
    words: {
      fr: ['message sur une orientation', 'messages sur des orientations'],
      en: ['message about a referral', 'messages about referrals'],
    },
  },
  REFERRAL_ASSIGNED: {
    description: 'A referral was assigned to the member.',
    to: { side: 'RECEIVER', roles: [], handled: true },
    words: {
      fr: ['orientation qui vous est confiée', 'orientations qui vous sont confiées'],
      en: ['referral assigned to you', 'referrals assigned to you'],
    },
  },
  REFERRAL_WAITLISTED: {
    description: 'A referral is on the receiver’s waiting list.',
    to: toSender,
    words: {
      fr: ['orientation mise sur liste d’attente', 'orientations mises sur liste d’attente'],
      en: ['referral put on a waiting list', 'referrals put on a waiting list'],
    },
  },
  REFERRAL_ACCEPTED: {
    description: 'A referral was accepted.',
    to: toSender,
    words: {
      fr: ['orientation acceptée', 'orientations acceptées'],
      en: ['referral accepted', 'referrals accepted'],
    },
  },
  REFERRAL_ACCESS_LIMITED: {
    description:
      'The receiver of a referral sees less of the person’s file than the referral was meant to give access to.',
    to: { roles: casework, handled: true },
    words: {
      fr: [
        'orientation dont le destinataire ne voit plus que ce que la personne permet encore',
        'orientations dont le destinataire ne voit plus que ce que la personne permet encore',
      ],
      en: [
        'referral whose receiver sees only what the person still allows',
        'referrals whose receiver sees only what the person still allows',
      ],
    },
  },
  REFERRAL_DECLINED: {
    description: 'A referral was declined.',
    to: toSender,
    words: {
      fr: ['orientation refusée', 'orientations refusées'],
      en: ['referral declined', 'referrals declined'],
    },
  },
  REFERRAL_STARTED: {
    description: 'The receiver of a referral met the person.',
    to: toSender,
    words: {
      fr: ['accompagnement commencé', 'accompagnements commencés'],
      en: ['referral under way', 'referrals under way'],
    },
  },
  REFERRAL_HELD: {
    description: 'A referral was put on hold.',
    to: toSender,
    words: {
      fr: ['accompagnement suspendu', 'accompagnements suspendus'],
      en: ['referral on hold', 'referrals on hold'],
    },
  },
  REFERRAL_RESUMED: {
    description: 'A referral was resumed after it had been on hold.',
    to: toSender,
    words: {
      fr: ['accompagnement repris', 'accompagnements repris'],
      en: ['referral resumed', 'referrals resumed'],
    },
  },
  REFERRAL_COMPLETED: {
    description: 'A referral was completed: the person received the service.',
    to: toSender,
    words: {
      fr: ['orientation terminée', 'orientations terminées'],
      en: ['referral completed', 'referrals completed'],
    },
  },
  REFERRAL_NOT_COMPLETED: {
    description: 'A referral ended without the service being given.',
    to: toSender,
    words: {
      fr: ['orientation close sans suite', 'orientations closes sans suite'],
      en: ['referral ended without the service', 'referrals ended without the service'],
    },
  },
  REFERRAL_CANCELLED: {
    description: 'A referral was cancelled.',
    to: toOther,
    words: {
      fr: ['orientation annulée', 'orientations annulées'],
      en: ['referral cancelled', 'referrals cancelled'],
    },
  },
  REFERRAL_ENTERED_IN_ERROR: {
    description: 'A referral was marked as entered in error: it should not have been sent.',
    to: toOther,
    words: {
      fr: ['orientation saisie par erreur', 'orientations saisies par erreur'],
      en: ['referral entered in error', 'referrals entered in error'],
    },
  },
  REFERRAL_REMINDED: {
    description:
      'A referral waits for an answer: from the receiver, or from the sender when the receiver asked a question.',
    to: { roles: ['CASEWORKER'], handled: true },
    words: {
      fr: ['orientation à laquelle répondre', 'orientations auxquelles répondre'],
      en: ['referral that waits for your answer', 'referrals that wait for your answer'],
    },
  },
  REFERRAL_ESCALATED: {
    description: 'A referral has waited too long for an answer.',
    to: { side: 'RECEIVER', roles: ['PARTNER_ADMINISTRATOR'] },
    words: {
      fr: ['orientation sans réponse de votre structure', 'orientations sans réponse de votre structure'],
      en: ['referral that your partner has not answered', 'referrals that your partner has not answered'],
    },
  },
  REFERRAL_EXPIRED: {
    description: 'A referral expired because it was not answered in time.',
    to: { roles: casework, handled: true },
    words: {
      fr: ['orientation expirée sans réponse', 'orientations expirées sans réponse'],
      en: ['referral that expired unanswered', 'referrals that expired unanswered'],
    },
  },
  UNANSWERED_ESCALATED: {
    description: 'A partner of the town has left a referral unanswered for too long.',
    to: { roles: ['COORDINATOR'] },
    words: {
      fr: ['orientation sans réponse', 'orientations sans réponse'],
      en: ['unanswered referral', 'unanswered referrals'],
    },
  },
  LINK_REQUESTED: {
    description: 'A partner asks to be linked with a person whose referent is the viewer’s partner.',
    to: { roles: casework },
    words: {
      fr: ['demande de mise en lien', 'demandes de mise en lien'],
      en: ['request to be linked', 'requests to be linked'],
    },
  },
  LINK_ACCEPTED: {
    description: 'The referent accepted a link request and shared the file.',
    to: { roles: casework },
    words: {
      fr: ['mise en lien acceptée', 'mises en lien acceptées'],
      en: ['link accepted', 'links accepted'],
    },
  },
  LINK_REFUSED: {
    description: 'The referent refused a link request and did not share the file.',
    to: { roles: casework },
    words: {
      fr: ['mise en lien refusée', 'mises en lien refusées'],
      en: ['link refused', 'links refused'],
    },
  },
  SHARING_EXPIRING: {
    description: 'A sharing ends within 30 days.',
    to: { roles: ['CASEWORKER'] },
    words: {
      fr: ['partage bientôt échu', 'partages bientôt échus'],
      en: ['sharing that ends soon', 'sharings that end soon'],
    },
  },
  RETENTION_DUE: {
    description: 'A file will be erased in 30 days, unless the person is helped again before then.',
    to: { roles: ['DATA_PROTECTION_OFFICER', 'PARTNER_ADMINISTRATOR'] },
    words: {
      fr: ['dossier arrivant au terme de sa conservation', 'dossiers arrivant au terme de leur conservation'],
      en: ['file whose retention period ends soon', 'files whose retention period ends soon'],
    },
  },
  RELEASE_LATE: {
    description: 'A release of the committee’s figures is due and could not be made for a day.',
    to: { roles: ['COORDINATOR'] },
    words: {
      fr: ['arrêté des chiffres en retard', 'arrêtés des chiffres en retard'],
      en: ['release of figures that is late', 'releases of figures that are late'],
    },
  },
  QUESTION_OVERLAPPING: {
    description:
      'A member of the committee asked so many different questions about the same persons that somebody should ask why.',
    to: { roles: ['COORDINATOR', 'DATA_PROTECTION_OFFICER'] },
    words: {
      fr: ['série de questions qui se recoupent', 'séries de questions qui se recoupent'],
      en: ['series of overlapping questions', 'series of overlapping questions'],
    },
  },
  CLAUSE_SHORTFALL: {
    description: 'The forecast of a lot fell below the committed hours.',
    to: { roles: ['CLAUSE_FACILITATOR'] },
    words: {
      fr: ['lot en déficit d’heures', 'lots en déficit d’heures'],
      en: ['lot short of hours', 'lots short of hours'],
    },
  },
  WEBHOOK_PAUSED: {
    description:
      'The hub paused a webhook of the viewer’s partner because its receiver did not accept messages.',
    to: { roles: ['PARTNER_ADMINISTRATOR'] },
    words: {
      fr: ['webhook suspendu', 'webhooks suspendus'],
      en: ['paused webhook', 'paused webhooks'],
    },
  },
} satisfies Record<string, Notice>;

export type NotificationKind = keyof typeof notices;

const descriptions = Object.fromEntries(
  Object.entries(notices).map(([kind, { description }]) => [kind, description]),
) as Record<NotificationKind, string>;
export const NotificationKind = closedSet('NotificationKind', 'What a member is notified of.', descriptions);

/** Returns the notice for an event; undefined when the event notifies no member. */
export function noticeOf(
  topic: string,
  kind: string,
): { kind: NotificationKind; to: Addressees } | undefined {
  const named = `${topic}_${kind}`;
  if (!Object.hasOwn(notices, named)) return undefined;
  return { kind: named as NotificationKind, to: notices[named as NotificationKind].to };
}
