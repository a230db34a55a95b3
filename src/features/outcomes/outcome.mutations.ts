import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../access/context.js';
import { runCommand } from '../../commands/command.js';
import { payload, payloadOf } from '../../commands/payload.js';
import { followUp, record, verify } from './outcome.commands.js';
import { RecordFollowUpInput, RecordOutcomeInput, VerifyOutcomeInput } from './outcome.inputs.js';
import { Outcome } from './outcome.js';

const payloadFor = (act: string) => payloadOf(act, 'outcome', () => Outcome);
const RecordOutcomePayload = payloadFor('recordOutcome');
const VerifyOutcomePayload = payloadFor('verifyOutcome');
const RecordFollowUpPayload = payloadFor('recordFollowUp');

const what = { description: 'What to do.' };

@Resolver()
export class OutcomeMutations {
  @Mutation(() => RecordOutcomePayload, {
    description:
      'Says where a pathway led, and closes it unless it is kept open. For the pathway’s partner, with a sharing of scope PATHWAY.',
  })
  recordOutcome(
    @Arg('input', () => RecordOutcomeInput, what) input: RecordOutcomeInput,
    @Ctx() context: Context,
  ) {
    return payload('outcome', runCommand(context, 'recordOutcome', input, record));
  }

  @Mutation(() => VerifyOutcomePayload, {
    description:
      'Confirms an outcome of the viewer’s partner. For another member than who recorded it, or an administrator.',
  })
  verifyOutcome(
    @Arg('input', () => VerifyOutcomeInput, what) input: VerifyOutcomeInput,
    @Ctx() context: Context,
  ) {
    return payload('outcome', runCommand(context, 'verifyOutcome', input, verify));
  }

  @Mutation(() => RecordFollowUpPayload, {
    description: 'Says once where the person stands some six months later. For the outcome’s partner.',
  })
  recordFollowUp(
    @Arg('input', () => RecordFollowUpInput, what) input: RecordFollowUpInput,
    @Ctx() context: Context,
  ) {
    return payload('outcome', runCommand(context, 'recordFollowUp', input, followUp));
  }
}
