import type { Command } from '../../commands/command.js';
import { refusal } from '../../commands/refusal.js';
import { closedSet } from '../../graphql/enum.js';
import type { Row } from '../../graphql/read/row.js';
import { type Sql, sql } from '../../graphql/read/sql.js';
import { type Text } from '../../i18n.js';
import { type Partner, Service } from '../partners/index.js';
import type { Referral } from './referral.js';

export const ReferralObstacle = closedSet(
  'ReferralObstacle',
  'Why no referral can be sent to a service or a partner.',
  {
    CLOSED: 'The service is closed.',
    NO_CONTACT: 'The service has no contact yet.',
    NOBODY: 'The partner has no active member who may answer referrals, and no open service with a contact.',
  },
);
export type ReferralObstacle = keyof typeof ReferralObstacle;

const obstacleTexts: Readonly<Record<ReferralObstacle, Text>> = {
  CLOSED: {
    fr: 'Cette offre est close : elle n’accueille plus personne. Choisissez une autre offre.',
    en: 'This service is closed. Choose another service.',
  },
  NO_CONTACT: {
    fr: 'Cette offre n’a pas encore de contact : aucune orientation ne peut lui être envoyée. Choisissez une autre offre, ou demandez à ce partenaire d’indiquer un contact.',
    en: 'This service has no contact yet, so no referral can be sent to it. Choose another service, or ask the partner to add a contact.',
  },
  NOBODY: {
    fr: 'Personne chez ce partenaire ne peut répondre à une orientation pour l’instant. Choisissez un autre partenaire, ou contactez celui-ci autrement.',
    en: 'No member of this partner can answer a referral at present. Choose another partner, or contact this one by other means.',
  },
};

/** SQL expression: the obstacle for a service, or null. */
export function serviceObstacle(service: Row): Sql {
  return sql`case when ${service.column('status')} = 'CLOSED' then 'CLOSED' when ${service.column('contact')} = '' then 'NO_CONTACT' end`;
}

/** SQL expression: the obstacle for a partner as a whole, or null. */
export function partnerObstacle(partner: Row): Sql {
  return sql`case when not access.is_reached(${partner.column('id')}) then 'NOBODY' end`;
}

/**
 * The service that a referral names, which must be one of the receiver's.
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
    fr: 'Cette offre est celle d’un autre partenaire : choisissez une offre du destinataire.',
    en: 'This service belongs to another partner. Choose a service of the receiver.',
  });
}

/**
 * Refuses a referral that would not be answered: to a service that is closed or has no contact; to a partner as a
 * whole that has neither an active member who may answer referrals nor an open service with a contact.
 * @throws Refusal INVALID
 */
export async function checkObstacle({ em }: Command, referral: Referral): Promise<void> {
  if (referral.service) {
    const { status, contact } = await em.findOneOrFail(Service, referral.service.id);
    if (status === 'CLOSED') throw refusal('INVALID', 'service', obstacleTexts.CLOSED);
    if (contact === '') throw refusal('INVALID', 'service', obstacleTexts.NO_CONTACT);
    return;
  }
  const [{ reached }] = (await em.execute('select access.is_reached(?) as reached', [referral.to.id])) as [
    { reached: boolean },
  ];
  if (!reached) throw refusal('INVALID', 'to', obstacleTexts.NOBODY);
}
