import { Field, ID, InputType, Int } from 'type-graphql';
import { CreatingInput } from '../../commands/creating-input.js';
import { Id, PastDay } from '../../commands/input-rules.js';
import { DateScalar } from '../../graphql/scalars.js';
import { OutcomeEvidence, OutcomeSituation } from './situation.js';

@InputType({ description: 'Where a pathway led.' })
export class RecordOutcomeInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The pathway: one of the viewer’s partner that is not closed.' })
  pathway!: string;

  @PastDay()
  @Field(() => DateScalar, { description: 'The day it began; not before the pathway.' })
  occurredOn!: string;

  @Field(() => OutcomeSituation, { description: 'Where the pathway led.' })
  situation!: OutcomeSituation;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many months the contract lasts, 1 to 60: needed for CDD and INTERIM, refused for all else.',
  })
  contractMonths?: number | null;

  @Field(() => OutcomeEvidence, { description: 'What it is known by.' })
  evidence!: OutcomeEvidence;

  @Id()
  @Field(() => ID, {
    nullable: true,
    description: 'The contract under the insertion clause that it came from: one of the same person.',
  })
  clauseContract?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Whether the pathway goes on; otherwise it is closed on that day.',
  })
  keepOpen?: boolean | null;
}

@InputType({ description: 'An outcome to confirm.' })
export class VerifyOutcomeInput {
  @Id()
  @Field(() => ID, { description: 'The outcome.' })
  outcome!: string;
}

@InputType({ description: 'Where a person stands some six months after an outcome.' })
export class RecordFollowUpInput {
  @Id()
  @Field(() => ID, { description: 'The outcome.' })
  outcome!: string;

  @Field(() => OutcomeSituation, { description: 'Where the person stands.' })
  situation!: OutcomeSituation;

  @PastDay()
  @Field(() => DateScalar, {
    description: 'The day of the follow-up, at least five months after the outcome.',
  })
  followedUpOn!: string;
}
