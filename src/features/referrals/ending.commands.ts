import { Field, InputType } from 'type-graphql';
import { Paragraph } from '../../commands/input-rules.js';
import { notFound } from '../../commands/refusal.js';
import { checkWording } from '../../commands/sensitive-text/index.js';
import { advance, allowed, carryOut, withReason } from './advance.js';
import { WordedReferralInput } from './referral.inputs.js';
import { Referral, readByHub } from './referral.js';
import { referralCommand } from './referral-command.js';

@InputType({ description: 'A referral to cancel.' })
export class CancelReferralInput extends WordedReferralInput {
  @Paragraph(2000)
  @Field(() => String, { description: 'Reason, at most 2,000 characters.' })
  reason!: string;
}

export const cancelReferral = referralCommand({
  name: 'cancelReferral',
  action: 'CANCEL',
  description: 'Cancels the referral. For the sender, and for the receiver once it has accepted.',
  input: CancelReferralInput,
  details: withReason,
});

@InputType({ description: 'A referral that was recorded by mistake.' })
export class EnterReferralInErrorInput extends WordedReferralInput {
  @Paragraph(2000)
  @Field(() => String, { description: 'Description of the mistake, at most 2,000 characters.' })
  reason!: string;
}

export const enterReferralInError = referralCommand({
  name: 'enterReferralInError',
  action: 'ENTER_IN_ERROR',
  description:
    'Marks a referral, open or closed, as recorded by mistake. The receiver loses access to the person. For the sender and for coordinators; for a coordinator the payload’s `referral` is null.',
  input: EnterReferralInErrorInput,
  async run(command, input) {
    if (command.viewer.role !== 'COORDINATOR')
      return advance(command, input, 'ENTER_IN_ERROR', withReason(input));
    checkWording('reason', input.reason, input.confirmWording);
    let referralId = '';
    await command.asSystem(async () => {
      const referral = await command.find(Referral, input.referral, 'referral', true, readByHub);
      if (!referral.sentAt) throw notFound('referral');
      const change = allowed(referral, input, 'ENTER_IN_ERROR', 'COORDINATOR');
      await carryOut(command, referral, change, 'COORDINATOR', input.reason);
      referralId = referral.id;
    });
    return referralId;
  },
});
