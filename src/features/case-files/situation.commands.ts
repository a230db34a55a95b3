import { change } from '../../commands/change.js';
import type { Command } from '../../commands/command.js';
import { emailOf } from '../../commands/email.js';
import { tidy } from '../../commands/input-rules.js';
import { refusal } from '../../commands/refusal.js';
import { checkWording } from '../../commands/sensitive-text/index.js';
import { telephoneOf } from '../../commands/telephone.js';
import { Barrier, type BarrierTheme } from './barrier.js';
import { Contact, type ContactKind } from './contact.js';
import { Criterion } from './criterion.js';
import { inOwnName, personWithin, told } from './entry.commands.js';
import type {
  AddContactInput,
  ChangeBarrierInput,
  EndCriterionInput,
  RecordBarrierInput,
  RecordCriterionInput,
  RemoveContactInput,
} from './situation.inputs.js';

/** Adds a way to reach a person, unless it is there already. Needs a sharing of scope IDENTITY. */
export async function addContact(command: Command, input: AddContactInput): Promise<string> {
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
}

/** Removes a contact, and what it says. For the partner that recorded it and the person's referent. */
export async function removeContact(command: Command, input: RemoveContactInput): Promise<string> {
  const contact = await command.find(Contact, input.contact, 'contact', true);
  contact.value = '';
  contact.removedAt = command.now;
  return told(command, 'CONTACT', 'REMOVED', contact);
}

/** Records a criterion that a person meets. Needs a sharing of scope PATHWAY. */
export async function recordCriterion(command: Command, input: RecordCriterionInput): Promise<string> {
  const person = await personWithin(command, input.beneficiary, 'PATHWAY');
  const { key, since } = input;
  const criterion = command.em.create(Criterion, { ...inOwnName(command, person), key, since });
  return told(command, 'CRITERION', 'RECORDED', criterion);
}

/** Says that a person meets a criterion no more. For the partner that recorded it. */
export async function endCriterion(
  command: Command,
  { criterion: id, until }: EndCriterionInput,
): Promise<string> {
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
}

/** Records what stands in a person's way. Needs a sharing of scope FOLLOW_UP. */
export async function recordBarrier(command: Command, input: RecordBarrierInput): Promise<string> {
  const person = await personWithin(command, input.beneficiary, 'FOLLOW_UP');
  const barrier = command.em.create(Barrier, {
    ...inOwnName(command, person),
    theme: input.theme,
    status: input.status ?? 'OPEN',
    note: barrierNote(input.theme, input),
    version: 1,
  });
  return told(command, 'BARRIER', 'RECORDED', barrier);
}

/** Says what became of a barrier. For the partner that recorded it. */
export async function changeBarrier(command: Command, input: ChangeBarrierInput): Promise<string> {
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
}

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
