import { Field, ID, InputType } from 'type-graphql';
import { SharingScope } from '../../access/scope.js';
import { Id, Paragraph, PastDay } from '../../commands/input-rules.js';
import { ConfirmWording } from '../../commands/sensitive-text/index.js';
import { DateScalar } from '../../graphql/scalars.js';
import { AgreedAfterWithdrawal, AgreementMethod } from '../beneficiaries/index.js';
import { ConfirmAlreadyReferred } from './already-referred.js';
import { ConfirmDeclinedBefore } from './declined-before.js';
import { ReferralActInput, ReferralDraftInput } from './referral.inputs.js';
import { ReferralPriority } from './referral.js';

@InputType({ description: 'A referral to send later.' })
export class DraftReferralInput extends ReferralDraftInput {
  @Id()
  @Field(() => ID, { description: 'The person.' })
  beneficiary!: string;
}

@InputType({ description: 'What changes in a draft; what is left out stays.' })
export class ChangeReferralDraftInput extends ReferralActInput {
  @Id()
  @Field(() => ID, { nullable: true, description: 'The partner that is asked.' })
  to?: string | null;

  @Id()
  @Field(() => ID, {
    nullable: true,
    description:
      'Which of the partner’s services is asked, null for none in particular; without this it stays, unless the referral goes to another partner now.',
  })
  service?: string | null;

  @Paragraph(2000)
  @Field(() => String, { nullable: true, description: 'What the person needs, at most 2,000 characters.' })
  purpose?: string | null;

  @Field(() => ReferralPriority, { nullable: true, description: 'How soon an answer is needed.' })
  priority?: ReferralPriority | null;

  @Field(() => SharingScope, {
    nullable: true,
    description: 'What the receiver may see once it accepts.',
  })
  scope?: SharingScope | null;

  @ConfirmWording()
  confirmWording?: boolean | null;
}

@InputType({ description: 'A draft to send, with the person’s agreement.' })
export class SendReferralDraftInput extends ReferralActInput {
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
