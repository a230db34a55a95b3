import type { Context } from '../access/context.js';
import type { Role } from '../access/role.js';
import type { Stored } from '../graphql/read/declare.js';
import type { Command, CommandResult, Shown } from './command.js';

/** A payload field that shows the command's object, or its objects. The read engine reads it by its key. */
export type PayloadType = () => Stored | [Stored];

/** A payload field beside the object. */
export interface ExtraField {
  readonly type: () => unknown;
  readonly nullable?: boolean;
  readonly description: string;
  value(context: Context, result: CommandResult): unknown;
}

/**
 * What a command is. Its mutation, its payload type and its entry in docs/commands.md follow from it.
 * `Prepared` is what `prepare` returns.
 */
export interface CommandDefinition<Input extends object, Prepared = undefined> {
  /** The mutation's name. */
  readonly name: string;
  /** What it does and who may run it, for the schema and the documentation. */
  readonly description: string;
  readonly input: new () => Input;
  /** The payload's object: at most one field, by its name. Null when the command was refused. */
  readonly payload?: Readonly<Record<string, PayloadType>>;
  readonly extraFields?: Readonly<Record<string, ExtraField>>;
  /** The only roles that may run it: others are refused with NOT_FOUND. All roles where it is left out. */
  readonly roles?: readonly Role[];
  /** The input field with the object that it is about: where the refusal of other roles points. */
  readonly about?: keyof Input & string;
  /** Work before the transaction, for what reads at length on another connection. */
  prepare?(context: Context, input: Input): Promise<Prepared>;
  /**
   * Runs in one transaction under the viewer's rights.
   * @returns the key of the payload's object, or of its objects
   * @throws Refusal
   */
  run(command: Command, input: Input, prepared: Prepared): Promise<Shown>;
}

/** A definition whatever its input is. */
export type AnyCommand = CommandDefinition<never, never>;

/** Declares a command. The features' lists take every definition that a `*.commands.ts` exports. */
export function defineCommand<Input extends object, Prepared = undefined>(
  definition: CommandDefinition<Input, Prepared>,
): CommandDefinition<Input, Prepared> {
  defined.add(definition);
  return definition;
}

const defined = new WeakSet<object>();

/** The definitions among the exports of modules, in the order of the modules. */
export function commandsIn(...modules: readonly object[]): readonly AnyCommand[] {
  return modules
    .flatMap((module) => Object.values(module) as unknown[])
    .filter((it): it is AnyCommand => typeof it === 'object' && it !== null && defined.has(it));
}
