import type { Act } from '../acts/act.js';
import { refusal } from '../acts/refusal.js';
import { tidy } from '../acts/rules.js';
import { checkWording } from '../acts/wording/index.js';
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

/** Adds a way to reach a person. Needs a sharing of scope IDENTITY. */
export async function addContact(act: Act, input: AddContactInput): Promise<string> {
  const person = await personWithin(act, input.beneficiary, 'IDENTITY');
  const contact = act.em.create(Contact, {
    ...inOwnName(act, person),
    kind: input.kind,
    value: contactValue(input.kind, tidy(input.value)),
    preferred: input.preferred ?? false,
  });
  return told(act, 'CONTACT', 'ADDED', contact);
}

/** Removes a contact, and what it says. For the partner that recorded it and the person's referent. */
export async function removeContact(act: Act, input: RemoveContactInput): Promise<string> {
  const contact = await act.find(Contact, input.contact, 'contact', true);
  contact.value = '';
  contact.removedAt = act.now;
  return told(act, 'CONTACT', 'REMOVED', contact);
}

/** Records a criterion that a person meets. Needs a sharing of scope PATHWAY. */
export async function recordCriterion(act: Act, input: RecordCriterionInput): Promise<string> {
  const person = await personWithin(act, input.beneficiary, 'PATHWAY');
  const { key, since } = input;
  const criterion = act.em.create(Criterion, { ...inOwnName(act, person), key, since });
  return told(act, 'CRITERION', 'RECORDED', criterion);
}

/** Says that a person meets a criterion no more. For the partner that recorded it. */
export async function endCriterion(act: Act, { criterion: id, until }: EndCriterionInput): Promise<string> {
  const criterion = await act.find(Criterion, id, 'criterion', true);
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
  return told(act, 'CRITERION', 'ENDED', criterion);
}

/** Records what stands in a person's way. Needs a sharing of scope FOLLOW_UP. */
export async function recordBarrier(act: Act, input: RecordBarrierInput): Promise<string> {
  const person = await personWithin(act, input.beneficiary, 'FOLLOW_UP');
  const barrier = act.em.create(Barrier, {
    ...inOwnName(act, person),
    theme: input.theme,
    status: input.status ?? 'OPEN',
    note: barrierNote(input.theme, input),
    version: 1,
  });
  return told(act, 'BARRIER', 'RECORDED', barrier);
}

/** Says what became of a barrier. For the partner that recorded it. */
export async function changeBarrier(act: Act, input: ChangeBarrierInput): Promise<string> {
  const barrier = await act.find(Barrier, input.barrier, 'barrier', true);
  if (barrier.version !== input.expectedVersion) {
    throw refusal('STALE_VERSION', 'expectedVersion', {
      fr: `Ce frein a changé entre-temps (version ${barrier.version}) : relisez-le.`,
      en: `This barrier has changed in the meantime (version ${barrier.version}): read it again.`,
    });
  }
  barrier.status = input.status ?? barrier.status;
  barrier.note = barrierNote(barrier.theme, input) ?? barrier.note ?? null;
  barrier.version += 1;
  return told(act, 'BARRIER', 'CHANGED', barrier);
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

const wrongContact = {
  PHONE: {
    fr: 'Ce n’est pas un numéro de téléphone : dix chiffres, ou l’indicatif du pays après +.',
    en: 'This is not a telephone number: ten digits, or the country’s code after +.',
  },
  EMAIL: { fr: 'Ce n’est pas une adresse électronique.', en: 'This is not an e-mail address.' },
};

/** A contact as it is kept: a number by its digits. */
function contactValue(kind: ContactKind, value: string): string {
  if (kind === 'ADDRESS') return value;
  const kept = kind === 'PHONE' ? value.replace(/[\s.()/\p{Pd}]/gu, '') : value;
  const right =
    kind === 'PHONE' ? /^(?:0\d{9}|\+[1-9]\d{7,14})$/ : /^[^\s@<>"(),:;]+@[^\s@<>"(),:;]+\.[^\s@.]{2,}$/;
  if (!right.test(kept)) throw refusal('INVALID', 'value', wrongContact[kind]);
  return kept;
}
