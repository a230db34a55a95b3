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

@InputType({ description: 'A declaration that two files belong to two different persons.' })
export class DeclareDistinctInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'One person.' })
  one!: string;

  @Id()
  @Field(() => ID, { description: 'The other person.' })
  other!: string;

  @Paragraph(1000)
  @Field(() => String, {
    description: 'How it is known that the files belong to two persons, at most 1,000 characters.',
  })
  reason!: string;

  @ConfirmWording()
  confirmWording?: boolean | null;
}

/** @throws Refusal INVALID when both ids are of the same person, or when the declaration already exists */
export const declareDistinct = defineCommand({
  name: 'declareDistinct',
  description:
    'Declares that two files belong to two different persons. From then on, neither file is suggested to any partner as a duplicate of the other, and the files cannot be merged until the declaration is retracted. For a partner that sees both persons.',
  input: DeclareDistinctInput,
  payload: { distinction: () => Distinction },
  on: { field: 'one', type: () => Beneficiary },
  async run(command, input) {
    const { em, viewer } = command;
    checkWording('reason', input.reason, input.confirmWording);
    const one = await command.find(Beneficiary, input.one, 'one');
    const other = await command.find(Beneficiary, input.other, 'other');
    if (one.id === other.id) {
      throw refusal('INVALID', 'other', {
        fr: 'C’est deux fois le même dossier : choisissez deux dossiers différents.',
        en: 'Both ids are of the same file: choose two different files.',
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
      // The two files were merged by a concurrent command.
      if (error instanceof CheckConstraintViolationException) throw notFound('other');
      throw error;
    });
    return made.id;
  },
});

@InputType({ description: 'A declaration to retract.' })
export class RetractDistinctInput {
  @Id()
  @Field(() => ID, { description: 'The declaration.' })
  distinction!: string;
}

/** @throws Refusal INVALID when the declaration was already retracted, or when another partner made it and the viewer's partner is not the referent of both persons */
export const retractDistinct = defineCommand({
  name: 'retractDistinct',
  description:
    'Retracts the declaration that two files belong to two persons. For the partner that made the declaration, and for the referent of both persons.',
  input: RetractDistinctInput,
  payload: { distinction: () => Distinction },
  on: { field: 'distinction', type: () => Distinction, changes: true },
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
        en: 'Another partner made this declaration: ask that partner, or the referent of both persons.',
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

/** Whether a declaration in force says that the two persons are different. */
export async function areDistinct({ em }: Command, one: Beneficiary, other: Beneficiary): Promise<boolean> {
  const pairs = [
    { one, other },
    { one: other, other: one },
  ];
  return (await em.count(Distinction, { retractedAt: null, $or: pairs })) > 0;
}

function alreadyDistinct(): Refusal {
  return refusal('INVALID', 'other', {
    fr: 'Il est déjà noté que ce sont deux personnes : il n’y a rien d’autre à faire.',
    en: 'It is already recorded that these are two persons: nothing else is needed.',
  });
}

function alreadyRetracted(): Refusal {
  return refusal('INVALID', 'distinction', {
    fr: 'Cette déclaration est déjà retirée : il n’y a rien d’autre à faire.',
    en: 'This declaration is already retracted: nothing else is needed.',
  });
}
