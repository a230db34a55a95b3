import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../access/context.js';
import { runCommand } from '../../commands/command.js';
import { payload, payloadOf } from '../../commands/payload.js';
import { Appointment } from './appointment.js';
import {
  closeAppointment,
  closeObjective,
  planAppointment,
  removeNote,
  rewordNote,
  setObjective,
  writeNote,
} from './follow-up.commands.js';
import {
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

const SetObjectivePayload = payloadOf('setObjective', 'objective', () => Objective);
const CloseObjectivePayload = payloadOf('closeObjective', 'objective', () => Objective);
const PlanAppointmentPayload = payloadOf('planAppointment', 'appointment', () => Appointment);
const CloseAppointmentPayload = payloadOf('closeAppointment', 'appointment', () => Appointment);
const WriteNotePayload = payloadOf('writeNote', 'note', () => Note);
const RewordNotePayload = payloadOf('rewordNote', 'note', () => Note);
const RemoveNotePayload = payloadOf('removeNote', 'note', () => Note);

const what = { description: 'What to do.' };

@Resolver()
export class FollowUpMutations {
  @Mutation(() => SetObjectivePayload, {
    description: 'Sets what a person aims at next, on a pathway. Needs a sharing of scope FOLLOW_UP.',
  })
  setObjective(
    @Arg('input', () => SetObjectiveInput, what) input: SetObjectiveInput,
    @Ctx() context: Context,
  ) {
    return payload('objective', runCommand(context, 'setObjective', input, setObjective));
  }

  @Mutation(() => CloseObjectivePayload, {
    description: 'Says once what became of an objective. For the partner that set it.',
  })
  closeObjective(
    @Arg('input', () => CloseObjectiveInput, what) input: CloseObjectiveInput,
    @Ctx() context: Context,
  ) {
    return payload('objective', runCommand(context, 'closeObjective', input, closeObjective));
  }

  @Mutation(() => PlanAppointmentPayload, {
    description:
      'Notes when a person meets a professional of the viewer’s partner. Needs a sharing of scope FOLLOW_UP.',
  })
  planAppointment(
    @Arg('input', () => PlanAppointmentInput, what) input: PlanAppointmentInput,
    @Ctx() context: Context,
  ) {
    return payload('appointment', runCommand(context, 'planAppointment', input, planAppointment));
  }

  @Mutation(() => CloseAppointmentPayload, {
    description: 'Says once what became of an appointment. For the partner that planned it.',
  })
  closeAppointment(
    @Arg('input', () => CloseAppointmentInput, what) input: CloseAppointmentInput,
    @Ctx() context: Context,
  ) {
    return payload('appointment', runCommand(context, 'closeAppointment', input, closeAppointment));
  }

  @Mutation(() => WriteNotePayload, {
    description: 'Writes something down about a person. Needs a sharing of scope FOLLOW_UP.',
  })
  writeNote(@Arg('input', () => WriteNoteInput, what) input: WriteNoteInput, @Ctx() context: Context) {
    return payload('note', runCommand(context, 'writeNote', input, writeNote));
  }

  @Mutation(() => RewordNotePayload, { description: 'Puts a note in other words. For its author.' })
  rewordNote(@Arg('input', () => RewordNoteInput, what) input: RewordNoteInput, @Ctx() context: Context) {
    return payload('note', runCommand(context, 'rewordNote', input, rewordNote));
  }

  @Mutation(() => RemoveNotePayload, { description: 'Removes a note and empties it. For its author.' })
  removeNote(@Arg('input', () => RemoveNoteInput, what) input: RemoveNoteInput, @Ctx() context: Context) {
    return payload('note', runCommand(context, 'removeNote', input, removeNote));
  }
}
