import { covers, type SharingScope } from '../../access/scope.js';
import type { Act } from '../../commands/command.js';
import { refusal } from '../../commands/refusal.js';
import type { Topic } from '../../events/topics.js';
import { Beneficiary } from '../beneficiaries/index.js';
import { Member, Partner } from '../partners/index.js';
import type { Entry } from './entry.js';

/**
 * The person with this id, whom the viewer's partner may see at least so far.
 * @throws Refusal NOT_FOUND; AGREEMENT_REQUIRED when it sees the person, but not so far
 */
export async function personWithin(act: Act, id: string, scope: SharingScope): Promise<Beneficiary> {
  const person = await act.find(Beneficiary, id, 'beneficiary');
  await reach(act, person.id, scope, 'beneficiary');
  return person;
}

/** @throws Refusal AGREEMENT_REQUIRED when no sharing of the viewer's partner reaches so far */
export async function reach(act: Act, personId: string, scope: SharingScope, field: string): Promise<void> {
  const own = await act.scopeOf(personId);
  if (own && covers(own, scope)) return;
  throw refusal('AGREEMENT_REQUIRED', field, {
    fr: 'Aucun accord en vigueur ne va aussi loin pour cette personne.',
    en: 'No agreement in force reaches that far for this person.',
  });
}

/** What every new entry says of itself: about whom, by whom, when. */
export function inOwnName({ em, viewer, now }: Act, beneficiary: Beneficiary) {
  return {
    beneficiary,
    partner: em.getReference(Partner, viewer.partnerId),
    author: em.getReference(Member, viewer.memberId),
    createdAt: now,
  };
}

/** Tells the viewer's partner, and no other: whoever recorded it may see the person no more. Gives the key. */
export function told(act: Act, topic: Topic, kind: string, { id }: Entry): string {
  act.tell({ topic, kind, subject: id, to: [act.viewer.partnerId] });
  return id;
}
