import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../../access/context.js';
import { runCommand } from '../../../commands/command.js';
import { payload, payloadOf } from '../../../commands/payload.js';
import { remove, saveIn, share } from './saved.commands.js';
import { DeleteSavedAnalysisInput, SaveAnalysisInput, ShareAnalysisInput } from './saved.inputs.js';
import { SavedAnalysis } from './saved-analysis.js';

const payloadFor = (act: string) => payloadOf(act, 'savedAnalysis', () => SavedAnalysis);
const SaveAnalysisPayload = payloadFor('saveAnalysis');
const ShareAnalysisPayload = payloadFor('shareAnalysis');
const DeleteSavedAnalysisPayload = payloadFor('deleteSavedAnalysis');

const what = { description: 'What to do.' };

@Resolver()
export class SavedAnalysisMutations {
  @Mutation(() => SaveAnalysisPayload, {
    description: 'Keeps a question to ask it again. For members of the steering committee.',
  })
  saveAnalysis(
    @Arg('input', () => SaveAnalysisInput, what) input: SaveAnalysisInput,
    @Ctx() context: Context,
  ) {
    return payload('savedAnalysis', runCommand(context, 'saveAnalysis', input, saveIn(context.language)));
  }

  @Mutation(() => ShareAnalysisPayload, {
    description: 'Shows a saved question to the whole committee, or to nobody else any more. For its owner.',
  })
  shareAnalysis(
    @Arg('input', () => ShareAnalysisInput, what) input: ShareAnalysisInput,
    @Ctx() context: Context,
  ) {
    return payload('savedAnalysis', runCommand(context, 'shareAnalysis', input, share));
  }

  @Mutation(() => DeleteSavedAnalysisPayload, {
    description: 'Deletes a saved question; snapshots keep its answers. For its owner.',
  })
  deleteSavedAnalysis(
    @Arg('input', () => DeleteSavedAnalysisInput, what) input: DeleteSavedAnalysisInput,
    @Ctx() context: Context,
  ) {
    return payload('savedAnalysis', runCommand(context, 'deleteSavedAnalysis', input, remove));
  }
}
