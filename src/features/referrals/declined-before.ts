import { Field } from 'type-graphql';
import type { Command } from '../../commands/command.js';
import { refusal } from '../../commands/refusal.js';
import { shortDayOf, type Text } from '../../i18n.js';
import { Service } from '../partners/index.js';
import { declineReasonLabels } from './decline-labels.js';
import type { DeclineReason, Referral } from './referral.js';

/** How often, and when last, a service declined a person for a reason. */
interface Declined {
  readonly reason: DeclineReason;
  readonly times: number;
  readonly last: string;
}

/**
 * Refuses a referral to a service that declined the same person before. The refusal states the reasons, how often
 * and when last; the sender chooses another service, or confirms. Only referrals of the sender's own partner count:
 * a referral by another partner is known only to its two sides.
 * @throws Refusal DECLINED_BEFORE, unless it is confirmed
 */
export async function checkDeclinedBefore(
  { em }: Command,
  { beneficiary, from, service }: Referral,
  confirmed: boolean | null | undefined,
): Promise<void> {
  if (!service || confirmed) return;
  const declined = (await em.execute(
    `select decline_reason as reason, count(*)::int as times, max(answered_at)::timestamptz as last
      from referral where beneficiary_id = ? and service_id = ? and from_id = ? and status = 'DECLINED'
      group by decline_reason order by max(answered_at) desc`,
    [beneficiary.id, service.id, from.id],
  )) as Declined[];
  if (declined.length === 0) return;
  const { name } = await em.findOneOrFail(Service, service.id);
  throw refusal('DECLINED_BEFORE', 'service', refusalText(name, declined));
}

/** The input field that confirms a referral which {@link checkDeclinedBefore} would refuse. */
export function ConfirmDeclinedBefore(): PropertyDecorator {
  return Field(() => Boolean, {
    nullable: true,
    description:
      'Set to true to send the referral although it was refused with DECLINED_BEFORE, because the service declined the person before.',
  }) as PropertyDecorator;
}

function refusalText(name: string, declined: readonly Declined[]): Text {
  const reasons = (inWords: (it: Declined) => string, separator: string) =>
    declined.map(inWords).join(separator);
  return {
    fr: `« ${name} » a déjà refusé cette personne : ${reasons(inFrench, ' ; ')}. Choisissez une autre offre, ou confirmez.`,
    en: `“${name}” declined this person before: ${reasons(inEnglish, '; ')}. Choose another service, or confirm.`,
  };
}

function inFrench({ reason, times, last }: Declined): string {
  const when = shortDayOf(last, 'fr');
  return `${declineReasonLabels[reason].fr.toLowerCase()} (${times > 1 ? `${times} fois, la dernière le` : 'le'} ${when})`;
}

function inEnglish({ reason, times, last }: Declined): string {
  const when = shortDayOf(last, 'en');
  return `${declineReasonLabels[reason].en.toLowerCase()} (${times > 1 ? `${times} times, the last on` : 'on'} ${when})`;
}
