import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { Field, InputType } from 'type-graphql';
import type { Context } from '../../access/context.js';
import { databaseRoleOf } from '../../access/viewer.js';
import type { Command } from '../../commands/command.js';
import { CreatingInput } from '../../commands/creating-input.js';
import { defineCommand } from '../../commands/define-command.js';
import { PastDay, PersonName, tidy } from '../../commands/input-rules.js';
import { committed, notFound, refusal } from '../../commands/refusal.js';
import { DateScalar } from '../../graphql/scalars.js';
import { Member, Partner } from '../partners/index.js';
import { Beneficiary, District } from './beneficiary.js';
import { callNameOf, fingerprint, type PersonIdentity, sortNameOf } from './identity.js';
import { mayAttempt, recordAttempt } from './link-attempt.js';
import { Sharing } from './sharing.js';

const oldest = 120;

/**
 * Who the person in an input is, as it is kept.
 * @throws Refusal INVALID for somebody too old to be right
 */
export function identityIn(input: PersonIdentity, now: Date): PersonIdentity {
  if (Number(input.birthDate.slice(0, 4)) < now.getUTCFullYear() - oldest) {
    throw refusal('INVALID', 'birthDate', {
      fr: `Cette date de naissance remonte à plus de ${oldest} ans.`,
      en: `This date of birth is more than ${oldest} years ago.`,
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

  @Field(() => District, { description: 'Where the person lives.' })
  district!: District;

  @PastDay()
  @Field(() => DateScalar, {
    description: 'When the person was informed of the file, of its use and of their rights.',
  })
  informedOn!: string;
}

/**
 * Registers a person; the viewer's partner answers for the file from then on.
 * @throws Refusal ALREADY_KNOWN, with the file if the viewer's partner may see it, otherwise counted as an
 * attempt; LIMITED after too many of those, whoever the person is; NOT_FOUND for a role that does not work
 * with persons
 */
export const registerBeneficiary = defineCommand({
  name: 'registerBeneficiary',
  description:
    'Registers a person; the viewer’s partner answers for the file. With ALREADY_KNOWN, the payload shows the file if the viewer’s partner may see it; otherwise nothing, and `requestLink` is the way on. Many such answers in a day are followed by LIMITED.',
  input: RegisterBeneficiaryInput,
  payload: { beneficiary: () => Beneficiary },
  extraFields: {
    suspectedDuplicates: {
      type: () => [Beneficiary],
      description:
        'Who may be the same person as the one shown, among those whom the viewer’s partner sees; empty when nobody is shown.',
      value: (context, { id }) => suspectedDuplicates(context, id),
    },
  },
  async run(command, input) {
    const { em, viewer, now } = command;
    const names = identityIn(input, now);
    const print = fingerprint(command.context.secret, names);
    // One at a time for each person: whoever comes second finds the first one's file, if it is for them.
    const [{ mayRegister }] = (await em.execute(
      'select access.reads_files() as "mayRegister", pg_advisory_xact_lock(hashtextextended(?, 0))::text',
      [print],
    )) as [{ mayRegister: boolean }];
    if (!mayRegister) throw notFound('');
    await refuseIfSeen(command, print);
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
    command.emit({ topic: 'BENEFICIARY', kind: 'REGISTERED', subject: person.id, to: [viewer.partnerId] });
    return person.id;
  },
});

/** @throws Refusal ALREADY_KNOWN with the file of the person, when the viewer's partner may see it */
async function refuseIfSeen(command: Command, print: string): Promise<void> {
  const seen =
    (await command.em.findOne(Beneficiary, { fingerprint: print })) ?? (await keptInstead(command, print));
  if (!seen) return;
  const text = {
    fr: 'Cette personne est déjà suivie : voici son dossier.',
    en: 'This person is already known: here is the file.',
  };
  throw refusal('ALREADY_KNOWN', '', text, seen.id);
}

/**
 * Inserts a person.
 * @throws Refusal ALREADY_KNOWN, committed with an attempt that counts, when another partner has the file
 */
async function insertOrCount(command: Command, person: Beneficiary): Promise<void> {
  try {
    // A savepoint: only the insert rolls back, so that the attempt outlives the refusal.
    await command.em.transactional((inner) => inner.insert(Beneficiary, person));
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    recordAttempt(command, 'registerBeneficiary');
    throw committed(
      refusal('ALREADY_KNOWN', '', {
        fr: 'Un autre partenaire connaît déjà cette personne.',
        en: 'Another partner already knows this person.',
      }),
    );
  }
}

/** The keys of those who may be the person with the given key, as far as the viewer sees them. */
async function suspectedDuplicates({ database, viewer }: Context, person: unknown): Promise<string[]> {
  if (!person) return [];
  const statement = { text: 'select merges.suspected($1) as id', values: [person] };
  const [rows = []] = await database.reader.read<{ id: string }>(databaseRoleOf(viewer), [statement]);
  return rows.map(({ id }) => id);
}

/** The person to whom the one with this fingerprint was merged, if the viewer's partner may see them. */
async function keptInstead({ em }: Command, print: string): Promise<{ id: string } | undefined> {
  const [{ id }] = (await em.execute('select access.kept(?) as id', [print])) as [{ id: string | null }];
  return id ? { id } : undefined;
}
