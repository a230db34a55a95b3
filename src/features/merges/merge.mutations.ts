import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../access/context.js';
import { runCommand } from '../../commands/command.js';
import { payload, payloadOf } from '../../commands/payload.js';
import { merge, undo } from './merge.commands.js';
import { MergeBeneficiariesInput, UndoMergeInput } from './merge.inputs.js';
import { Merge } from './merge.js';

const MergeBeneficiariesPayload = payloadOf('mergeBeneficiaries', 'merge', () => Merge);
const UndoMergePayload = payloadOf('undoMerge', 'merge', () => Merge);

const what = { description: 'What to do.' };

@Resolver()
export class MergeMutations {
  @Mutation(() => MergeBeneficiariesPayload, {
    description:
      'Makes one file of two that are of one person; may be undone. For the partner that answers for both.',
  })
  mergeBeneficiaries(
    @Arg('input', () => MergeBeneficiariesInput, what) input: MergeBeneficiariesInput,
    @Ctx() context: Context,
  ) {
    return payload('merge', runCommand(context, 'mergeBeneficiaries', input, merge));
  }

  @Mutation(() => UndoMergePayload, {
    description:
      'Makes two files of one again. What was added since the merge to something of the duplicate (a step to its pathway, an agreement that goes on, an answer to a referral) goes back with it; all else that was added stays with the kept person. For the partner that answers for both.',
  })
  undoMerge(@Arg('input', () => UndoMergeInput, what) input: UndoMergeInput, @Ctx() context: Context) {
    return payload('merge', runCommand(context, 'undoMerge', input, undo));
  }
}
