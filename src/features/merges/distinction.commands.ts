import { CheckConstraintViolationException, UniqueConstraintViolationException } from '@mikro-orm/core';
import type { Command } from '../../commands/command.js';
import { tidy } from '../../commands/input-rules.js';
import { notFound, type Refusal, refusal } from '../../commands/refusal.js';
import { checkWording } from '../../commands/sensitive-text/index.js';
import { Beneficiary } from '../beneficiaries/index.js';
import { Member, Partner } from '../partners/index.js';
import type { DeclareDistinctInput, RetractDistinctInput } from './distinction.inputs.js';
import { Distinction } from './distinction.js';

/**
 * Records that two files are of two persons: from then on neither is suggested as a duplicate of the other.
 * @throws Refusal INVALID when it is twice the same person, or when this was said already
 */
export async function declare(command: Command, input: DeclareDistinctInput): Promise<string> {
  const { em, viewer } = command;
  checkWording('reason', input.reason, input.confirmWording);
  const one = await command.find(Beneficiary, input.one, 'one');
  const other = await command.find(Beneficiary, input.other, 'other');
  if (one.id === other.id) {
    throw refusal('INVALID', 'other', {
      fr: 'C’est deux fois le même dossier.',
      en: 'This is twice the same file.',
    });
  }
  const made = em.create(Distinction, {
    one,
    other,
    partner: em.getReference(Partner, viewer.partnerId),
    reason: tidy(input.reason),
    declaredAt: command.now,
    declaredBy: em.getReference(Member, viewer.memberId),
  });
  await em.flush().catch((error: unknown) => {
    if (error instanceof UniqueConstraintViolationException) throw alreadyDistinct();
    // The two were merged in this moment.
    if (error instanceof CheckConstraintViolationException) throw notFound('other');
    throw error;
  });
  return made.id;
}

/**
 * Takes back that two files are of two persons.
 * @throws Refusal INVALID when it was taken back already, or when another partner said so and the viewer's does
 * not answer for both
 */
export async function retract(command: Command, input: RetractDistinctInput): Promise<string> {
  const { em, viewer } = command;
  const { id, retractedAt, partner, one, other } = await command.find(
    Distinction,
    input.distinction,
    'distinction',
  );
  if (retractedAt) throw alreadyRetracted();
  const persons = await em.find(Beneficiary, { id: [one.id, other.id] });
  if (partner.id !== viewer.partnerId && persons.some(({ referent }) => referent.id !== viewer.partnerId)) {
    throw refusal('INVALID', 'distinction', {
      fr: 'Un autre partenaire l’a déclaré : adressez-vous à lui, ou à celui qui répond des deux dossiers.',
      en: 'Another partner said so: turn to that one, or to the one that answers for both files.',
    });
  }
  const declared = await command.lock(Distinction, id).catch(() => {
    throw alreadyRetracted();
  });
  declared.retractedAt = command.now;
  declared.retractedBy = em.getReference(Member, viewer.memberId);
  return id;
}

/** Whether it is said of two persons that they are two. */
export async function areDistinct({ em }: Command, one: Beneficiary, other: Beneficiary): Promise<boolean> {
  const pairs = [
    { one, other },
    { one: other, other: one },
  ];
  return (await em.count(Distinction, { retractedAt: null, $or: pairs })) > 0;
}

function alreadyDistinct(): Refusal {
  return refusal('INVALID', 'other', {
    fr: 'Il est déjà noté que ce sont deux personnes.',
    en: 'It is already noted that these are two persons.',
  });
}

function alreadyRetracted(): Refusal {
  return refusal('INVALID', 'distinction', {
    fr: 'Cette déclaration est déjà retirée.',
    en: 'This was already taken back.',
  });
}
