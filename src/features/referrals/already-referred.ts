import { Field } from 'type-graphql';
import type { Command } from '../../commands/command.js';
import { refusal } from '../../commands/refusal.js';
import { type Language, shortDayOf } from '../../i18n.js';
import type { Referral } from './referral.js';

/**
 * Says, before a referral is sent, that a referral of the same person to the same service is open already, or to
 * the same partner where one of the two names no service. Only referrals of the sender's own partner count: that
 * another one referred the person is known to its two sides alone. Acts on one person come one at a time, so
 * that of two colleagues the second is told.
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

/** The input field with which a sender sends all the same after {@link checkAlreadyReferred} spoke. */
export function ConfirmAlreadyReferred(): PropertyDecorator {
  return Field(() => Boolean, {
    nullable: true,
    description:
      'Whether to send all the same after ALREADY_REFERRED said that a referral of the person there is open.',
  }) as PropertyDecorator;
}
