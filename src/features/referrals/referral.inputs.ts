import { Field, ID, InputType, Int } from 'type-graphql';
import { SharingScope } from '../../access/scope.js';
import { CreatingInput } from '../../commands/creating-input.js';
import { Id, Key, Paragraph, PastDay } from '../../commands/input-rules.js';
import { ConfirmWording } from '../../commands/sensitive-text/index.js';
import { DateScalar } from '../../graphql/scalars.js';
import { AgreedAfterWithdrawal, AgreementMethod } from '../beneficiaries/index.js';
import { ConfirmAlreadyReferred } from './already-referred.js';
import { ConfirmDeclinedBefore } from './declined-before.js';
import { ReferralOutcome } from './lifecycle.js';
import { DeclineReason, DeclineSide, ReferralPriority } from './referral.js';

/** What a referral says of itself; its person is named by the act that begins it. */
@InputType({ description: 'What a referral says of itself.' })
export abstract class ReferralDraftInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The partner that is asked.' })
  to!: string;

  @Id()
  @Field(() => ID, {
    nullable: true,
    description: 'Which of that partner’s services is asked: an open one with a contact.',
  })
  service?: string | null;

  @Paragraph(2000)
  @Field(() => String, { description: 'What the person needs, at most 2,000 characters.' })
  purpose!: string;

  @Field(() => ReferralPriority, {
    nullable: true,
    defaultValue: 'ROUTINE',
    description: 'How soon an answer is needed.',
  })
  priority?: ReferralPriority | null;

  @Field(() => SharingScope, {
    nullable: true,
    defaultValue: 'PATHWAY',
    description: 'What the receiver may see once it accepts.',
  })
  scope?: SharingScope | null;

  @ConfirmWording()
  confirmWording?: boolean | null;
}

/** What a referral says of itself, and that the person agreed to it. */
@InputType({ description: 'What a referral says of itself, and that the person agreed to it.' })
export abstract class ReferralContentInput extends ReferralDraftInput {
  @PastDay()
  @Field(() => DateScalar, { description: 'When the person agreed to be referred to this partner.' })
  agreedOn!: string;

  @Field(() => AgreementMethod, { description: 'How the person agreed.' })
  method!: AgreementMethod;

  @ConfirmDeclinedBefore()
  confirmDeclinedBefore?: boolean | null;

  @ConfirmAlreadyReferred()
  confirmAlreadyReferred?: boolean | null;

  @AgreedAfterWithdrawal()
  agreedAfterWithdrawal?: boolean | null;
}

@InputType({ description: 'A referral to send.' })
export class SendReferralInput extends ReferralContentInput {
  @Id()
  @Field(() => ID, { description: 'The person.' })
  beneficiary!: string;
}

/** What an act on a referral names: the referral, and the version that the caller read. */
@InputType({ description: 'What an act on a referral names.' })
export abstract class ReferralActInput {
  @Id()
  @Field(() => ID, { description: 'The referral.' })
  referral!: string;

  @Field(() => Int, { description: 'The version that the caller read; refused if it has changed since.' })
  expectedVersion!: number;
}

@InputType({ description: 'A referral to look into.' })
export class ReviewReferralInput extends ReferralActInput {}

@InputType({ description: 'What the receiver needs to know.' })
export class RequestReferralInfoInput extends ReferralActInput {
  @Paragraph(2000)
  @Field(() => String, { description: 'What is asked of the sender, at most 2,000 characters.' })
  message!: string;

  @ConfirmWording()
  confirmWording?: boolean | null;
}

@InputType({ description: 'An answer to what the receiver asked.' })
export class ReplyToReferralInput extends ReferralActInput {
  @Paragraph(2000)
  @Field(() => String, { description: 'The answer, at most 2,000 characters.' })
  reply!: string;

  @ConfirmWording()
  confirmWording?: boolean | null;
}

@InputType({ description: 'A referral for the waiting list.' })
export class WaitlistReferralInput extends ReferralActInput {}

@InputType({ description: 'A referral to take on.' })
export class AcceptReferralInput extends ReferralActInput {}

@InputType({ description: 'A referral to say no to.' })
export class DeclineReferralInput extends ReferralActInput {
  @Field(() => DeclineSide, { description: 'Who says no.' })
  side!: DeclineSide;

  @Field(() => DeclineReason, { description: 'Why.' })
  reason!: DeclineReason;

  @Paragraph(2000)
  @Field(() => String, { nullable: true, description: 'More, at most 2,000 characters; needed for OTHER.' })
  comment?: string | null;

  @ConfirmWording()
  confirmWording?: boolean | null;
}

@InputType({ description: 'The first contact with the person.' })
export class StartReferralInput extends ReferralActInput {
  @PastDay()
  @Field(() => DateScalar, { description: 'The day of the first contact.' })
  firstContactOn!: string;
}

@InputType({ description: 'How a referral ended.' })
export class CompleteReferralInput extends ReferralActInput {
  @Field(() => ReferralOutcome, {
    description: 'What came of it; decides between COMPLETED and NOT_COMPLETED.',
  })
  outcome!: ReferralOutcome;

  @Paragraph(2000)
  @Field(() => String, { nullable: true, description: 'More, at most 2,000 characters.' })
  comment?: string | null;

  @ConfirmWording()
  confirmWording?: boolean | null;
}

@InputType({ description: 'A referral to call off.' })
export class CancelReferralInput extends ReferralActInput {
  @Paragraph(2000)
  @Field(() => String, { description: 'Why, at most 2,000 characters.' })
  reason!: string;

  @ConfirmWording()
  confirmWording?: boolean | null;
}

@InputType({ description: 'A referral to interrupt for a time.' })
export class HoldReferralInput extends ReferralActInput {
  @Paragraph(2000)
  @Field(() => String, { description: 'Why, at most 2,000 characters.' })
  reason!: string;

  @ConfirmWording()
  confirmWording?: boolean | null;
}

@InputType({ description: 'A referral to go on with.' })
export class ResumeReferralInput extends ReferralActInput {
  @Paragraph(2000)
  @Field(() => String, { description: 'Why it can go on, at most 2,000 characters.' })
  reason!: string;

  @ConfirmWording()
  confirmWording?: boolean | null;
}

@InputType({ description: 'A referral that should never have been.' })
export class EnterReferralInErrorInput extends ReferralActInput {
  @Paragraph(2000)
  @Field(() => String, { description: 'What went wrong, at most 2,000 characters.' })
  reason!: string;

  @ConfirmWording()
  confirmWording?: boolean | null;
}

@InputType({ description: 'A person to refer again, after a referral that is closed.' })
export class ReferAgainInput extends ReferralActInput {
  @Key()
  @Field(() => ID, {
    description: 'Chosen by the client, unique per act: a repeated call returns the first outcome.',
  })
  idempotencyKey!: string;

  @Id()
  @Field(() => ID, {
    nullable: true,
    description: 'The partner that is asked; the same as before if left out.',
  })
  to?: string | null;

  @Id()
  @Field(() => ID, {
    nullable: true,
    description:
      'Which of the partner’s services is asked; the same as before if `to` is left out too, otherwise none in particular.',
  })
  service?: string | null;

  @Paragraph(2000)
  @Field(() => String, {
    nullable: true,
    description: 'What the person needs, at most 2,000 characters; the same as before if left out.',
  })
  purpose?: string | null;

  @Field(() => ReferralPriority, {
    nullable: true,
    description: 'How soon an answer is needed; the same as before if left out.',
  })
  priority?: ReferralPriority | null;

  @Field(() => SharingScope, {
    nullable: true,
    description: 'What the receiver may see once it accepts; the same as before if left out.',
  })
  scope?: SharingScope | null;

  @PastDay()
  @Field(() => DateScalar, { description: 'When the person agreed to be referred again.' })
  agreedOn!: string;

  @Field(() => AgreementMethod, { description: 'How the person agreed.' })
  method!: AgreementMethod;

  @ConfirmWording()
  confirmWording?: boolean | null;

  @ConfirmDeclinedBefore()
  confirmDeclinedBefore?: boolean | null;

  @ConfirmAlreadyReferred()
  confirmAlreadyReferred?: boolean | null;

  @AgreedAfterWithdrawal()
  agreedAfterWithdrawal?: boolean | null;
}
