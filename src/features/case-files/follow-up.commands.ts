import { Field, ID, InputType } from 'type-graphql';
import { change } from '../../commands/change.js';
import { type Command } from '../../commands/command.js';
import { CreatingInput } from '../../commands/creating-input.js';
import { defineCommand } from '../../commands/define-command.js';
import { Id, Line, Paragraph, tidy } from '../../commands/input-rules.js';
import { refusal } from '../../commands/refusal.js';
import { ConfirmWording, checkWording } from '../../commands/sensitive-text/index.js';
import { DateScalar, DateTimeScalar } from '../../graphql/scalars.js';
import { Pathway, Visibility } from '../pathways/index.js';
import { Appointment, AppointmentStatus } from './appointment.js';
import { inOwnName, noAgreement, personWithin, told } from './entry.commands.js';
import { Note } from './note.js';
import { Objective, ObjectiveStatus } from './objective.js';

@InputType({ description: 'What a person aims at next.' })
export class SetObjectiveInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The pathway that it is on; not a closed one.' })
  pathway!: string;

  @Line(500)
  @Field(() => String, { description: 'What is aimed at, at most 500 characters.' })
  text!: string;

  @Field(() => DateScalar, { nullable: true, description: 'By which day.' })
  dueOn?: string | null;

  @ConfirmWording()
  confirmWording?: boolean | null;
}

export const setObjective = defineCommand({
  name: 'setObjective',
  description: 'Sets what a person aims at next, on a pathway. Needs a sharing of scope FOLLOW_UP.',
  input: SetObjectiveInput,
  payload: { objective: () => Objective },
  async run(command, input) {
    const pathway = await command.find(Pathway, input.pathway, 'pathway');
    await command.needScope(pathway.beneficiary.id, 'FOLLOW_UP', 'pathway', noAgreement);
    if (pathway.status === 'CLOSED') {
      throw refusal('INVALID', 'pathway', { fr: 'Ce parcours est clos.', en: 'This pathway is closed.' });
    }
    checkWording('text', input.text, input.confirmWording);
    const objective = command.em.create(Objective, {
      ...inOwnName(command, pathway.beneficiary),
      pathway,
      text: tidy(input.text),
      status: 'OPEN',
      dueOn: input.dueOn ?? null,
    });
    return told(command, 'OBJECTIVE', 'SET', objective);
  },
});

@InputType({ description: 'What became of an objective.' })
export class CloseObjectiveInput {
  @Id()
  @Field(() => ID, { description: 'The objective.' })
  objective!: string;

  @Field(() => ObjectiveStatus, { description: 'REACHED or DROPPED.' })
  status!: ObjectiveStatus;
}

export const closeObjective = defineCommand({
  name: 'closeObjective',
  description: 'Says once what became of an objective. For the partner that set it.',
  input: CloseObjectiveInput,
  payload: { objective: () => Objective },
  async run(command, { objective: id, status }) {
    const objective = await command.find(Objective, id, 'objective', true);
    if (objective.status !== 'OPEN') throw alreadySaid('objective');
    if (status === 'OPEN') throw saysNothing();
    objective.status = status;
    return told(command, 'OBJECTIVE', 'CLOSED', objective);
  },
});

@InputType({ description: 'When a person meets a professional.' })
export class PlanAppointmentInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The person.' })
  beneficiary!: string;

  @Field(() => DateTimeScalar, { description: 'When; also one that has been, to say what became of it.' })
  at!: string;

  @Line(200)
  @Field(() => String, { description: 'What it is about, at most 200 characters.' })
  subject!: string;

  @Line(200)
  @Field(() => String, { nullable: true, description: 'Where, at most 200 characters.' })
  place?: string | null;

  @ConfirmWording()
  confirmWording?: boolean | null;
}

export const planAppointment = defineCommand({
  name: 'planAppointment',
  description:
    'Notes when a person meets a professional of the viewer’s partner. Needs a sharing of scope FOLLOW_UP.',
  input: PlanAppointmentInput,
  payload: { appointment: () => Appointment },
  async run(command, input) {
    const person = await personWithin(command, input.beneficiary, 'FOLLOW_UP');
    checkWording('subject', input.subject, input.confirmWording);
    checkWording('place', input.place, input.confirmWording);
    const appointment = command.em.create(Appointment, {
      ...inOwnName(command, person),
      at: new Date(input.at),
      subject: tidy(input.subject),
      place: input.place ? tidy(input.place) : null,
      status: 'PLANNED',
    });
    return told(command, 'APPOINTMENT', 'PLANNED', appointment);
  },
});

@InputType({ description: 'What became of an appointment.' })
export class CloseAppointmentInput {
  @Id()
  @Field(() => ID, { description: 'The appointment.' })
  appointment!: string;

  @Field(() => AppointmentStatus, { description: 'HONOURED or MISSED, once it has been; or CANCELLED.' })
  status!: AppointmentStatus;
}

export const closeAppointment = defineCommand({
  name: 'closeAppointment',
  description: 'Says once what became of an appointment. For the partner that planned it.',
  input: CloseAppointmentInput,
  payload: { appointment: () => Appointment },
  async run(command, { appointment: id, status }) {
    const appointment = await command.find(Appointment, id, 'appointment', true);
    if (appointment.status !== 'PLANNED') throw alreadySaid('appointment');
    if (status === 'PLANNED') throw saysNothing();
    if (status !== 'CANCELLED' && appointment.at > command.now) {
      throw refusal('INVALID', 'status', {
        fr: 'Ce rendez-vous n’a pas encore eu lieu.',
        en: 'This appointment is still to come.',
      });
    }
    appointment.status = status;
    return told(command, 'APPOINTMENT', 'CLOSED', appointment);
  },
});

@InputType({ description: 'What to write down about a person.' })
export class WriteNoteInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The person.' })
  beneficiary!: string;

  @Id()
  @Field(() => ID, { nullable: true, description: 'The person’s pathway that it is about.' })
  pathway?: string | null;

  @Paragraph(5000)
  @Field(() => String, { description: 'What to write, at most 5,000 characters.' })
  text!: string;

  @Field(() => Visibility, { nullable: true, defaultValue: 'PARTNER', description: 'Who may see it.' })
  visibility?: Visibility | null;

  @ConfirmWording()
  confirmWording?: boolean | null;
}

export const writeNote = defineCommand({
  name: 'writeNote',
  description: 'Writes something down about a person. Needs a sharing of scope FOLLOW_UP.',
  input: WriteNoteInput,
  payload: { note: () => Note },
  async run(command, input) {
    const person = await personWithin(command, input.beneficiary, 'FOLLOW_UP');
    const pathway = input.pathway ? await command.find(Pathway, input.pathway, 'pathway') : null;
    if (pathway && pathway.beneficiary.id !== person.id) {
      throw refusal('INVALID', 'pathway', {
        fr: 'Ce parcours est celui d’une autre personne.',
        en: 'This pathway is another person’s.',
      });
    }
    const visibility = input.visibility ?? 'PARTNER';
    if (visibility === 'SHARED') checkWording('text', input.text, input.confirmWording);
    const note = command.em.create(Note, {
      ...inOwnName(command, person),
      pathway,
      text: tidy(input.text),
      visibility,
    });
    return toldOf(command, 'WRITTEN', note);
  },
});

@InputType({ description: 'A note in other words.' })
export class RewordNoteInput {
  @Id()
  @Field(() => ID, { description: 'The note.' })
  note!: string;

  @Paragraph(5000)
  @Field(() => String, { description: 'What it says from now on, at most 5,000 characters.' })
  text!: string;

  @ConfirmWording()
  confirmWording?: boolean | null;
}

export const rewordNote = defineCommand({
  name: 'rewordNote',
  description: 'Puts a note in other words. For its author.',
  input: RewordNoteInput,
  payload: { note: () => Note },
  async run(command, input) {
    const note = await command.find(Note, input.note, 'note', true);
    if (note.visibility === 'SHARED') checkWording('text', input.text, input.confirmWording);
    if (!change(note, { text: tidy(input.text) })) return note.id;
    note.rewordedAt = command.now;
    return toldOf(command, 'REWORDED', note);
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
  description: 'Removes a note and empties it. For its author.',
  input: RemoveNoteInput,
  payload: { note: () => Note },
  async run(command, input) {
    const note = await command.find(Note, input.note, 'note', true);
    note.text = '';
    note.removedAt = command.now;
    return toldOf(command, 'REMOVED', note);
  },
});

/** Colleagues are told of a note, but not of one that its author keeps. */
function toldOf(command: Command, kind: string, note: Note): string {
  return note.visibility === 'AUTHOR' ? note.id : told(command, 'NOTE', kind, note);
}

function alreadySaid(field: string) {
  return refusal('INVALID', field, {
    fr: 'La suite donnée est déjà saisie.',
    en: 'What became of it has already been said.',
  });
}

function saysNothing() {
  return refusal('INVALID', 'status', {
    fr: 'Dites ce qu’il en est advenu.',
    en: 'Say what became of it.',
  });
}
