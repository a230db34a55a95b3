import { Field, InputType } from 'type-graphql';
import { Paragraph } from '../../commands/input-rules.js';
import { notFound } from '../../commands/refusal.js';
import { checkWording } from '../../commands/sensitive-text/index.js';
import { advance, allowed, carryOut, withReason } from './advance.js';
import { WordedReferralInput } from './referral.inputs.js';
import { Referral, readByHub } from './referral.js';
import { referralCommand } from './referral-command.js';

@InputType({ description: 'A referral to call off.' })
export class CancelReferralInput extends WordedReferralInput {
  @Paragraph(2000)
  @Field(() => String, { description: 'Why, at most 2,000 characters.' })
  reason!: string;
}

export const cancelReferral = referralCommand({
  name: 'cancelReferral',
  action: 'CANCEL',
  description: 'Calls the referral off. For the sender; for the receiver once it has accepted.',
  input: CancelReferralInput,
  details: withReason,
});

@InputType({ description: 'A referral that should never have been.' })
export class EnterReferralInErrorInput extends WordedReferralInput {
  @Paragraph(2000)
  @Field(() => String, { description: 'What went wrong, at most 2,000 characters.' })
  reason!: string;
}

export const enterReferralInError = referralCommand({
  name: 'enterReferralInError',
  action: 'ENTER_IN_ERROR',
  description:
    'Says that the referral should never have been, also when it is closed; the receiver sees the person no more. For the sender and for coordinators, to whom the payload shows no referral.',
  input: EnterReferralInErrorInput,
  async run(command, input) {
    if (command.viewer.role !== 'COORDINATOR')
      return advance(command, input, 'ENTER_IN_ERROR', withReason(input));
    checkWording('reason', input.reason, input.confirmWording);
    let shown = '';
    await command.asSystem(async () => {
      const referral = await command.find(Referral, input.referral, 'referral', true, readByHub);
      if (!referral.sentAt) throw notFound('referral');
      const change = allowed(referral, input, 'ENTER_IN_ERROR', 'COORDINATOR');
      await carryOut(command, referral, change, 'COORDINATOR', input.reason);
      shown = referral.id;
    });
    return shown;
  },
});
