import { Field, InputType } from 'type-graphql';
import { Paragraph, tidy } from '../../commands/input-rules.js';
import { refusal } from '../../commands/refusal.js';
import { checkWording } from '../../commands/sensitive-text/index.js';
import { ReferralCommandInput, WordedReferralInput } from './referral.inputs.js';
import { DeclineReason, DeclineSide, Referral, ReferralDecline } from './referral.js';
import { referralCommand } from './referral-command.js';

@InputType({ description: 'A referral to review.' })
export class ReviewReferralInput extends ReferralCommandInput {}

export const reviewReferral = referralCommand({
  name: 'reviewReferral',
  action: 'REVIEW',
  description: 'Starts the review of a referral. For the receiver.',
  input: ReviewReferralInput,
});

@InputType({ description: 'A question to the sender.' })
export class RequestReferralInfoInput extends WordedReferralInput {
  @Paragraph(2000)
  @Field(() => String, { description: 'The question to the sender, at most 2,000 characters.' })
  message!: string;
}

export const requestReferralInfo = referralCommand({
  name: 'requestReferralInfo',
  action: 'REQUEST_INFO',
  description:
    'Asks the sender for information. The referral can be neither accepted nor declined until the sender replies. For the receiver.',
  input: RequestReferralInfoInput,
  details({ message, confirmWording }) {
    checkWording('message', message, confirmWording);
    return { message };
  },
});

@InputType({ description: 'An answer to the receiver’s question.' })
export class ReplyToReferralInput extends WordedReferralInput {
  @Paragraph(2000)
  @Field(() => String, { description: 'The answer, at most 2,000 characters.' })
  reply!: string;
}

export const replyToReferral = referralCommand({
  name: 'replyToReferral',
  action: 'REPLY',
  description: 'Answers the receiver’s question and returns the referral to review. For the sender.',
  input: ReplyToReferralInput,
  details({ reply, confirmWording }) {
    checkWording('reply', reply, confirmWording);
    return { message: reply };
  },
});

@InputType({ description: 'A referral for the waiting list.' })
export class WaitlistReferralInput extends ReferralCommandInput {}

export const waitlistReferral = referralCommand({
  name: 'waitlistReferral',
  action: 'WAITLIST',
  description: 'Puts the person on the waiting list. For the receiver.',
  input: WaitlistReferralInput,
});

@InputType({ description: 'A referral to accept.' })
export class AcceptReferralInput extends ReferralCommandInput {}

export const acceptReferral = referralCommand({
  name: 'acceptReferral',
  action: 'ACCEPT',
  description:
    'Accepts to help the person. From then on the receiver has the access that the sender granted. For the receiver.',
  input: AcceptReferralInput,
});

@InputType({ description: 'A referral to decline.' })
export class DeclineReferralInput extends WordedReferralInput {
  @Field(() => DeclineSide, { description: 'Who declines.' })
  side!: DeclineSide;

  @Field(() => DeclineReason, { description: 'Reason for declining.' })
  reason!: DeclineReason;

  @Paragraph(2000)
  @Field(() => String, {
    nullable: true,
    description: 'Details, at most 2,000 characters; required for OTHER.',
  })
  comment?: string | null;
}

export const declineReferral = referralCommand({
  name: 'declineReferral',
  action: 'DECLINE',
  description:
    'Declines the referral, with a reason. The receiver loses access to the person. For the receiver.',
  input: DeclineReferralInput,
  details(input) {
    const { side, reason } = input;
    const comment = input.comment ? tidy(input.comment) : null;
    if (reason === 'OTHER' && !comment) {
      throw refusal('INVALID', 'comment', {
        fr: 'Indiquez cette autre raison en quelques mots dans le commentaire.',
        en: 'Describe the other reason in a few words in the comment.',
      });
    }
    checkWording('comment', comment, input.confirmWording);
    const write = (referral: Referral) => {
      referral.decline = Object.assign(new ReferralDecline(), { side, reason });
    };
    return { reason: comment, write };
  },
});
