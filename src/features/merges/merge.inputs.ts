import { Field, ID, InputType } from 'type-graphql';
import { CreatingInput } from '../../commands/creating-input.js';
import { Id, Paragraph } from '../../commands/input-rules.js';

@InputType({ description: 'Two files of one person.' })
export class MergeBeneficiariesInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The person whose file goes on.' })
  kept!: string;

  @Id()
  @Field(() => ID, { description: 'The person whose file is a duplicate: what it holds goes to the other.' })
  duplicate!: string;

  @Paragraph(1000)
  @Field(() => String, {
    description: 'What the two files are known by to be of one person, at most 1,000 characters.',
  })
  reason!: string;
}

@InputType({ description: 'A merge to undo.' })
export class UndoMergeInput {
  @Id()
  @Field(() => ID, { description: 'The merge.' })
  merge!: string;
}
