import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../access/context.js';
import { runCommand } from '../../commands/command.js';
import { payload, payloadOf } from '../../commands/payload.js';
import { declareHours, rejectHours, validateHours } from './hours.commands.js';
import { DeclareHoursInput, RejectHoursInput, ValidateHoursInput } from './hours.inputs.js';
import { HoursEntry } from './hours-entry.js';

const DeclareHoursPayload = payloadOf('declareHours', 'entries', () => [HoursEntry]);
const ValidateHoursPayload = payloadOf('validateHours', 'entries', () => [HoursEntry]);
const RejectHoursPayload = payloadOf('rejectHours', 'entry', () => HoursEntry);

const what = { description: 'What to do.' };

@Resolver()
export class HoursMutations {
  @Mutation(() => DeclareHoursPayload, {
    description:
      'Declares hours, all or none; a refusal names the row. For the partner that recorded the contract and the programme’s facilitators.',
  })
  declareHours(
    @Arg('input', () => DeclareHoursInput, what) input: DeclareHoursInput,
    @Ctx() context: Context,
  ) {
    return payload('entries', runCommand(context, 'declareHours', input, declareHours));
  }

  @Mutation(() => ValidateHoursPayload, {
    description:
      'Confirms declared hours, all or none: from then on they count. For the programme’s facilitators.',
  })
  validateHours(
    @Arg('input', () => ValidateHoursInput, what) input: ValidateHoursInput,
    @Ctx() context: Context,
  ) {
    return payload('entries', runCommand(context, 'validateHours', input, validateHours));
  }

  @Mutation(() => RejectHoursPayload, {
    description: 'Does not confirm hours, or no longer, with a reason. For the programme’s facilitators.',
  })
  rejectHours(@Arg('input', () => RejectHoursInput, what) input: RejectHoursInput, @Ctx() context: Context) {
    return payload('entry', runCommand(context, 'rejectHours', input, rejectHours));
  }
}
