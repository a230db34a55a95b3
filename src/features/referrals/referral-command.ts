import { type AnyCommand, type CommandDefinition, defineCommand } from '../../commands/define-command.js';
import { advance, type Details } from './advance.js';
import type { LifecycleAction, ReferralAction } from './lifecycle.js';
import type { ReferralCommandInput } from './referral.inputs.js';
import { Referral } from './referral.js';

/** A command that does an action of the lifecycle. */
export interface ReferralCommand<Input extends object> extends CommandDefinition<Input> {
  readonly action: LifecycleAction;
}

interface Declaration<Input extends object> extends Omit<CommandDefinition<Input>, 'payload' | 'on' | 'run'> {
  readonly action: LifecycleAction;
  /**
   * What the command writes besides the change of state.
   * @throws Refusal
   */
  details?(input: Input): Details;
  /** The object of a command that acts on no referral yet; by default the referral. */
  on?: CommandDefinition<Input>['on'];
  /** For a command that does more than change the state of one referral. */
  run?: CommandDefinition<Input>['run'];
}

/**
 * Declares a command that does an action of the lifecycle. The action's row in `lifecycle.ts` says who may run the
 * command and in which states. Without its own `run`, the command changes the state as that row says.
 */
export function referralCommand<Input extends object>(
  declaration: Declaration<Input>,
): ReferralCommand<Input> {
  const { action, details } = declaration;
  const move: CommandDefinition<Input>['run'] = (command, input) =>
    advance(command, input as unknown as ReferralCommandInput, action as ReferralAction, details?.(input));
  const on = { field: 'referral' as keyof Input & string, type: () => Referral, offeredBy: null };
  const command = { run: move, on, ...declaration, payload: { referral: () => Referral } };
  defineCommand<Input>(command);
  return command;
}

/** The mutation of each action that members may do, from the feature's commands. */
export function mutationsByAction(commands: readonly AnyCommand[]): ReadonlyMap<LifecycleAction, string> {
  const own = commands.filter((it): it is AnyCommand & ReferralCommand<never> => 'action' in it);
  return new Map(own.map(({ action, name }) => [action, name]));
}
