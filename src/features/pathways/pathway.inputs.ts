import { Field, ID, InputType } from 'type-graphql';
import { CreatingInput } from '../../commands/creating-input.js';
import { Id, Line, Paragraph, PastDay } from '../../commands/input-rules.js';
import { ConfirmWording } from '../../commands/sensitive-text/index.js';
import { DateScalar } from '../../graphql/scalars.js';
import { StepKind, Visibility } from './step.js';

@InputType({ description: 'A pathway of a person with the viewer’s partner.' })
export class OpenPathwayInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The person.' })
  beneficiary!: string;

  @Paragraph(2000)
  @Field(() => String, { description: 'What the person wants to reach, at most 2,000 characters.' })
  objective!: string;

  @Field(() => DateScalar, { nullable: true, description: 'First day; today unless said otherwise.' })
  startedOn?: string | null;

  @ConfirmWording()
  confirmWording?: boolean | null;
}

@InputType({ description: 'An event of a pathway.' })
export class AddStepInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The pathway.' })
  pathway!: string;

  @Field(() => StepKind, { description: 'What sort of event.' })
  kind!: StepKind;

  @Line(200)
  @Field(() => String, { description: 'What happened, at most 200 characters.' })
  title!: string;

  @PastDay()
  @Field(() => DateScalar, { description: 'The day it happened.' })
  occurredOn!: string;

  @Field(() => Visibility, { nullable: true, defaultValue: 'PARTNER', description: 'Who may see it.' })
  visibility?: Visibility | null;

  @ConfirmWording()
  confirmWording?: boolean | null;
}
