import { Field, ID, InputType, Int } from 'type-graphql';
import { SharingScope } from '../../access/scope.js';
import { CreatingInput } from '../../commands/creating-input.js';
import { Id, Paragraph, PastDay } from '../../commands/input-rules.js';
import { ConfirmWording } from '../../commands/sensitive-text/index.js';
import { DateScalar } from '../../graphql/scalars.js';
import { AgreedAfterWithdrawal, AgreementMethod } from '../beneficiaries/index.js';
import { ConfirmAlreadyReferred } from './already-referred.js';
import { ConfirmDeclinedBefore } from './declined-before.js';
import { ReferralPriority } from './referral.js';

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

/** What an act on a referral names: the referral, and the version that the caller read. */
@InputType({ description: 'What an act on a referral names.' })
export abstract class ReferralActInput {
  @Id()
  @Field(() => ID, { description: 'The referral.' })
  referral!: string;

  @Field(() => Int, { description: 'The version that the caller read; refused if it has changed since.' })
  expectedVersion!: number;
}

/** An act whose words the other side reads. */
@InputType({ description: 'What an act on a referral names, with words for the other side.' })
export abstract class WordedReferralInput extends ReferralActInput {
  @ConfirmWording()
  confirmWording?: boolean | null;
}
