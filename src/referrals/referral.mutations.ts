import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../access/context.js';
import { perform } from '../acts/act.js';
import { payload, payloadOf } from '../acts/payload.js';
import { accept, cancel, complete, decline, send, start } from './referral.commands.js';
import {
  AcceptReferralInput,
  CancelReferralInput,
  CompleteReferralInput,
  DeclineReferralInput,
  SendReferralInput,
  StartReferralInput,
} from './referral.inputs.js';
import { Referral } from './referral.js';

const payloadFor = (act: string) => payloadOf(act, 'referral', () => Referral);
const SendReferralPayload = payloadFor('sendReferral');
const AcceptReferralPayload = payloadFor('acceptReferral');
const DeclineReferralPayload = payloadFor('declineReferral');
const StartReferralPayload = payloadFor('startReferral');
const CompleteReferralPayload = payloadFor('completeReferral');
const CancelReferralPayload = payloadFor('cancelReferral');

const what = { description: 'What to do.' };

@Resolver()
export class ReferralMutations {
  @Mutation(() => SendReferralPayload, {
    description:
      'Refers a person to another partner, with the person’s agreement. The receiver is told at once.',
  })
  sendReferral(
    @Arg('input', () => SendReferralInput, what) input: SendReferralInput,
    @Ctx() context: Context,
  ) {
    return payload('referral', perform(context, 'sendReferral', input, send));
  }

  @Mutation(() => AcceptReferralPayload, {
    description: 'Takes the person on. For the receiver; from then on it sees what the sender granted.',
  })
  acceptReferral(
    @Arg('input', () => AcceptReferralInput, what) input: AcceptReferralInput,
    @Ctx() context: Context,
  ) {
    return payload('referral', perform(context, 'acceptReferral', input, accept));
  }

  @Mutation(() => DeclineReferralPayload, {
    description: 'Says no, with a reason. For the receiver; it sees the person no more.',
  })
  declineReferral(
    @Arg('input', () => DeclineReferralInput, what) input: DeclineReferralInput,
    @Ctx() context: Context,
  ) {
    return payload('referral', perform(context, 'declineReferral', input, decline));
  }

  @Mutation(() => StartReferralPayload, {
    description: 'Records the first contact with the person. For the receiver.',
  })
  startReferral(
    @Arg('input', () => StartReferralInput, what) input: StartReferralInput,
    @Ctx() context: Context,
  ) {
    return payload('referral', perform(context, 'startReferral', input, start));
  }

  @Mutation(() => CompleteReferralPayload, { description: 'Says how the referral ended. For the receiver.' })
  completeReferral(
    @Arg('input', () => CompleteReferralInput, what) input: CompleteReferralInput,
    @Ctx() context: Context,
  ) {
    return payload('referral', perform(context, 'completeReferral', input, complete));
  }

  @Mutation(() => CancelReferralPayload, {
    description: 'Calls the referral off. For the sender; for the receiver once it has accepted.',
  })
  cancelReferral(
    @Arg('input', () => CancelReferralInput, what) input: CancelReferralInput,
    @Ctx() context: Context,
  ) {
    return payload('referral', perform(context, 'cancelReferral', input, cancel));
  }
}
