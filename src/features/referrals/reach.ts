import type { Command } from '../../commands/command.js';
import { refusal } from '../../commands/refusal.js';
import { closedSet } from '../../graphql/enum.js';
import type { Row } from '../../graphql/read/row.js';
import { type Sql, sql } from '../../graphql/read/sql.js';
import { type Text } from '../../i18n.js';
import { type Partner, Service } from '../partners/index.js';
import type { Referral } from './referral.js';

export const ReferralObstacle = closedSet('ReferralObstacle', 'Why no referral can be sent there.', {
  CLOSED: 'The service takes nobody on any more.',
  NO_CONTACT: 'The service does not say yet how it is reached.',
  NOBODY: 'Nobody at the partner answers referrals, and it has no open service with a contact.',
});
export type ReferralObstacle = keyof typeof ReferralObstacle;

const words: Readonly<Record<ReferralObstacle, Text>> = {
  CLOSED: {
    fr: 'Cette offre est close : elle n’accueille plus personne.',
    en: 'This service is closed: it takes nobody on any more.',
  },
  NO_CONTACT: {
    fr: 'Cette offre ne dit pas encore comment la joindre : aucune orientation ne peut lui être envoyée.',
    en: 'This service does not say yet how it is reached: no referral can be sent to it.',
  },
  NOBODY: {
    fr: 'Personne chez ce partenaire ne peut répondre à une orientation pour l’instant.',
    en: 'Nobody at this partner can answer a referral for now.',
  },
};

/** The obstacle to a service's row, or null, as an expression. */
export function serviceObstacle(service: Row): Sql {
  return sql`case when ${service.column('status')} = 'CLOSED' then 'CLOSED' when ${service.column('contact')} = '' then 'NO_CONTACT' end`;
}

/** The obstacle to a partner's row, or null, as an expression. */
export function partnerObstacle(partner: Row): Sql {
  return sql`case when not access.is_reached(${partner.column('id')}) then 'NOBODY' end`;
}

/**
 * The service of a partner that a referral names.
 * @throws Refusal NOT_FOUND; INVALID for the service of another partner
 */
export async function serviceOf(
  command: Command,
  to: Partner,
  id: string | null | undefined,
): Promise<Service | null> {
  if (id == null) return null;
  const service = await command.find(Service, id, 'service');
  if (service.partner.id === to.id) return service;
  throw refusal('INVALID', 'service', {
    fr: 'Cette offre est celle d’un autre partenaire.',
    en: 'This service is another partner’s.',
  });
}

/**
 * Refuses to send where nobody would answer: to a service that is closed or without a contact; to a partner
 * without both members who answer referrals and such a service.
 * @throws Refusal INVALID
 */
export async function checkReached({ em }: Command, referral: Referral): Promise<void> {
  if (referral.service) {
    const { status, contact } = await em.findOneOrFail(Service, referral.service.id);
    if (status === 'CLOSED') throw refusal('INVALID', 'service', words.CLOSED);
    if (contact === '') throw refusal('INVALID', 'service', words.NO_CONTACT);
    return;
  }
  const [{ reached }] = (await em.execute('select access.is_reached(?) as reached', [referral.to.id])) as [
    { reached: boolean },
  ];
  if (!reached) throw refusal('INVALID', 'to', words.NOBODY);
}
