import { Field, ObjectType } from 'type-graphql';
import type { Stored } from '../graphql/read/declare.js';
import type { CommandResult } from './command.js';
import { UserError } from './refusal.js';

/**
 * The payload type of one act: its object (or objects), null when the act was refused, and why.
 * The resolver gives the object's key (see {@link payload}); the object is read as any query reads it.
 */
export function payloadOf(act: string, field: string, type: () => Stored | [Stored]): Stored {
  @ObjectType(`${act.charAt(0).toUpperCase()}${act.slice(1)}Payload`, { description: `What \`${act}\` did.` })
  class Payload {
    @Field(() => [UserError], { description: 'Why the act was refused; empty when it was done.' })
    userErrors!: UserError[];
  }
  Field(() => type() as never, {
    nullable: true,
    description: 'The object as it is now; null when the act was refused.',
  })(Payload.prototype, field);
  return Payload;
}

/** The value that a resolver returns for a payload type. */
export async function payload(field: string, outcome: Promise<CommandResult>): Promise<object> {
  const { id, userErrors } = await outcome;
  return { [field]: id, userErrors };
}
