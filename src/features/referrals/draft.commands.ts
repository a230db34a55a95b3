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
import { serviceOf } from './obstacle.js';
import { ReferralCommandInput, ReferralDraftInput, WordedReferralInput } from './referral.inputs.js';
import { ReferralPriority } from './referral.js';
import { referralCommand } from './referral-command.js';
import { ReferralText } from './referral-text.js';

@InputType({ description: 'A draft to create.' })
export class DraftReferralInput extends ReferralDraftInput {
  @Id()
  @Field(() => ID, { description: 'The person.' })
  beneficiary!: string;
}

export const draftReferral = referralCommand({
  name: 'draftReferral',
  action: 'DRAFT',
  description: 'Creates a draft, to be sent later. Only the sender sees it until it is sent.',
  input: DraftReferralInput,
  on: { field: 'beneficiary', type: () => Beneficiary },
  async run(command, input) {
    const beneficiary = await command.find(Beneficiary, input.beneficiary, 'beneficiary');
    const to = await command.find(Partner, input.to, 'to');
    const referral = await compose(command, beneficiary, to, input);
    move(command, referral, drafting, 'SENDER');
    return referral.id;
  },
});

@InputType({ description: 'Changes to a draft. Fields that are left out keep their values.' })
export class ChangeReferralDraftInput extends WordedReferralInput {
  @Id()
  @Field(() => ID, { nullable: true, description: 'The receiver.' })
  to?: string | null;

  @Id()
  @Field(() => ID, {
    nullable: true,
    description:
      'The receiver’s service that is asked; null for the partner as a whole. If left out, the service is kept, unless `to` changes the receiver: then it becomes null.',
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
  description: 'Changes the content of a draft. For the sender.',
  input: ChangeReferralDraftInput,
  async run(command, input) {
    const { referral, party, change: transition } = await take(command, input, 'CHANGE_DRAFT');
    const { purpose, priority, scope, confirmWording } = input;
    const to = input.to == null ? undefined : await command.find(Partner, input.to, 'to');
    const isElsewhere = to !== undefined && to !== referral.to;
    // If no service is given, the service is kept unless the receiver changes.
    const service =
      input.service !== undefined || isElsewhere
        ? await serviceOf(command, to ?? referral.to, input.service)
        : undefined;
    if (purpose != null) checkWording('purpose', purpose, confirmWording);
    const text = await command.em.findOneOrFail(ReferralText, referral.id);
    const textChanged = change(text, { text: purpose == null ? undefined : tidy(purpose) });
    const referralChanged = change(referral, {
      to,
      service,
      priority: priority ?? undefined,
      scope: scope ?? undefined,
    });
    if (!textChanged && !referralChanged) return referral.id;
    await checkAim(command, referral);
    move(command, referral, transition, party);
    return referral.id;
  },
});

@InputType({ description: 'A draft to send, with the person’s agreement.' })
export class SendReferralDraftInput extends ReferralCommandInput {
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
  description:
    'Sends a draft, with the person’s agreement. The receiver is notified at once. For the sender.',
  input: SendReferralDraftInput,
  async run(command, input) {
    const { referral, change } = await take(command, input, 'SEND');
    await checkAim(command, referral);
    return dispatch(command, referral, input, change);
  },
});
