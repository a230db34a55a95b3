import { Field, ID, InputType } from 'type-graphql';
import { Key } from './input-rules.js';

/** The common field of all inputs of commands that create an object. */
@InputType({ description: 'The input of every command that creates an object.' })
export abstract class CreatingInput {
  @Key()
  @Field(() => ID, {
    description:
      'Chosen by the client, unique per command: a repeated call with the same key returns the result of the first one.',
  })
  idempotencyKey!: string;
}
