import { Field, ID, InputType } from 'type-graphql';
import { inState } from '../../commands/acts-on.js';
import { change } from '../../commands/change.js';
import { type Command } from '../../commands/command.js';
import { CreatingInput } from '../../commands/creating-input.js';
import { defineCommand } from '../../commands/define-command.js';
import { Id, Line, Paragraph, tidy } from '../../commands/input-rules.js';
import { refusal } from '../../commands/refusal.js';
import { ConfirmWording, checkWording } from '../../commands/sensitive-text/index.js';
import { DateScalar, DateTimeScalar } from '../../graphql/scalars.js';
import type { Text } from '../../i18n.js';
import { Beneficiary } from '../beneficiaries/index.js';
import { Pathway, Visibility } from '../pathways/index.js';
import { Appointment, AppointmentStatus } from './appointment.js';
import { emitToOwnPartner, entryFields, noAgreement, personWithin } from './entry.commands.js';
import { Note } from './note.js';
import { Objective, ObjectiveStatus } from './objective.js';

const alreadyClosed: Text = {
  fr: 'La suite donnée est déjà saisie : elle ne peut plus être modifiée.',
  en: 'The result is already recorded and can no longer be changed.',
};
const open = inState<Objective>('objective', { status: 'OPEN' }, alreadyClosed);
const planned = inState<Appointment>('appointment', { status: 'PLANNED' }, alreadyClosed);

@InputType({ description: 'An objective of a person.' })
export class SetObjectiveInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The pathway to which the objective belongs. It must not be closed.' })
  pathway!: string;

  @Line(500)
  @Field(() => String, { description: 'The objective, at most 500 characters.' })
  text!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day by which the objective is to be reached.',
  })
  dueOn?: string | null;

  @ConfirmWording()
  confirmWording?: boolean | null;
}

const notClosed = inState<Pathway>(
  'pathway',
  { status: { not: 'CLOSED' } },
  {
    fr: 'Ce parcours est clos : choisissez un parcours ouvert.',
    en: 'This pathway is closed: choose an open one.',
  },
);

export const setObjective = defineCommand({
  name: 'setObjective',
  description: 'Sets an objective of a person on a pathway. Needs a sharing of scope FOLLOW_UP.',
  input: SetObjectiveInput,
  payload: { objective: () => Objective },
  on: { field: 'pathway', type: () => Pathway, scope: 'FOLLOW_UP', state: notClosed },
  async run(command, input) {
    const pathway = await command.find(Pathway, input.pathway, 'pathway');
    await command.needScope(pathway.beneficiary.id, 'FOLLOW_UP', 'pathway', noAgreement);
    notClosed.check(pathway);
    checkWording('text', input.text, input.confirmWording);
    const objective = command.em.create(Objective, {
      ...entryFields(command, pathway.beneficiary),
      pathway,
      text: tidy(input.text),
      status: 'OPEN',
      dueOn: input.dueOn ?? null,
    });
    return emitToOwnPartner(command, 'OBJECTIVE', 'SET', objective);
  },
});

@InputType({ description: 'The result of an objective.' })
export class CloseObjectiveInput {
  @Id()
  @Field(() => ID, { description: 'The objective.' })
  objective!: string;

  @Field(() => ObjectiveStatus, { description: 'The result: REACHED or DROPPED.' })
  status!: ObjectiveStatus;
}

export const closeObjective = defineCommand({
  name: 'closeObjective',
  description: 'Records the result of an objective. Possible once. For the partner that set the objective.',
  input: CloseObjectiveInput,
  payload: { objective: () => Objective },
  on: { field: 'objective', type: () => Objective, changes: true, state: open },
  async run(command, { objective: id, status }) {
    const objective = await command.find(Objective, id, 'objective', true);
    open.check(objective);
    if (status === 'OPEN') throw missingResult();
    objective.status = status;
    objective.closedAt = command.now;
    return emitToOwnPartner(command, 'OBJECTIVE', 'CLOSED', objective);
  },
});

@InputType({ description: 'An appointment of a person with a professional.' })
export class PlanAppointmentInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The person.' })
  beneficiary!: string;

  @Field(() => DateTimeScalar, {
    description:
      'When the appointment takes place. A time in the past is allowed, to record the result of a past appointment.',
  })
  at!: string;

  @Line(200)
  @Field(() => String, { description: 'The subject, at most 200 characters.' })
  subject!: string;

  @Line(200)
  @Field(() => String, { nullable: true, description: 'The place, at most 200 characters.' })
  place?: string | null;

  @ConfirmWording()
  confirmWording?: boolean | null;
}

export const planAppointment = defineCommand({
  name: 'planAppointment',
  description:
    'Records an appointment of a person with a professional of the viewer’s partner. Needs a sharing of scope FOLLOW_UP.',
  input: PlanAppointmentInput,
  payload: { appointment: () => Appointment },
  on: { field: 'beneficiary', type: () => Beneficiary, scope: 'FOLLOW_UP' },
  async run(command, input) {
    const person = await personWithin(command, input.beneficiary, 'FOLLOW_UP');
    checkWording('subject', input.subject, input.confirmWording);
    checkWording('place', input.place, input.confirmWording);
    const appointment = command.em.create(Appointment, {
      ...entryFields(command, person),
      at: new Date(input.at),
      subject: tidy(input.subject),
      place: input.place ? tidy(input.place) : null,
      status: 'PLANNED',
    });
    return emitToOwnPartner(command, 'APPOINTMENT', 'PLANNED', appointment);
  },
});

@InputType({ description: 'The result of an appointment.' })
export class CloseAppointmentInput {
  @Id()
  @Field(() => ID, { description: 'The appointment.' })
  appointment!: string;

  @Field(() => AppointmentStatus, {
    description:
      'The result: HONOURED or MISSED, after the time of the appointment; or CANCELLED, at any time.',
  })
  status!: AppointmentStatus;
}

export const closeAppointment = defineCommand({
  name: 'closeAppointment',
  description:
    'Records the result of an appointment. Possible once. For the partner that planned the appointment.',
  input: CloseAppointmentInput,
  payload: { appointment: () => Appointment },
  on: { field: 'appointment', type: () => Appointment, changes: true, state: planned },
  async run(command, { appointment: id, status }) {
    const appointment = await command.find(Appointment, id, 'appointment', true);
    planned.check(appointment);
    if (status === 'PLANNED') throw missingResult();
    if (status !== 'CANCELLED' && appointment.at > command.now) {
      throw refusal('INVALID', 'status', {
        fr: 'Ce rendez-vous n’a pas encore eu lieu : annulez-le, ou saisissez la suite après sa date.',
        en: 'This appointment is still to come: cancel it, or record its result afterwards.',
      });
    }
    appointment.status = status;
    return emitToOwnPartner(command, 'APPOINTMENT', 'CLOSED', appointment);
  },
});

@InputType({ description: 'A note about a person.' })
export class WriteNoteInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The person.' })
  beneficiary!: string;

  @Id()
  @Field(() => ID, {
    nullable: true,
    description: 'A pathway of the person, when the note is about that pathway.',
  })
  pathway?: string | null;

  @Paragraph(5000)
  @Field(() => String, { description: 'The text of the note, at most 5,000 characters.' })
  text!: string;

  @Field(() => Visibility, { nullable: true, defaultValue: 'PARTNER', description: 'Who may see the note.' })
  visibility?: Visibility | null;

  @ConfirmWording()
  confirmWording?: boolean | null;
}

export const writeNote = defineCommand({
  name: 'writeNote',
  description: 'Writes a note about a person. Needs a sharing of scope FOLLOW_UP.',
  input: WriteNoteInput,
  payload: { note: () => Note },
  on: { field: 'beneficiary', type: () => Beneficiary, scope: 'FOLLOW_UP' },
  async run(command, input) {
    const person = await personWithin(command, input.beneficiary, 'FOLLOW_UP');
    const pathway = input.pathway ? await command.find(Pathway, input.pathway, 'pathway') : null;
    if (pathway && pathway.beneficiary.id !== person.id) {
      throw refusal('INVALID', 'pathway', {
        fr: 'Ce parcours est celui d’une autre personne : choisissez un parcours de cette personne.',
        en: 'This pathway belongs to another person: choose a pathway of this person.',
      });
    }
    const visibility = input.visibility ?? 'PARTNER';
    if (visibility === 'SHARED') checkWording('text', input.text, input.confirmWording);
    const note = command.em.create(Note, {
      ...entryFields(command, person),
      pathway,
      text: tidy(input.text),
      visibility,
    });
    return emitNoteEvent(command, 'WRITTEN', note);
  },
});

@InputType({ description: 'A new text for a note.' })
export class RewordNoteInput {
  @Id()
  @Field(() => ID, { description: 'The note.' })
  note!: string;

  @Paragraph(5000)
  @Field(() => String, { description: 'The new text, at most 5,000 characters.' })
  text!: string;

  @ConfirmWording()
  confirmWording?: boolean | null;
}

export const rewordNote = defineCommand({
  name: 'rewordNote',
  description: 'Replaces the text of a note. For the author of the note.',
  input: RewordNoteInput,
  payload: { note: () => Note },
  on: { field: 'note', type: () => Note, changes: true },
  async run(command, input) {
    const note = await command.find(Note, input.note, 'note', true);
    if (note.visibility === 'SHARED') checkWording('text', input.text, input.confirmWording);
    if (!change(note, { text: tidy(input.text) })) return note.id;
    note.rewordedAt = command.now;
    return emitNoteEvent(command, 'REWORDED', note);
  },
});

@InputType({ description: 'A note to remove.' })
export class RemoveNoteInput {
  @Id()
  @Field(() => ID, { description: 'The note.' })
  note!: string;
}

export const removeNote = defineCommand({
  name: 'removeNote',
  description: 'Removes a note and deletes its text. For the author of the note.',
  input: RemoveNoteInput,
  payload: { note: () => Note },
  on: { field: 'note', type: () => Note, changes: true },
  async run(command, input) {
    const note = await command.find(Note, input.note, 'note', true);
    note.text = '';
    note.removedAt = command.now;
    return emitNoteEvent(command, 'REMOVED', note);
  },
});

/** Emits an event about a note to the viewer's partner, but not when only the author may see the note. */
function emitNoteEvent(command: Command, kind: string, note: Note): string {
  return note.visibility === 'AUTHOR' ? note.id : emitToOwnPartner(command, 'NOTE', kind, note);
}

function missingResult() {
  return refusal('INVALID', 'status', {
    fr: 'Indiquez la suite donnée.',
    en: 'Choose a result.',
  });
}
