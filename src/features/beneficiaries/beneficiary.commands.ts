import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { Field, InputType } from 'type-graphql';
import { fileReaders } from '../../access/role.js';
import { databaseRoleOf } from '../../access/viewer.js';
import type { Command } from '../../commands/command.js';
import { CreatingInput } from '../../commands/creating-input.js';
import { defineCommand } from '../../commands/define-command.js';
import { PastDay, PersonName, tidy } from '../../commands/input-rules.js';
import { committed, refusal } from '../../commands/refusal.js';
import type { Context } from '../../context.js';
import { DateScalar } from '../../graphql/scalars.js';
import { Member, Partner } from '../partners/index.js';
import { Beneficiary, District } from './beneficiary.js';
import { callNameOf, fingerprint, type PersonIdentity, sortNameOf } from './identity.js';
import { mayAttempt, recordAttempt } from './link-attempt.js';
import { checkFree, OwnReference, setReference } from './own-reference.commands.js';
import { Sharing } from './sharing.js';

const maxAgeYears = 120;

/**
 * The identity in an input, with tidied names, as it is stored.
 * @throws Refusal INVALID when the date of birth is too long ago to be right
 */
export function identityIn(input: PersonIdentity, now: Date): PersonIdentity {
  if (Number(input.birthDate.slice(0, 4)) < now.getUTCFullYear() - maxAgeYears) {
    throw refusal('INVALID', 'birthDate', {
      fr: `Cette date de naissance remonte à plus de ${maxAgeYears} ans : corrigez-la.`,
      en: `This date of birth is more than ${maxAgeYears} years ago: correct it.`,
    });
  }
  return {
    firstName: tidy(input.firstName),
    lastName: tidy(input.lastName),
    birthDate: input.birthDate,
  };
}

@InputType({ description: 'A person to register.' })
export class RegisterBeneficiaryInput extends CreatingInput {
  @PersonName()
  @Field(() => String, { description: 'First name, at most 200 characters.' })
  firstName!: string;

  @PersonName()
  @Field(() => String, { description: 'Last name, at most 200 characters.' })
  lastName!: string;

  @PastDay()
  @Field(() => DateScalar, { description: 'Date of birth.' })
  birthDate!: string;

  @Field(() => District, { description: 'The district where the person lives.' })
  district!: District;

  @PastDay()
  @Field(() => DateScalar, {
    description:
      'The day on which the person was informed about the file, about its use and about their rights.',
  })
  informedOn!: string;

  @OwnReference('The reference of the person in the software of the viewer’s partner, at most 64 characters.')
  ownReference?: string | null;
}

/**
 * Registers a person. The viewer's partner becomes the referent.
 * @throws Refusal ALREADY_KNOWN, with the file if the viewer's partner may see it, otherwise counted as a link
 * attempt; LIMITED after too many link attempts, for every person, known or not; NOT_FOUND for a role that does
 * not work with persons
 */
export const registerBeneficiary = defineCommand({
  name: 'registerBeneficiary',
  description:
    'Registers a person. The viewer’s partner becomes the referent. When the person is already registered, the answer is ALREADY_KNOWN: the payload contains the file if the viewer’s partner may see it. Otherwise it contains nothing; use `requestLink` to ask for access. After too many such answers on one day, the answer is LIMITED.',
  input: RegisterBeneficiaryInput,
  payload: { beneficiary: () => Beneficiary },
  extraFields: {
    suspectedDuplicates: {
      type: () => [Beneficiary],
      description:
        'Persons visible to the viewer’s partner who may be the same person as `beneficiary`; empty when `beneficiary` is null.',
      value: (context, { id }) => suspectedDuplicates(context, id),
    },
  },
  roles: fileReaders,
  on: null,
  async run(command, input) {
    const { em, viewer, now } = command;
    const names = identityIn(input, now);
    const print = fingerprint(command.context.secret, names);
    // Serializes the registrations of one person, so that a concurrent second one finds the file of the first.
    await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [print]);
    await refuseIfSeen(command, print);
    // Before a person whom the partner does not see is looked for: the refusal must not tell whether there is one.
    if (input.ownReference != null) await checkFree(command, input.ownReference);
    await mayAttempt(command);
    const referent = em.getReference(Partner, viewer.partnerId);
    const createdBy = em.getReference(Member, viewer.memberId);
    const person = em.create(
      Beneficiary,
      {
        ...names,
        district: input.district,
        informedOn: input.informedOn,
        referent,
        fingerprint: print,
        sortName: sortNameOf(names),
        callName: callNameOf(names),
        createdAt: now,
        createdBy,
      },
      { persist: false },
    );
    await insertOrCount(command, person);
    em.create(Sharing, {
      beneficiary: em.getReference(Beneficiary, person.id),
      partner: referent,
      scope: 'FOLLOW_UP',
      basis: 'REFERENT',
      since: now,
      grantedBy: referent,
      recordedBy: createdBy,
    });
    if (input.ownReference != null) await setReference(command, person.id, input.ownReference);
    command.emit({ topic: 'BENEFICIARY', kind: 'REGISTERED', subject: person.id, to: [viewer.partnerId] });
    return person.id;
  },
});

/** @throws Refusal ALREADY_KNOWN, with the file, when the viewer's partner may see the person */
async function refuseIfSeen(command: Command, print: string): Promise<void> {
  const seen =
    (await command.em.findOne(Beneficiary, { fingerprint: print })) ?? (await keptInstead(command, print));
  if (!seen) return;
  const text = {
    fr: 'Cette personne est déjà suivie : voici son dossier.',
    en: 'This person is already registered: here is the file.',
  };
  throw refusal('ALREADY_KNOWN', '', text, seen.id);
}

/**
 * Inserts a person.
 * @throws Refusal ALREADY_KNOWN, committed together with a counted link attempt, when the person is registered but
 * not visible to the viewer's partner
 */
async function insertOrCount(command: Command, person: Beneficiary): Promise<void> {
  try {
    // A savepoint: only the insert rolls back, so that the link attempt is stored although the command is refused.
    await command.em.transactional((inner) => inner.insert(Beneficiary, person));
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    recordAttempt(command, 'registerBeneficiary');
    throw committed(
      refusal('ALREADY_KNOWN', '', {
        fr: 'Un autre partenaire connaît déjà cette personne : avec son accord, demandez à voir son dossier.',
        en: 'Another partner already knows this person: with their agreement, ask for access to the file.',
      }),
    );
  }
}

/** The keys of the suspected duplicates of a person that are visible to the viewer. */
async function suspectedDuplicates({ database, viewer }: Context, person: unknown): Promise<string[]> {
  if (!person) return [];
  const statement = { text: 'select merges.suspected($1) as id', values: [person] };
  const [rows = []] = await database.reader.read<{ id: string }>(databaseRoleOf(viewer), [statement]);
  return rows.map(({ id }) => id);
}

/** The kept person of a merged duplicate with this fingerprint, if the viewer's partner may see that person. */
async function keptInstead({ em }: Command, print: string): Promise<{ id: string } | undefined> {
  const [{ id }] = (await em.execute('select access.kept(?) as id', [print])) as [{ id: string | null }];
  return id ? { id } : undefined;
}
