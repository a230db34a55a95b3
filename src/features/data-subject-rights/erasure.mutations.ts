import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../access/context.js';
import { runCommand } from '../../commands/command.js';
import { payload, payloadOf } from '../../commands/payload.js';
import { ErasedCount } from './erased-count.js';
import { erase } from './erasure.commands.js';
import { EraseBeneficiaryInput } from './erasure.inputs.js';

const EraseBeneficiaryPayload = payloadOf('eraseBeneficiary', 'erased', () => ErasedCount);

@Resolver()
export class ErasureMutations {
  @Mutation(() => EraseBeneficiaryPayload, {
    description:
      'Erases a person from everywhere, for good; one more in a count is all that stays. For the data protection officer and the administrators of the partner that answers for the file.',
  })
  eraseBeneficiary(
    @Arg('input', () => EraseBeneficiaryInput, { description: 'What to do.' }) input: EraseBeneficiaryInput,
    @Ctx() context: Context,
  ) {
    return payload('erased', runCommand(context, 'eraseBeneficiary', input, erase));
  }
}
