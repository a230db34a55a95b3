import { Field, ID, InputType } from 'type-graphql';
import { SharingScope } from '../../access/scope.js';
import { change } from '../../commands/change.js';
import { Id, Paragraph, PastDay, tidy } from '../../commands/input-rules.js';
import { checkWording } from '../../commands/sensitive-text/index.js';
import { DateScalar } from '../../graphql/scalars.js';
import { AgreedAfterWithdrawal, AgreementMethod, Beneficiary } from '../beneficiaries/index.js';
import { Partner } from '../partners/index.js';
import { move, take } from './advance.js';
import { ConfirmAlreadyReferred } from './already-referred.js';
import { ConfirmDeclinedBefore } from './declined-before.js';
import { checkAim, compose, dispatch } from './dispatch.js';
import { drafting } from './lifecycle.js';
import { serviceOf } from './reach.js';
import { ReferralActInput, ReferralDraftInput, WordedReferralInput } from './referral.inputs.js';
import { ReferralPriority } from './referral.js';
import { referralCommand } from './referral-command.js';
import { ReferralText } from './referral-text.js';

@InputType({ description: 'A referral to send later.' })
export class DraftReferralInput extends ReferralDraftInput {
  @Id()
  @Field(() => ID, { description: 'The person.' })
  beneficiary!: string;
}

export const draftReferral = referralCommand({
  name: 'draftReferral',
  action: 'DRAFT',
  description: 'Begins a referral that is sent later. Until then only the sender’s partner sees it.',
  input: DraftReferralInput,
  async run(command, input) {
    const beneficiary = await command.find(Beneficiary, input.beneficiary, 'beneficiary');
    const to = await command.find(Partner, input.to, 'to');
    const referral = await compose(command, beneficiary, to, input);
    move(command, referral, drafting, 'SENDER');
    return referral.id;
  },
});

@InputType({ description: 'What changes in a draft; what is left out stays.' })
export class ChangeReferralDraftInput extends WordedReferralInput {
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
}

export const changeReferralDraft = referralCommand({
  name: 'changeReferralDraft',
  action: 'CHANGE_DRAFT',
  description: 'Changes what a draft says. For the sender.',
  input: ChangeReferralDraftInput,
  async run(command, input) {
    const { referral, party, change: transition } = await take(command, input, 'CHANGE_DRAFT');
    const { purpose, priority, scope, confirmWording } = input;
    const to = input.to == null ? undefined : await command.find(Partner, input.to, 'to');
    const isElsewhere = to !== undefined && to !== referral.to;
    // Without a service, one stays with its partner.
    const service =
      input.service !== undefined || isElsewhere
        ? await serviceOf(command, to ?? referral.to, input.service)
        : undefined;
    if (purpose != null) checkWording('purpose', purpose, confirmWording);
    const text = await command.em.findOneOrFail(ReferralText, referral.id);
    const saysOther = change(text, { text: purpose == null ? undefined : tidy(purpose) });
    const aimsElsewhere = change(referral, {
      to,
      service,
      priority: priority ?? undefined,
      scope: scope ?? undefined,
    });
    if (!saysOther && !aimsElsewhere) return referral.id;
    await checkAim(command, referral);
    move(command, referral, transition, party);
    return referral.id;
  },
});

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

export const sendReferralDraft = referralCommand({
  name: 'sendReferralDraft',
  action: 'SEND',
  description: 'Sends a draft, with the person’s agreement. For the sender; the receiver is told at once.',
  input: SendReferralDraftInput,
  async run(command, input) {
    const { referral, change } = await take(command, input, 'SEND');
    await checkAim(command, referral);
    return dispatch(command, referral, input, change);
  },
});
