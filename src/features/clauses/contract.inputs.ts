import { Field, ID, InputType } from 'type-graphql';
import { CreatingInput } from '../../commands/creating-input.js';
import { Id, Line, PastDay } from '../../commands/input-rules.js';
import { DateScalar } from '../../graphql/scalars.js';
import { ClauseModality } from './contract.js';
import { EligibilityCriterion } from './evidence.js';

@InputType({ description: 'A person’s contract under the insertion clause.' })
export class OpenClauseContractInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The person who is employed.' })
  beneficiary!: string;

  @Id()
  @Field(() => ID, { description: 'The lot whose hours it makes up.' })
  lot!: string;

  @Id()
  @Field(() => ID, { description: 'The employer: for a direct hire, and only then, the company of the lot.' })
  company!: string;

  @Field(() => ClauseModality, { description: 'How the company does these hours.' })
  modality!: ClauseModality;

  @Id()
  @Field(() => ID, { nullable: true, description: 'The person’s pathway that led to it.' })
  pathway?: string | null;

  @Id()
  @Field(() => ID, { nullable: true, description: 'The referral of the person that led to it.' })
  referral?: string | null;

  @Field(() => DateScalar, { description: 'First day, within the lot’s days.' })
  startsOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day, if it is known.' })
  endsOn?: string | null;
}

@InputType({ description: 'When a contract ends.' })
export class EndClauseContractInput {
  @Id()
  @Field(() => ID, { description: 'The contract.' })
  contract!: string;

  @Field(() => DateScalar, {
    description: 'Last day: not before the first, and not before a month with hours.',
  })
  endsOn!: string;
}

@InputType({ description: 'What shows that the holder of a contract is eligible.' })
export class AddEligibilityEvidenceInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The contract.' })
  contract!: string;

  @Field(() => EligibilityCriterion, { description: 'What the person is eligible by.' })
  criterion!: EligibilityCriterion;

  @Line(200)
  @Field(() => String, { description: 'Which document was seen, at most 200 characters.' })
  document!: string;

  @PastDay()
  @Field(() => DateScalar, { description: 'The day it was seen.' })
  checkedOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Until when it holds, if not for good.' })
  validUntil?: string | null;
}
