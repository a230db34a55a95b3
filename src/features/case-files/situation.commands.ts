import { Field, ID, InputType, Int } from 'type-graphql';
import { change } from '../../commands/change.js';
import { CreatingInput } from '../../commands/creating-input.js';
import { defineCommand } from '../../commands/define-command.js';
import { emailOf } from '../../commands/email.js';
import { Id, Line, PastDay, tidy } from '../../commands/input-rules.js';
import { refusal } from '../../commands/refusal.js';
import { ConfirmWording, checkWording } from '../../commands/sensitive-text/index.js';
import { telephoneOf } from '../../commands/telephone.js';
import { DateScalar } from '../../graphql/scalars.js';
import { Barrier, BarrierStatus, BarrierTheme } from './barrier.js';
import { Contact, ContactKind } from './contact.js';
import { Criterion, CriterionKey } from './criterion.js';
import { inOwnName, personWithin, told } from './entry.commands.js';

@InputType({ description: 'How a person is reached.' })
export class AddContactInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The person.' })
  beneficiary!: string;

  @Field(() => ContactKind, { description: 'What sort of contact.' })
  kind!: ContactKind;

  @Line(300)
  @Field(() => String, { description: 'The number or the address, at most 300 characters.' })
  value!: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Whether the person would rather be reached this way.',
  })
  preferred?: boolean | null;
}

export const addContact = defineCommand({
  name: 'addContact',
  description: 'Adds a way to reach a person. Needs a sharing of scope IDENTITY.',
  input: AddContactInput,
  payload: { contact: () => Contact },
  async run(command, input) {
    const person = await personWithin(command, input.beneficiary, 'IDENTITY');
    const { kind } = input;
    const value = contactValue(kind, input.value);
    // Two that come at the same time would both find nothing.
    await command.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))::text', [
      `contact of ${person.id} ${value}`,
    ]);
    const present = await command.em.findOne(Contact, { beneficiary: person, kind, value, removedAt: null });
    if (present) return present.id;
    const contact = command.em.create(Contact, {
      ...inOwnName(command, person),
      kind,
      value,
      preferred: input.preferred ?? false,
    });
    return told(command, 'CONTACT', 'ADDED', contact);
  },
});

@InputType({ description: 'A contact that is wrong, or no more.' })
export class RemoveContactInput {
  @Id()
  @Field(() => ID, { description: 'The contact.' })
  contact!: string;
}

export const removeContact = defineCommand({
  name: 'removeContact',
  description:
    'Removes a contact and empties it. For the partner that recorded it and the person’s referent.',
  input: RemoveContactInput,
  payload: { contact: () => Contact },
  async run(command, input) {
    const contact = await command.find(Contact, input.contact, 'contact', true);
    contact.value = '';
    contact.removedAt = command.now;
    return told(command, 'CONTACT', 'REMOVED', contact);
  },
});

@InputType({ description: 'A criterion that a person meets.' })
export class RecordCriterionInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The person.' })
  beneficiary!: string;

  @Field(() => CriterionKey, { description: 'Which criterion.' })
  key!: CriterionKey;

  @PastDay()
  @Field(() => DateScalar, { description: 'The first day.' })
  since!: string;
}

export const recordCriterion = defineCommand({
  name: 'recordCriterion',
  description: 'Records a criterion that a person meets. Needs a sharing of scope PATHWAY.',
  input: RecordCriterionInput,
  payload: { criterion: () => Criterion },
  async run(command, input) {
    const person = await personWithin(command, input.beneficiary, 'PATHWAY');
    const { key, since } = input;
    const criterion = command.em.create(Criterion, { ...inOwnName(command, person), key, since });
    return told(command, 'CRITERION', 'RECORDED', criterion);
  },
});

@InputType({ description: 'A criterion that a person meets no more.' })
export class EndCriterionInput {
  @Id()
  @Field(() => ID, { description: 'The criterion.' })
  criterion!: string;

  @PastDay()
  @Field(() => DateScalar, { description: 'The last day.' })
  until!: string;
}

export const endCriterion = defineCommand({
  name: 'endCriterion',
  description: 'Says that a person meets a criterion no more. For the partner that recorded it.',
  input: EndCriterionInput,
  payload: { criterion: () => Criterion },
  async run(command, { criterion: id, until }) {
    const criterion = await command.find(Criterion, id, 'criterion', true);
    if (criterion.until) {
      throw refusal('INVALID', 'criterion', {
        fr: 'La fin de ce critère est déjà saisie.',
        en: 'This criterion has already ended.',
      });
    }
    if (until < criterion.since) {
      throw refusal('INVALID', 'until', {
        fr: 'Cette date précède le premier jour.',
        en: 'This date is before the first day.',
      });
    }
    criterion.until = until;
    return told(command, 'CRITERION', 'ENDED', criterion);
  },
});

@InputType({ description: 'What stands in a person’s way.' })
export class RecordBarrierInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The person.' })
  beneficiary!: string;

  @Field(() => BarrierTheme, { description: 'What it is about.' })
  theme!: BarrierTheme;

  @Field(() => BarrierStatus, {
    nullable: true,
    defaultValue: 'OPEN',
    description: 'What is being done about it.',
  })
  status?: BarrierStatus | null;

  @Line(500)
  @Field(() => String, {
    nullable: true,
    description: 'More, at most 500 characters; refused for SANTE.',
  })
  note?: string | null;

  @ConfirmWording()
  confirmWording?: boolean | null;
}

export const recordBarrier = defineCommand({
  name: 'recordBarrier',
  description: 'Records what stands in a person’s way. Needs a sharing of scope FOLLOW_UP.',
  input: RecordBarrierInput,
  payload: { barrier: () => Barrier },
  async run(command, input) {
    const person = await personWithin(command, input.beneficiary, 'FOLLOW_UP');
    const barrier = command.em.create(Barrier, {
      ...inOwnName(command, person),
      theme: input.theme,
      status: input.status ?? 'OPEN',
      note: barrierNote(input.theme, input),
      version: 1,
    });
    return told(command, 'BARRIER', 'RECORDED', barrier);
  },
});

@InputType({ description: 'What became of a barrier.' })
export class ChangeBarrierInput {
  @Id()
  @Field(() => ID, { description: 'The barrier.' })
  barrier!: string;

  @Field(() => Int, { description: 'The version that the caller read; refused if it has changed since.' })
  expectedVersion!: number;

  @Field(() => BarrierStatus, {
    nullable: true,
    description: 'What is being done about it; as it was if null.',
  })
  status?: BarrierStatus | null;

  @Line(500)
  @Field(() => String, {
    nullable: true,
    description: 'More, at most 500 characters, null for none; as it was if left out; refused for SANTE.',
  })
  note?: string | null;

  @ConfirmWording()
  confirmWording?: boolean | null;
}

export const changeBarrier = defineCommand({
  name: 'changeBarrier',
  description: 'Says what became of a barrier. For the partner that recorded it.',
  input: ChangeBarrierInput,
  payload: { barrier: () => Barrier },
  async run(command, input) {
    const barrier = await command.find(Barrier, input.barrier, 'barrier', true);
    if (barrier.version !== input.expectedVersion) {
      throw refusal('STALE_VERSION', 'expectedVersion', {
        fr: `Ce frein a changé entre-temps (version ${barrier.version}) : relisez-le.`,
        en: `This barrier has changed in the meantime (version ${barrier.version}): read it again.`,
      });
    }
    const { status, note } = input;
    const isOther = change(barrier, {
      status: status ?? undefined,
      note: note === null ? null : (barrierNote(barrier.theme, input) ?? undefined),
    });
    if (!isOther) return barrier.id;
    barrier.version += 1;
    return told(command, 'BARRIER', 'CHANGED', barrier);
  },
});

/** @throws Refusal INVALID for a word on health; WORDING */
function barrierNote(
  theme: BarrierTheme,
  { note, confirmWording }: Pick<RecordBarrierInput, 'note' | 'confirmWording'>,
): string | null {
  if (!note) return null;
  if (theme === 'SANTE') {
    throw refusal('INVALID', 'note', {
      fr: 'Pour la santé, seul le besoin d’aide est noté : retirez ce texte.',
      en: 'Of health, only the need for help is recorded: leave this text out.',
    });
  }
  checkWording('note', note, confirmWording);
  return tidy(note);
}

/** A contact as it is kept and compared. */
function contactValue(kind: ContactKind, value: string): string {
  if (kind === 'PHONE') return telephoneOf(value, 'value');
  return kind === 'EMAIL' ? emailOf(value, 'value') : tidy(value);
}
