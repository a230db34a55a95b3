import { Field, ID, InputType } from 'type-graphql';
import { CreatingInput } from '../../commands/creating-input.js';
import { Id, Paragraph } from '../../commands/input-rules.js';
import { ConfirmWording } from '../../commands/sensitive-text/index.js';

@InputType({ description: 'What one side of a referral writes to the other.' })
export class SendReferralMessageInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The referral.' })
  referral!: string;

  @Paragraph(2000)
  @Field(() => String, { description: 'What is written, at most 2,000 characters.' })
  text!: string;

  @ConfirmWording()
  confirmWording?: boolean | null;
}
