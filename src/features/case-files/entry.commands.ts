import { type SharingScope } from '../../access/scope.js';
import type { Command } from '../../commands/command.js';
import type { Topic } from '../../events/topics.js';
import type { Text } from '../../i18n.js';
import { Beneficiary } from '../beneficiaries/index.js';
import { Member, Partner } from '../partners/index.js';
import type { Entry } from './entry.js';

/**
 * The person with this id, whom the viewer's partner may see with at least this scope.
 * @throws Refusal NOT_FOUND; AGREEMENT_REQUIRED when the partner sees the person with a smaller scope only
 */
export async function personWithin(command: Command, id: string, scope: SharingScope): Promise<Beneficiary> {
  const person = await command.find(Beneficiary, id, 'beneficiary');
  await command.needScope(person.id, scope, 'beneficiary', noAgreement);
  return person;
}

/** The text of AGREEMENT_REQUIRED for entries of a file. */
export const noAgreement: Text = {
  fr: 'Aucun accord en vigueur ne va aussi loin pour cette personne : demandez son accord.',
  en: 'No agreement in force covers this for this person: ask for an agreement.',
};

/** The fields that every new entry has: the person, the partner, the author and the time. */
export function entryFields({ em, viewer, now }: Command, beneficiary: Beneficiary) {
  return {
    beneficiary,
    partner: em.getReference(Partner, viewer.partnerId),
    author: em.getReference(Member, viewer.memberId),
    createdAt: now,
  };
}

/**
 * Emits an event about an entry to the viewer's partner only: the partner that recorded the entry may no longer see
 * the person. Returns the key of the entry.
 */
export function emitToOwnPartner(command: Command, topic: Topic, kind: string, { id }: Entry): string {
  command.emit({ topic, kind, subject: id, to: [command.viewer.partnerId] });
  return id;
}
