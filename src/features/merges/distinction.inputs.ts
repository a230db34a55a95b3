import { Field, ID, InputType } from 'type-graphql';
import { CreatingInput } from '../../commands/creating-input.js';
import { Id, Paragraph } from '../../commands/input-rules.js';
import { ConfirmWording } from '../../commands/sensitive-text/index.js';

@InputType({ description: 'Two files that are of two persons.' })
export class DeclareDistinctInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'One person.' })
  one!: string;

  @Id()
  @Field(() => ID, { description: 'The other person.' })
  other!: string;

  @Paragraph(1000)
  @Field(() => String, {
    description: 'What the two are known by to be two persons, at most 1,000 characters.',
  })
  reason!: string;

  @ConfirmWording()
  confirmWording?: boolean | null;
}

@InputType({ description: 'A declaration to take back.' })
export class RetractDistinctInput {
  @Id()
  @Field(() => ID, { description: 'What was declared.' })
  distinction!: string;
}
