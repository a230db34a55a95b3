import { type SharingScope } from '../../access/scope.js';
import type { Command } from '../../commands/command.js';
import type { Topic } from '../../events/topics.js';
import type { Text } from '../../i18n.js';
import { Beneficiary } from '../beneficiaries/index.js';
import { Member, Partner } from '../partners/index.js';
import type { Entry } from './entry.js';

/**
 * The person with this id, whom the viewer's partner may see at least so far.
 * @throws Refusal NOT_FOUND; AGREEMENT_REQUIRED when it sees the person, but not so far
 */
export async function personWithin(command: Command, id: string, scope: SharingScope): Promise<Beneficiary> {
  const person = await command.find(Beneficiary, id, 'beneficiary');
  await command.needScope(person.id, scope, 'beneficiary', noAgreement);
  return person;
}

/** What a missing agreement means for entries of a file. */
export const noAgreement: Text = {
  fr: 'Aucun accord en vigueur ne va aussi loin pour cette personne.',
  en: 'No agreement in force reaches that far for this person.',
};

/** What every new entry says of itself: about whom, by whom, when. */
export function inOwnName({ em, viewer, now }: Command, beneficiary: Beneficiary) {
  return {
    beneficiary,
    partner: em.getReference(Partner, viewer.partnerId),
    author: em.getReference(Member, viewer.memberId),
    createdAt: now,
  };
}

/** Tells the viewer's partner, and no other: whoever recorded it may see the person no more. Gives the key. */
export function told(command: Command, topic: Topic, kind: string, { id }: Entry): string {
  command.emit({ topic, kind, subject: id, to: [command.viewer.partnerId] });
  return id;
}
