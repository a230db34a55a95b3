import { Field, ID, InputType } from 'type-graphql';
import { CreatingInput } from '../acts/creating-input.js';
import { Id, Paragraph } from '../acts/rules.js';
import { ConfirmWording } from '../acts/wording/index.js';

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
