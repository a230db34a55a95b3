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

/** The content of a referral, without the person, whom the command's own input names. */
@InputType({ description: 'Content of a referral.' })
export abstract class ReferralDraftInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The receiver.' })
  to!: string;

  @Id()
  @Field(() => ID, {
    nullable: true,
    description: 'The receiver’s service that is asked. It must be open and have a contact.',
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

/** The content of a referral, and the person's agreement to it. */
@InputType({ description: 'Content of a referral, and the person’s agreement to it.' })
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

/** A command on a referral names the referral and the version that the caller read. */
@InputType({ description: 'A referral, and its expected version.' })
export abstract class ReferralCommandInput {
  @Id()
  @Field(() => ID, { description: 'The referral.' })
  referral!: string;

  @Field(() => Int, {
    description:
      'The version that the caller read. Refused as STALE_VERSION if the referral has changed since.',
  })
  expectedVersion!: number;
}

/** A command with a text that the other side reads. */
@InputType({
  description: 'A referral, and its expected version, for a command with a text for the other side.',
})
export abstract class WordedReferralInput extends ReferralCommandInput {
  @ConfirmWording()
  confirmWording?: boolean | null;
}
