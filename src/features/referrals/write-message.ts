import type { Command } from '../../commands/command.js';
import { tidy } from '../../commands/input-rules.js';
import { refusal } from '../../commands/refusal.js';
import { inForceAt, Sharing } from '../beneficiaries/index.js';
import { Member, Partner } from '../partners/index.js';
import { ReferralMessage } from './message.js';
import type { Referral } from './referral.js';
import type { ReferralTransition } from './referral-transition.js';

/**
 * Stores a message from one side to the other. The referral may be open or closed, but both sides must see the
 * person: otherwise the other side could not read the message.
 * @param change the change of state that the message belongs to: a question or a reply
 * @throws Refusal AGREEMENT_REQUIRED
 */
export async function writeMessage(
  { em, viewer, now }: Command,
  referral: Referral,
  text: string,
  change?: ReferralTransition,
): Promise<ReferralMessage> {
  const { beneficiary, from, to } = referral;
  const sharings = await em.find(Sharing, {
    beneficiary,
    partner: { $in: [from, to] },
    ...inForceAt(now),
  });
  if (new Set(sharings.map(({ partner }) => partner.id)).size < 2) {
    throw refusal('AGREEMENT_REQUIRED', 'referral', {
      fr: 'L’un des deux partenaires n’a plus accès au dossier de la personne et ne pourrait pas lire ce message. Pour écrire, il faut un nouvel accord de la personne.',
      en: 'One of the two partners no longer has access to the person and could not read this message. To write, a new agreement of the person is needed.',
    });
  }
  return em.create(ReferralMessage, {
    referral,
    by: em.getReference(Partner, viewer.partnerId),
    author: em.getReference(Member, viewer.memberId),
    text: tidy(text),
    at: now,
    change: change ?? null,
  });
}
