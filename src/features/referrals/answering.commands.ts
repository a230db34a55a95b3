import { Field, InputType } from 'type-graphql';
import { Paragraph, tidy } from '../../commands/input-rules.js';
import { refusal } from '../../commands/refusal.js';
import { checkWording } from '../../commands/sensitive-text/index.js';
import { ReferralActInput, WordedReferralInput } from './referral.inputs.js';
import { DeclineReason, DeclineSide, Referral, ReferralDecline } from './referral.js';
import { referralCommand } from './referral-command.js';

@InputType({ description: 'A referral to look into.' })
export class ReviewReferralInput extends ReferralActInput {}

export const reviewReferral = referralCommand({
  name: 'reviewReferral',
  action: 'REVIEW',
  description: 'Says that it is being looked into. For the receiver.',
  input: ReviewReferralInput,
});

@InputType({ description: 'What the receiver needs to know.' })
export class RequestReferralInfoInput extends WordedReferralInput {
  @Paragraph(2000)
  @Field(() => String, { description: 'What is asked of the sender, at most 2,000 characters.' })
  message!: string;
}

export const requestReferralInfo = referralCommand({
  name: 'requestReferralInfo',
  action: 'REQUEST_INFO',
  description: 'Asks the sender for something; until it replies, the referral waits. For the receiver.',
  input: RequestReferralInfoInput,
  details({ message, confirmWording }) {
    checkWording('message', message, confirmWording);
    return { message };
  },
});

@InputType({ description: 'An answer to what the receiver asked.' })
export class ReplyToReferralInput extends WordedReferralInput {
  @Paragraph(2000)
  @Field(() => String, { description: 'The answer, at most 2,000 characters.' })
  reply!: string;
}

export const replyToReferral = referralCommand({
  name: 'replyToReferral',
  action: 'REPLY',
  description: 'Answers what the receiver asked, who goes on looking into it. For the sender.',
  input: ReplyToReferralInput,
  details({ reply, confirmWording }) {
    checkWording('reply', reply, confirmWording);
    return { message: reply };
  },
});

@InputType({ description: 'A referral for the waiting list.' })
export class WaitlistReferralInput extends ReferralActInput {}

export const waitlistReferral = referralCommand({
  name: 'waitlistReferral',
  action: 'WAITLIST',
  description: 'Puts the person on the waiting list. For the receiver.',
  input: WaitlistReferralInput,
});

@InputType({ description: 'A referral to take on.' })
export class AcceptReferralInput extends ReferralActInput {}

export const acceptReferral = referralCommand({
  name: 'acceptReferral',
  action: 'ACCEPT',
  description: 'Takes the person on. For the receiver; from then on it sees what the sender granted.',
  input: AcceptReferralInput,
});

@InputType({ description: 'A referral to say no to.' })
export class DeclineReferralInput extends WordedReferralInput {
  @Field(() => DeclineSide, { description: 'Who says no.' })
  side!: DeclineSide;

  @Field(() => DeclineReason, { description: 'Why.' })
  reason!: DeclineReason;

  @Paragraph(2000)
  @Field(() => String, { nullable: true, description: 'More, at most 2,000 characters; needed for OTHER.' })
  comment?: string | null;
}

export const declineReferral = referralCommand({
  name: 'declineReferral',
  action: 'DECLINE',
  description: 'Says no, with a reason. For the receiver; it sees the person no more.',
  input: DeclineReferralInput,
  details(input) {
    const { side, reason } = input;
    const comment = input.comment ? tidy(input.comment) : null;
    if (reason === 'OTHER' && !comment) {
      throw refusal('INVALID', 'comment', {
        fr: 'Dites en quelques mots quelle est cette autre raison.',
        en: 'Say in a few words what the other reason is.',
      });
    }
    checkWording('comment', comment, input.confirmWording);
    const write = (referral: Referral) => {
      referral.decline = Object.assign(new ReferralDecline(), { side, reason });
    };
    return { reason: comment, write };
  },
});
