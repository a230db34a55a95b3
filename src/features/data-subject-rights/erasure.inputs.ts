import { Field, ID, InputType } from 'type-graphql';
import { CreatingInput } from '../../commands/creating-input.js';
import { Id } from '../../commands/input-rules.js';
import { ErasureReason } from './erased-count.js';

@InputType({ description: 'A person to erase.' })
export class EraseBeneficiaryInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The person.' })
  beneficiary!: string;

  @Field(() => ErasureReason, { description: 'Why.' })
  reason!: ErasureReason;
}
