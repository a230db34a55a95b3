import { change } from '../../commands/change.js';
import type { Command } from '../../commands/command.js';
import { tidy } from '../../commands/input-rules.js';
import { refusal } from '../../commands/refusal.js';
import { checkWording } from '../../commands/sensitive-text/index.js';
import { Pathway } from '../pathways/index.js';
import { Appointment } from './appointment.js';
import { inOwnName, personWithin, reach, told } from './entry.commands.js';
import type {
  CloseAppointmentInput,
  CloseObjectiveInput,
  PlanAppointmentInput,
  RemoveNoteInput,
  RewordNoteInput,
  SetObjectiveInput,
  WriteNoteInput,
} from './follow-up.inputs.js';
import { Note } from './note.js';
import { Objective } from './objective.js';

/** Sets what a person aims at next, on a pathway that is not closed. Needs a sharing of scope FOLLOW_UP. */
export async function setObjective(command: Command, input: SetObjectiveInput): Promise<string> {
  const pathway = await command.find(Pathway, input.pathway, 'pathway');
  await reach(command, pathway.beneficiary.id, 'FOLLOW_UP', 'pathway');
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
}

/** Says once what became of an objective. For the partner that set it. */
export async function closeObjective(
  command: Command,
  { objective: id, status }: CloseObjectiveInput,
): Promise<string> {
  const objective = await command.find(Objective, id, 'objective', true);
  if (objective.status !== 'OPEN') throw alreadySaid('objective');
  if (status === 'OPEN') throw saysNothing();
  objective.status = status;
  return told(command, 'OBJECTIVE', 'CLOSED', objective);
}

/** Notes when a person meets a professional of the viewer's partner. Needs a sharing of scope FOLLOW_UP. */
export async function planAppointment(command: Command, input: PlanAppointmentInput): Promise<string> {
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
}

/** Says once what became of an appointment. For the partner that planned it. */
export async function closeAppointment(
  command: Command,
  { appointment: id, status }: CloseAppointmentInput,
): Promise<string> {
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
}

/** Writes something down about a person. Needs a sharing of scope FOLLOW_UP. */
export async function writeNote(command: Command, input: WriteNoteInput): Promise<string> {
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
}

/** Puts a note in other words. For its author. */
export async function rewordNote(command: Command, input: RewordNoteInput): Promise<string> {
  const note = await command.find(Note, input.note, 'note', true);
  if (note.visibility === 'SHARED') checkWording('text', input.text, input.confirmWording);
  if (!change(note, { text: tidy(input.text) })) return note.id;
  note.rewordedAt = command.now;
  return toldOf(command, 'REWORDED', note);
}

/** Removes a note, and what it says. For its author. */
export async function removeNote(command: Command, input: RemoveNoteInput): Promise<string> {
  const note = await command.find(Note, input.note, 'note', true);
  note.text = '';
  note.removedAt = command.now;
  return toldOf(command, 'REMOVED', note);
}

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
