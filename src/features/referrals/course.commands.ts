import { Field, InputType } from 'type-graphql';
import { Paragraph, PastDay } from '../../commands/input-rules.js';
import { checkWording } from '../../commands/sensitive-text/index.js';
import { DateScalar } from '../../graphql/scalars.js';
import { withReason } from './advance.js';
import { ReferralOutcome } from './lifecycle.js';
import { ReferralCommandInput, WordedReferralInput } from './referral.inputs.js';
import { Referral } from './referral.js';
import { referralCommand } from './referral-command.js';

@InputType({ description: 'The first contact with the person.' })
export class StartReferralInput extends ReferralCommandInput {
  @PastDay()
  @Field(() => DateScalar, { description: 'The day of the first contact.' })
  firstContactOn!: string;
}

export const startReferral = referralCommand({
  name: 'startReferral',
  action: 'START',
  description: 'Records the first contact with the person. For the receiver.',
  input: StartReferralInput,
  details: ({ firstContactOn }) => ({
    write: (referral) => {
      referral.firstContactOn = firstContactOn;
    },
  }),
});

@InputType({ description: 'A referral to complete, with its outcome.' })
export class CompleteReferralInput extends WordedReferralInput {
  @Field(() => ReferralOutcome, {
    description: 'Outcome of the referral. It decides between the states COMPLETED and NOT_COMPLETED.',
  })
  outcome!: ReferralOutcome;

  @Paragraph(2000)
  @Field(() => String, { nullable: true, description: 'Details, at most 2,000 characters.' })
  comment?: string | null;
}

export const completeReferral = referralCommand({
  name: 'completeReferral',
  action: 'COMPLETE',
  description: 'Closes the referral with its outcome. For the receiver.',
  input: CompleteReferralInput,
  details({ outcome, comment, confirmWording }) {
    checkWording('comment', comment, confirmWording);
    const write = (referral: Referral) => {
      referral.outcome = outcome;
    };
    return { reason: comment, outcome, write };
  },
});

@InputType({ description: 'A referral to interrupt for a time.' })
export class HoldReferralInput extends WordedReferralInput {
  @Paragraph(2000)
  @Field(() => String, { description: 'Reason, at most 2,000 characters.' })
  reason!: string;
}

export const holdReferral = referralCommand({
  name: 'holdReferral',
  action: 'HOLD',
  description:
    'Interrupts the referral for a time, with a reason. The receiver keeps its access to the person. For the receiver.',
  input: HoldReferralInput,
  details: withReason,
});

@InputType({ description: 'A referral to resume.' })
export class ResumeReferralInput extends WordedReferralInput {
  @Paragraph(2000)
  @Field(() => String, { description: 'Reason for resuming, at most 2,000 characters.' })
  reason!: string;
}

export const resumeReferral = referralCommand({
  name: 'resumeReferral',
  action: 'RESUME',
  description: 'Resumes the referral after an interruption, with a reason. For the receiver.',
  input: ResumeReferralInput,
  details: withReason,
});
