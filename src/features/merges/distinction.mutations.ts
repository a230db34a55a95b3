import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../access/context.js';
import { runCommand } from '../../commands/command.js';
import { payload, payloadOf } from '../../commands/payload.js';
import { declare, retract } from './distinction.commands.js';
import { DeclareDistinctInput, RetractDistinctInput } from './distinction.inputs.js';
import { Distinction } from './distinction.js';

const DeclareDistinctPayload = payloadOf('declareDistinct', 'distinction', () => Distinction);
const RetractDistinctPayload = payloadOf('retractDistinct', 'distinction', () => Distinction);

const what = { description: 'What to do.' };

@Resolver()
export class DistinctionMutations {
  @Mutation(() => DeclareDistinctPayload, {
    description:
      'Says that two files are of two persons: neither is suggested as a duplicate of the other any more, to no partner, and they cannot be merged until it is taken back. For a partner that sees both.',
  })
  declareDistinct(
    @Arg('input', () => DeclareDistinctInput, what) input: DeclareDistinctInput,
    @Ctx() context: Context,
  ) {
    return payload('distinction', runCommand(context, 'declareDistinct', input, declare));
  }

  @Mutation(() => RetractDistinctPayload, {
    description:
      'Takes back that two files are of two persons. For the partner that said so, and for the one that answers for both files.',
  })
  retractDistinct(
    @Arg('input', () => RetractDistinctInput, what) input: RetractDistinctInput,
    @Ctx() context: Context,
  ) {
    return payload('distinction', runCommand(context, 'retractDistinct', input, retract));
  }
}
