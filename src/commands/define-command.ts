import type { Role } from '../access/role.js';
import type { Context } from '../context.js';
import type { Stored } from '../graphql/read/declare.js';
import type { ActsOn } from './acts-on.js';
import type { Command, CommandResult, Shown } from './command.js';

/** The payload field with the command's object or objects. The read engine reads them by key. */
export type PayloadType = () => Stored | [Stored];

/** An additional payload field. */
export interface ExtraField {
  readonly type: () => unknown;
  readonly nullable?: boolean;
  readonly description: string;
  value(context: Context, result: CommandResult): unknown;
}

/**
 * The definition of a command. Its mutation, its payload type and its entry in docs/commands.md are derived from
 * it. `Prepared` is the type that `prepare` returns.
 */
export interface CommandDefinition<Input extends object, Prepared = undefined> {
  /** The mutation's name. */
  readonly name: string;
  /** What the command does and who may run it, for the schema and the documentation. */
  readonly description: string;
  readonly input: new () => Input;
  /** The payload field with the object, by its name: at most one. Null when the command was refused. */
  readonly payload?: Readonly<Record<string, PayloadType>>;
  readonly extraFields?: Readonly<Record<string, ExtraField>>;
  /** The roles that may run the command; by default all. Other roles are refused with NOT_FOUND. */
  readonly roles?: readonly Role[];
  /** The object that the command acts on; null when it acts on none, for example when it creates one. */
  readonly on: (ActsOn & { readonly field: keyof Input & string }) | null;
  /** Work before the transaction, such as a long read on another connection. */
  prepare?(context: Context, input: Input): Promise<Prepared>;
  /**
   * Runs in one transaction with the viewer's rights.
   * @returns the key of the payload's object, or the keys of its objects
   * @throws Refusal
   */
  run(command: Command, input: Input, prepared: Prepared): Promise<Shown>;
}

/** A command definition with any input. */
export type AnyCommand = CommandDefinition<never, never>;

/** Declares a command. Every definition that a `*.commands.ts` exports becomes a mutation. */
export function defineCommand<Input extends object, Prepared = undefined>(
  definition: CommandDefinition<Input, Prepared>,
): CommandDefinition<Input, Prepared> {
  defined.add(definition);
  return definition;
}

const defined = new WeakSet<object>();

/** The command definitions that the modules export, in the order of the modules. */
export function commandsIn(...modules: readonly object[]): readonly AnyCommand[] {
  return modules
    .flatMap((module) => Object.values(module) as unknown[])
    .filter((it): it is AnyCommand => typeof it === 'object' && it !== null && defined.has(it));
}
