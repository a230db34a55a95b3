import { Field, ID, InputType } from 'type-graphql';
import { CreatingInput } from '../../commands/creating-input.js';
import { Id, Line, Paragraph } from '../../commands/input-rules.js';
import { ConfirmWording } from '../../commands/sensitive-text/index.js';
import { DateScalar, DateTimeScalar } from '../../graphql/scalars.js';
import { Visibility } from '../pathways/index.js';
import { AppointmentStatus } from './appointment.js';
import { ObjectiveStatus } from './objective.js';

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

@InputType({ description: 'What became of an objective.' })
export class CloseObjectiveInput {
  @Id()
  @Field(() => ID, { description: 'The objective.' })
  objective!: string;

  @Field(() => ObjectiveStatus, { description: 'REACHED or DROPPED.' })
  status!: ObjectiveStatus;
}

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

@InputType({ description: 'What became of an appointment.' })
export class CloseAppointmentInput {
  @Id()
  @Field(() => ID, { description: 'The appointment.' })
  appointment!: string;

  @Field(() => AppointmentStatus, { description: 'HONOURED or MISSED, once it has been; or CANCELLED.' })
  status!: AppointmentStatus;
}

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

@InputType({ description: 'A note to remove.' })
export class RemoveNoteInput {
  @Id()
  @Field(() => ID, { description: 'The note.' })
  note!: string;
}
