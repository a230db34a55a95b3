import type { Command } from '../../commands/command.js';
import { tidy } from '../../commands/input-rules.js';
import { refusal } from '../../commands/refusal.js';
import { inForceAt, Sharing } from '../beneficiaries/index.js';
import { Member, Partner } from '../partners/index.js';
import { ReferralMessage } from './message.js';
import type { Referral } from './referral.js';
import type { ReferralTransition } from './referral-transition.js';

/**
 * Writes down what one side says to the other, as long as both see the person: open or closed, but never into
 * the void.
 * @param change what was changed by saying it
 * @throws Refusal AGREEMENT_REQUIRED
 */
export async function say(
  { em, viewer, now }: Command,
  referral: Referral,
  text: string,
  change?: ReferralTransition,
): Promise<ReferralMessage> {
  const { beneficiary, from, to } = referral;
  const seeing = await em.find(Sharing, {
    beneficiary,
    partner: { $in: [from, to] },
    ...inForceAt(now),
  });
  if (new Set(seeing.map(({ partner }) => partner.id)).size < 2) {
    throw refusal('AGREEMENT_REQUIRED', 'referral', {
      fr: 'L’un des deux partenaires n’a plus accès au dossier de la personne : il ne lirait pas ce message.',
      en: 'One of the two partners does not see the person any more: it would not read this message.',
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
