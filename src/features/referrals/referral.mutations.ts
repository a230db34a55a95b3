import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../access/context.js';
import { runCommand } from '../../commands/command.js';
import { payload, payloadOf } from '../../commands/payload.js';
import {
  accept,
  cancel,
  complete,
  decline,
  enterInError,
  hold,
  referAgain,
  reply,
  requestInfo,
  resume,
  review,
  send,
  start,
  waitlist,
} from './referral.commands.js';
import {
  AcceptReferralInput,
  CancelReferralInput,
  CompleteReferralInput,
  DeclineReferralInput,
  EnterReferralInErrorInput,
  HoldReferralInput,
  ReferAgainInput,
  ReplyToReferralInput,
  RequestReferralInfoInput,
  ResumeReferralInput,
  ReviewReferralInput,
  SendReferralInput,
  StartReferralInput,
  WaitlistReferralInput,
} from './referral.inputs.js';
import { Referral } from './referral.js';

const payloadFor = (act: string) => payloadOf(act, 'referral', () => Referral);
const SendReferralPayload = payloadFor('sendReferral');
const ReviewReferralPayload = payloadFor('reviewReferral');
const RequestReferralInfoPayload = payloadFor('requestReferralInfo');
const ReplyToReferralPayload = payloadFor('replyToReferral');
const WaitlistReferralPayload = payloadFor('waitlistReferral');
const AcceptReferralPayload = payloadFor('acceptReferral');
const DeclineReferralPayload = payloadFor('declineReferral');
const StartReferralPayload = payloadFor('startReferral');
const HoldReferralPayload = payloadFor('holdReferral');
const ResumeReferralPayload = payloadFor('resumeReferral');
const CompleteReferralPayload = payloadFor('completeReferral');
const CancelReferralPayload = payloadFor('cancelReferral');
const EnterReferralInErrorPayload = payloadFor('enterReferralInError');
const ReferAgainPayload = payloadFor('referAgain');

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
    return payload('referral', runCommand(context, 'sendReferral', input, send));
  }

  @Mutation(() => ReviewReferralPayload, {
    description: 'Says that it is being looked into. For the receiver.',
  })
  reviewReferral(
    @Arg('input', () => ReviewReferralInput, what) input: ReviewReferralInput,
    @Ctx() context: Context,
  ) {
    return payload('referral', runCommand(context, 'reviewReferral', input, review));
  }

  @Mutation(() => RequestReferralInfoPayload, {
    description: 'Asks the sender for something; until it replies, the referral waits. For the receiver.',
  })
  requestReferralInfo(
    @Arg('input', () => RequestReferralInfoInput, what) input: RequestReferralInfoInput,
    @Ctx() context: Context,
  ) {
    return payload('referral', runCommand(context, 'requestReferralInfo', input, requestInfo));
  }

  @Mutation(() => ReplyToReferralPayload, {
    description: 'Answers what the receiver asked, who goes on looking into it. For the sender.',
  })
  replyToReferral(
    @Arg('input', () => ReplyToReferralInput, what) input: ReplyToReferralInput,
    @Ctx() context: Context,
  ) {
    return payload('referral', runCommand(context, 'replyToReferral', input, reply));
  }

  @Mutation(() => WaitlistReferralPayload, {
    description: 'Puts the person on the waiting list. For the receiver.',
  })
  waitlistReferral(
    @Arg('input', () => WaitlistReferralInput, what) input: WaitlistReferralInput,
    @Ctx() context: Context,
  ) {
    return payload('referral', runCommand(context, 'waitlistReferral', input, waitlist));
  }

  @Mutation(() => AcceptReferralPayload, {
    description: 'Takes the person on. For the receiver; from then on it sees what the sender granted.',
  })
  acceptReferral(
    @Arg('input', () => AcceptReferralInput, what) input: AcceptReferralInput,
    @Ctx() context: Context,
  ) {
    return payload('referral', runCommand(context, 'acceptReferral', input, accept));
  }

  @Mutation(() => DeclineReferralPayload, {
    description: 'Says no, with a reason. For the receiver; it sees the person no more.',
  })
  declineReferral(
    @Arg('input', () => DeclineReferralInput, what) input: DeclineReferralInput,
    @Ctx() context: Context,
  ) {
    return payload('referral', runCommand(context, 'declineReferral', input, decline));
  }

  @Mutation(() => StartReferralPayload, {
    description: 'Records the first contact with the person. For the receiver.',
  })
  startReferral(
    @Arg('input', () => StartReferralInput, what) input: StartReferralInput,
    @Ctx() context: Context,
  ) {
    return payload('referral', runCommand(context, 'startReferral', input, start));
  }

  @Mutation(() => HoldReferralPayload, {
    description:
      'Interrupts the referral for a time, with a reason. For the receiver, who goes on seeing the person.',
  })
  holdReferral(
    @Arg('input', () => HoldReferralInput, what) input: HoldReferralInput,
    @Ctx() context: Context,
  ) {
    return payload('referral', runCommand(context, 'holdReferral', input, hold));
  }

  @Mutation(() => ResumeReferralPayload, {
    description: 'Goes on after an interruption, with a reason. For the receiver.',
  })
  resumeReferral(
    @Arg('input', () => ResumeReferralInput, what) input: ResumeReferralInput,
    @Ctx() context: Context,
  ) {
    return payload('referral', runCommand(context, 'resumeReferral', input, resume));
  }

  @Mutation(() => CompleteReferralPayload, { description: 'Says how the referral ended. For the receiver.' })
  completeReferral(
    @Arg('input', () => CompleteReferralInput, what) input: CompleteReferralInput,
    @Ctx() context: Context,
  ) {
    return payload('referral', runCommand(context, 'completeReferral', input, complete));
  }

  @Mutation(() => CancelReferralPayload, {
    description: 'Calls the referral off. For the sender; for the receiver once it has accepted.',
  })
  cancelReferral(
    @Arg('input', () => CancelReferralInput, what) input: CancelReferralInput,
    @Ctx() context: Context,
  ) {
    return payload('referral', runCommand(context, 'cancelReferral', input, cancel));
  }

  @Mutation(() => EnterReferralInErrorPayload, {
    description:
      'Says that the referral should never have been, also when it is closed; the receiver sees the person no more. For the sender and for coordinators, to whom the payload shows no referral.',
  })
  enterReferralInError(
    @Arg('input', () => EnterReferralInErrorInput, what) input: EnterReferralInErrorInput,
    @Ctx() context: Context,
  ) {
    return payload('referral', runCommand(context, 'enterReferralInError', input, enterInError));
  }

  @Mutation(() => ReferAgainPayload, {
    description:
      'Refers the person of a closed referral again, with the person’s agreement. For its sender; the payload shows the new referral.',
  })
  referAgain(@Arg('input', () => ReferAgainInput, what) input: ReferAgainInput, @Ctx() context: Context) {
    return payload('referral', runCommand(context, 'referAgain', input, referAgain));
  }
}
