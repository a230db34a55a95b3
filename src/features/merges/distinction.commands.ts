import { CheckConstraintViolationException, UniqueConstraintViolationException } from '@mikro-orm/core';
import { Field, ID, InputType } from 'type-graphql';
import { type Command } from '../../commands/command.js';
import { CreatingInput } from '../../commands/creating-input.js';
import { defineCommand } from '../../commands/define-command.js';
import { Id, Paragraph, tidy } from '../../commands/input-rules.js';
import { notFound, type Refusal, refusal } from '../../commands/refusal.js';
import { ConfirmWording, checkWording } from '../../commands/sensitive-text/index.js';
import { Beneficiary } from '../beneficiaries/index.js';
import { Member, Partner } from '../partners/index.js';
import { Distinction } from './distinction.js';

@InputType({ description: 'Two files that are of two persons.' })
export class DeclareDistinctInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'One person.' })
  one!: string;

  @Id()
  @Field(() => ID, { description: 'The other person.' })
  other!: string;

  @Paragraph(1000)
  @Field(() => String, {
    description: 'What the two are known by to be two persons, at most 1,000 characters.',
  })
  reason!: string;

  @ConfirmWording()
  confirmWording?: boolean | null;
}

/** @throws Refusal INVALID when it is twice the same person, or when this was said already */
export const declareDistinct = defineCommand({
  name: 'declareDistinct',
  description:
    'Says that two files are of two persons: neither is suggested as a duplicate of the other any more, to no partner, and they cannot be merged until it is taken back. For a partner that sees both.',
  input: DeclareDistinctInput,
  payload: { distinction: () => Distinction },
  async run(command, input) {
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
  },
});

@InputType({ description: 'A declaration to take back.' })
export class RetractDistinctInput {
  @Id()
  @Field(() => ID, { description: 'What was declared.' })
  distinction!: string;
}

/** @throws Refusal INVALID when it was taken back already, or when another partner said so and the viewer's does not answer for both */
export const retractDistinct = defineCommand({
  name: 'retractDistinct',
  description:
    'Takes back that two files are of two persons. For the partner that said so, and for the one that answers for both files.',
  input: RetractDistinctInput,
  payload: { distinction: () => Distinction },
  async run(command, input) {
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
  },
});

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
