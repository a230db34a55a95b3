import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../access/context.js';
import { runCommand } from '../../commands/command.js';
import { payload, payloadOf } from '../../commands/payload.js';
import { addStep, open } from './pathway.commands.js';
import { AddStepInput, OpenPathwayInput } from './pathway.inputs.js';
import { Pathway } from './pathway.js';
import { Step } from './step.js';

const OpenPathwayPayload = payloadOf('openPathway', 'pathway', () => Pathway);
const AddStepPayload = payloadOf('addStep', 'step', () => Step);

const what = { description: 'What to do.' };

@Resolver()
export class PathwayMutations {
  @Mutation(() => OpenPathwayPayload, {
    description: 'Opens the pathway of a person with the viewer’s partner. Needs a sharing of scope PATHWAY.',
  })
  openPathway(@Arg('input', () => OpenPathwayInput, what) input: OpenPathwayInput, @Ctx() context: Context) {
    return payload('pathway', runCommand(context, 'openPathway', input, open));
  }

  @Mutation(() => AddStepPayload, { description: 'Adds an event to a pathway that the viewer sees.' })
  addStep(@Arg('input', () => AddStepInput, what) input: AddStepInput, @Ctx() context: Context) {
    return payload('step', runCommand(context, 'addStep', input, addStep));
  }
}
