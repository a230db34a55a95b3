import { Field, ID, InputType, Int } from 'type-graphql';
import { inState } from '../../commands/acts-on.js';
import { change } from '../../commands/change.js';
import { CreatingInput } from '../../commands/creating-input.js';
import { defineCommand } from '../../commands/define-command.js';
import { emailOf } from '../../commands/email.js';
import { Id, Line, PastDay, tidy } from '../../commands/input-rules.js';
import { refusal } from '../../commands/refusal.js';
import { ConfirmWording, checkWording } from '../../commands/sensitive-text/index.js';
import { telephoneOf } from '../../commands/telephone.js';
import { DateScalar } from '../../graphql/scalars.js';
import { Beneficiary } from '../beneficiaries/index.js';
import { Barrier, BarrierStatus, BarrierTheme } from './barrier.js';
import { Contact, ContactKind } from './contact.js';
import { Criterion, CriterionKey } from './criterion.js';
import { emitToOwnPartner, entryFields, personWithin } from './entry.commands.js';

@InputType({ description: 'A telephone number, e-mail address or postal address of a person.' })
export class AddContactInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The person.' })
  beneficiary!: string;

  @Field(() => ContactKind, { description: 'The kind of contact.' })
  kind!: ContactKind;

  @Line(300)
  @Field(() => String, { description: 'The number or the address, at most 300 characters.' })
  value!: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Whether the person prefers this contact.',
  })
  preferred?: boolean | null;
}

export const addContact = defineCommand({
  name: 'addContact',
  description: 'Adds a contact to a person’s file. Needs a sharing of scope IDENTITY.',
  input: AddContactInput,
  payload: { contact: () => Contact },
  on: { field: 'beneficiary', type: () => Beneficiary, scope: 'IDENTITY' },
  async run(command, input) {
    const person = await personWithin(command, input.beneficiary, 'IDENTITY');
    const { kind } = input;
    const value = contactValue(kind, input.value);
    // Without the lock, two concurrent commands would both find no contact, and both would add one.
    await command.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))::text', [
      `contact of ${person.id} ${value}`,
    ]);
    const present = await command.em.findOne(Contact, { beneficiary: person, kind, value, removedAt: null });
    if (present) return present.id;
    const contact = command.em.create(Contact, {
      ...entryFields(command, person),
      kind,
      value,
      preferred: input.preferred ?? false,
    });
    return emitToOwnPartner(command, 'CONTACT', 'ADDED', contact);
  },
});

@InputType({ description: 'A contact to remove, because it is wrong or no longer valid.' })
export class RemoveContactInput {
  @Id()
  @Field(() => ID, { description: 'The contact.' })
  contact!: string;
}

export const removeContact = defineCommand({
  name: 'removeContact',
  description:
    'Removes a contact and deletes its value. For the partner that recorded the contact and for the person’s referent.',
  input: RemoveContactInput,
  payload: { contact: () => Contact },
  on: { field: 'contact', type: () => Contact, changes: true },
  async run(command, input) {
    const contact = await command.find(Contact, input.contact, 'contact', true);
    contact.value = '';
    contact.removedAt = command.now;
    return emitToOwnPartner(command, 'CONTACT', 'REMOVED', contact);
  },
});

@InputType({ description: 'A criterion that a person meets.' })
export class RecordCriterionInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The person.' })
  beneficiary!: string;

  @Field(() => CriterionKey, { description: 'The criterion.' })
  key!: CriterionKey;

  @PastDay()
  @Field(() => DateScalar, { description: 'The first day on which the person met the criterion.' })
  since!: string;
}

export const recordCriterion = defineCommand({
  name: 'recordCriterion',
  description: 'Records a criterion that a person meets. Needs a sharing of scope PATHWAY.',
  input: RecordCriterionInput,
  payload: { criterion: () => Criterion },
  on: { field: 'beneficiary', type: () => Beneficiary, scope: 'PATHWAY' },
  async run(command, input) {
    const person = await personWithin(command, input.beneficiary, 'PATHWAY');
    const { key, since } = input;
    const criterion = command.em.create(Criterion, { ...entryFields(command, person), key, since });
    return emitToOwnPartner(command, 'CRITERION', 'RECORDED', criterion);
  },
});

@InputType({ description: 'A criterion that a person no longer meets.' })
export class EndCriterionInput {
  @Id()
  @Field(() => ID, { description: 'The criterion.' })
  criterion!: string;

  @PastDay()
  @Field(() => DateScalar, { description: 'The last day on which the person met the criterion.' })
  until!: string;
}

const notEnded = inState<Criterion>(
  'criterion',
  { until: null },
  {
    fr: 'La fin de ce critère est déjà saisie : enregistrez un nouveau critère si la personne le remplit de nouveau.',
    en: 'This criterion has already ended: record a new one if the person meets it again.',
  },
);

export const endCriterion = defineCommand({
  name: 'endCriterion',
  description:
    'Records that a person no longer meets a criterion. For the partner that recorded the criterion.',
  input: EndCriterionInput,
  payload: { criterion: () => Criterion },
  on: { field: 'criterion', type: () => Criterion, changes: true, state: notEnded },
  async run(command, { criterion: id, until }) {
    const criterion = await command.find(Criterion, id, 'criterion', true);
    notEnded.check(criterion);
    if (until < criterion.since) {
      throw refusal('INVALID', 'until', {
        fr: 'Cette date précède le premier jour : corrigez-la.',
        en: 'This date is before the first day: correct it.',
      });
    }
    criterion.until = until;
    return emitToOwnPartner(command, 'CRITERION', 'ENDED', criterion);
  },
});

@InputType({ description: 'A barrier between a person and employment.' })
export class RecordBarrierInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The person.' })
  beneficiary!: string;

  @Field(() => BarrierTheme, { description: 'The theme of the barrier.' })
  theme!: BarrierTheme;

  @Field(() => BarrierStatus, {
    nullable: true,
    defaultValue: 'OPEN',
    description: 'The status of the barrier.',
  })
  status?: BarrierStatus | null;

  @Line(500)
  @Field(() => String, {
    nullable: true,
    description: 'A remark, at most 500 characters; refused for SANTE.',
  })
  note?: string | null;

  @ConfirmWording()
  confirmWording?: boolean | null;
}

export const recordBarrier = defineCommand({
  name: 'recordBarrier',
  description: 'Records a barrier between a person and employment. Needs a sharing of scope FOLLOW_UP.',
  input: RecordBarrierInput,
  payload: { barrier: () => Barrier },
  on: { field: 'beneficiary', type: () => Beneficiary, scope: 'FOLLOW_UP' },
  async run(command, input) {
    const person = await personWithin(command, input.beneficiary, 'FOLLOW_UP');
    const barrier = command.em.create(Barrier, {
      ...entryFields(command, person),
      theme: input.theme,
      status: input.status ?? 'OPEN',
      resolvedAt: input.status === 'RESOLVED' ? command.now : null,
      note: barrierNote(input.theme, input),
      version: 1,
    });
    return emitToOwnPartner(command, 'BARRIER', 'RECORDED', barrier);
  },
});

@InputType({ description: 'Changes of a barrier.' })
export class ChangeBarrierInput {
  @Id()
  @Field(() => ID, { description: 'The barrier.' })
  barrier!: string;

  @Field(() => Int, {
    description: 'The version that the client read. The command is refused if the barrier has changed since.',
  })
  expectedVersion!: number;

  @Field(() => BarrierStatus, {
    nullable: true,
    description: 'The new status; unchanged if null.',
  })
  status?: BarrierStatus | null;

  @Line(500)
  @Field(() => String, {
    nullable: true,
    description:
      'The new remark, at most 500 characters. Null deletes the remark; if the field is left out, the remark is unchanged. Refused for SANTE.',
  })
  note?: string | null;

  @ConfirmWording()
  confirmWording?: boolean | null;
}

export const changeBarrier = defineCommand({
  name: 'changeBarrier',
  description: 'Changes the status or the remark of a barrier. For the partner that recorded the barrier.',
  input: ChangeBarrierInput,
  payload: { barrier: () => Barrier },
  on: { field: 'barrier', type: () => Barrier, changes: true },
  async run(command, input) {
    const barrier = await command.find(Barrier, input.barrier, 'barrier', true);
    if (barrier.version !== input.expectedVersion) {
      throw refusal('STALE_VERSION', 'expectedVersion', {
        fr: `Ce frein a changé entre-temps (version ${barrier.version}) : relisez-le.`,
        en: `This barrier has changed in the meantime (version ${barrier.version}): read it again.`,
      });
    }
    const { status, note } = input;
    const wasResolved = barrier.status === 'RESOLVED';
    const isChanged = change(barrier, {
      status: status ?? undefined,
      note: note === null ? null : (barrierNote(barrier.theme, input) ?? undefined),
    });
    if (!isChanged) return barrier.id;
    if ((barrier.status === 'RESOLVED') !== wasResolved)
      barrier.resolvedAt = wasResolved ? null : command.now;
    barrier.version += 1;
    return emitToOwnPartner(command, 'BARRIER', 'CHANGED', barrier);
  },
});

/** @throws Refusal INVALID for a remark on a barrier of health; WORDING */
function barrierNote(
  theme: BarrierTheme,
  { note, confirmWording }: Pick<RecordBarrierInput, 'note' | 'confirmWording'>,
): string | null {
  if (!note) return null;
  if (theme === 'SANTE') {
    throw refusal('INVALID', 'note', {
      fr: 'Pour la santé, seul le besoin d’aide est noté : retirez ce texte.',
      en: 'For health, only the need for help is recorded: remove this text.',
    });
  }
  checkWording('note', note, confirmWording);
  return tidy(note);
}

/** The normalised value of a contact, as it is stored and compared. */
function contactValue(kind: ContactKind, value: string): string {
  if (kind === 'PHONE') return telephoneOf(value, 'value');
  return kind === 'EMAIL' ? emailOf(value, 'value') : tidy(value);
}
