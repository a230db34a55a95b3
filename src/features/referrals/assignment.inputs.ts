import { Field, ID, InputType } from 'type-graphql';
import { Id } from '../../commands/input-rules.js';

@InputType({ description: 'Who of the receiver’s members looks after a referral.' })
export class AssignReferralInput {
  @Id()
  @Field(() => ID, { description: 'The referral: one that the viewer’s partner received.' })
  referral!: string;

  @Id()
  @Field(() => ID, {
    nullable: true,
    description:
      'A colleague who is active and works with persons, or the viewer; null for nobody; without this it stays.',
  })
  member?: string | null;
}
