import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import type { Stored } from '../graphql/read/declare.js';
import type { AnyCommand } from './define-command.js';
import { UserError } from './refusal.js';
import { runCommand } from './run-command.js';

/** The type-graphql resolver class with the mutation of a command. */
export function mutationOf(definition: AnyCommand): new () => object {
  const { name, description, input, extraFields = {} } = definition;
  const [field] = Object.keys(definition.payload ?? {});
  const resolver = { [name]: class {} }[name] as new () => object;
  const prototype = resolver.prototype as object;
  Object.defineProperty(prototype, name, {
    async value(given: never, context: Context) {
      const result = await runCommand(definition, context, given);
      const extra = Object.entries(extraFields).map(async ([key, it]) => [
        key,
        await it.value(context, result),
      ]);
      return {
        ...(field && { [field]: result.id }),
        userErrors: result.userErrors,
        ...Object.fromEntries(await Promise.all(extra)),
      };
    },
  });
  // type-graphql needs the parameter types that the compiler emits for decorated methods.
  Reflect.defineMetadata('design:paramtypes', [Object, Object], prototype, name);
  const payload = payloadOf(definition);
  Mutation(() => payload, { description })(prototype, name, {});
  Arg('input', () => input, { description: 'The input of the command.' })(prototype, name, 0);
  Ctx()(prototype, name, 1);
  Resolver()(resolver);
  return resolver;
}

/** The payload type of a command: its object, the user errors and the extra fields. */
function payloadOf({ name, payload = {}, extraFields = {} }: AnyCommand): Stored {
  @ObjectType(`${name.charAt(0).toUpperCase()}${name.slice(1)}Payload`, {
    description: `The result of \`${name}\`.`,
  })
  class Payload {
    @Field(() => [UserError], { description: 'Why the command was refused; empty when it was done.' })
    userErrors!: UserError[];
  }
  for (const [field, type] of Object.entries(payload)) {
    const description = 'The object after the command; null when the command was refused.';
    Field(() => type() as never, { nullable: true, description })(Payload.prototype, field);
  }
  for (const [key, { type, nullable = false, description }] of Object.entries(extraFields))
    Field(() => type() as never, { nullable, description })(Payload.prototype, key);
  return Payload;
}
