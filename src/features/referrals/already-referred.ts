import { Field } from 'type-graphql';
import type { Command } from '../../commands/command.js';
import { refusal } from '../../commands/refusal.js';
import { type Language, shortDayOf } from '../../i18n.js';
import type { Referral } from './referral.js';

/**
 * Refuses a referral when another one of the same person is open to the same service, or to the same partner if one
 * of the two names no service. Only referrals of the sender's own partner count: a referral by another partner is
 * known only to its two sides. Commands on one person run one at a time, so if two colleagues refer the person at
 * the same time, the second one gets the refusal.
 * @throws Refusal ALREADY_REFERRED, unless it is confirmed
 */
export async function checkAlreadyReferred(
  { em }: Command,
  { id, beneficiary, from, to, service }: Referral,
  confirmed: boolean | null | undefined,
): Promise<void> {
  if (confirmed) return;
  const [open] = (await em.execute(
    `select reference, sent_at::timestamptz as "sentAt" from referral
      where beneficiary_id = ? and from_id = ? and to_id = ? and id <> ? and sent_at is not null and closed_at is null
        and coalesce(service_id = ?::uuid, true)
      order by sent_at desc limit 1`,
    [beneficiary.id, from.id, to.id, id, service?.id ?? null],
  )) as [{ reference: string; sentAt: string }?];
  if (!open) return;
  const day = (language: Language) => shortDayOf(open.sentAt, language);
  throw refusal('ALREADY_REFERRED', service ? 'service' : 'to', {
    fr: `Votre structure a déjà orienté cette personne ici : l’orientation ${open.reference}, envoyée le ${day('fr')}, est en cours. Suivez-la, ou confirmez.`,
    en: `Your partner already referred this person here: referral ${open.reference}, sent on ${day('en')}, is open. Follow that one, or confirm.`,
  });
}

/** The input field that confirms a referral which {@link checkAlreadyReferred} would refuse. */
export function ConfirmAlreadyReferred(): PropertyDecorator {
  return Field(() => Boolean, {
    nullable: true,
    description:
      'Set to true to send the referral although it was refused with ALREADY_REFERRED, because a referral of the person there is open.',
  }) as PropertyDecorator;
}
