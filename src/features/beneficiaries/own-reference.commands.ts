import { Field, ID, InputType } from 'type-graphql';
import { fileReaders } from '../../access/role.js';
import type { Command } from '../../commands/command.js';
import { defineCommand } from '../../commands/define-command.js';
import { Id, Line, tidy } from '../../commands/input-rules.js';
import { refusal } from '../../commands/refusal.js';
import { Partner } from '../partners/index.js';
import { Beneficiary } from './beneficiary.js';
import { PartnerReference } from './partner-reference.js';

/** An input field for the partner's own reference of a person. */
export function OwnReference(description: string): PropertyDecorator {
  const rules = [Line(64), Field(() => String, { nullable: true, description })];
  return (target, property) => {
    for (const rule of rules) rule(target, property);
  };
}

/**
 * Sets the reference that the viewer's partner has for a person whom it sees. A person whom the partner no longer sees
 * loses the same reference: the partner cannot remove it there.
 * @throws Refusal INVALID when another person whom the partner sees has the reference
 */
export async function setReference(command: Command, person: string, given: string | null): Promise<void> {
  const { em, viewer } = command;
  const reference = given === null ? null : tidy(given);
  if (reference !== null) await checkFree(command, reference, person);
  await em.flush();
  await em.execute('select rights.drop_reference(?, ?)::text', [person, reference]);
  if (reference === null) return;
  const beneficiary = em.getReference(Beneficiary, person);
  em.create(PartnerReference, {
    beneficiary,
    partner: em.getReference(Partner, viewer.partnerId),
    reference,
  });
}

/**
 * Checks that no person whom the viewer's partner sees has this reference of the partner. Takes a lock on the partner's
 * references until the command ends.
 * @param except the person who may have it
 * @throws Refusal INVALID
 */
export async function checkFree(command: Command, given: string, except?: string): Promise<void> {
  const { em, viewer } = command;
  await em.execute(`select pg_advisory_xact_lock(hashtextextended('references of ' || ?::text, 0))::text`, [
    viewer.partnerId,
  ]);
  const taken = await em.findOne(PartnerReference, { partner: viewer.partnerId, reference: tidy(given) });
  if (!taken || taken.beneficiary.id === except) return;
  throw refusal('INVALID', 'ownReference', {
    fr: 'Une autre personne a déjà cette référence dans votre logiciel : vérifiez-la.',
    en: 'Another person already has this reference in your software: check it.',
  });
}

@InputType({
  description: 'A person, and the reference of the person in the software of the viewer’s partner.',
})
export class SetOwnReferenceInput {
  @Id()
  @Field(() => ID, { description: 'The person.' })
  beneficiary!: string;

  @OwnReference('The reference, at most 64 characters; null removes it.')
  ownReference?: string | null;
}

/** @throws Refusal NOT_FOUND; INVALID when another person has the reference */
export const setOwnReference = defineCommand({
  name: 'setOwnReference',
  description:
    'Sets or removes the reference that a person has in the software of the viewer’s partner. By this reference, and by no other data about the person, a federation gateway asks the partner’s own system.',
  input: SetOwnReferenceInput,
  payload: { beneficiary: () => Beneficiary },
  roles: fileReaders,
  on: { field: 'beneficiary', type: () => Beneficiary, scope: 'IDENTITY' },
  async run(command, { beneficiary, ownReference }) {
    const { em, viewer } = command;
    const { id } = await command.find(Beneficiary, beneficiary, 'beneficiary');
    const stored = await em.findOne(PartnerReference, { beneficiary: id, partner: viewer.partnerId });
    const wanted = ownReference == null ? null : tidy(ownReference);
    if ((stored?.reference ?? null) === wanted) return id;
    await setReference(command, id, wanted);
    await command.assignTransactionId();
    command.emit({ topic: 'BENEFICIARY', kind: 'REFERENCE_CHANGED', subject: id, to: [viewer.partnerId] });
    return id;
  },
});
