import { Field, ID, InputType } from 'type-graphql';
import { Key } from './input-rules.js';

/** What the input of every act that creates something begins with. */
@InputType({ description: 'What every act that creates something takes.' })
export abstract class CreatingInput {
  @Key()
  @Field(() => ID, {
    description: 'Chosen by the client, unique per act: a repeated call returns the first outcome.',
  })
  idempotencyKey!: string;
}
