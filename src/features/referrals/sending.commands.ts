import { Field, ID, InputType } from 'type-graphql';
import { SharingScope } from '../../access/scope.js';
import { type Command } from '../../commands/command.js';
import { defineCommand } from '../../commands/define-command.js';
import { inOrder } from '../../commands/in-order.js';
import { Id, Key, Paragraph, PastDay } from '../../commands/input-rules.js';
import { globalId } from '../../graphql/ids.js';
import { DateScalar } from '../../graphql/scalars.js';
import { AgreedAfterWithdrawal, AgreementMethod, Beneficiary } from '../beneficiaries/index.js';
import { Partner, type Service } from '../partners/index.js';
import { take } from './advance.js';
import { ConfirmAlreadyReferred } from './already-referred.js';
import { ConfirmDeclinedBefore } from './declined-before.js';
import { compose, dispatch } from './dispatch.js';
import { sending } from './lifecycle.js';
import { ReferralContentInput, WordedReferralInput } from './referral.inputs.js';
import { Referral, ReferralPriority } from './referral.js';
import { referralCommand } from './referral-command.js';
import { ReferralText } from './referral-text.js';

@InputType({ description: 'A referral to send.' })
export class SendReferralInput extends ReferralContentInput {
  @Id()
  @Field(() => ID, { description: 'The person.' })
  beneficiary!: string;
}

/** Sends a referral. Also used to refer a person met at a forum. */
export async function send(command: Command, input: SendReferralInput): Promise<string> {
  const [beneficiary, to] = await inOrder([
    command.find(Beneficiary, input.beneficiary, 'beneficiary'),
    command.find(Partner, input.to, 'to'),
  ]);
  return dispatch(command, await compose(command, beneficiary, to, input), input, sending);
}

export const sendReferral = defineCommand({
  name: 'sendReferral',
  description:
    'Refers a person to another partner, with the person’s agreement. The receiver is notified at once.',
  input: SendReferralInput,
  payload: { referral: () => Referral },
  on: { field: 'beneficiary', type: () => Beneficiary },
  run: send,
});

@InputType({ description: 'A new referral of the person of a closed referral.' })
export class ReferAgainInput extends WordedReferralInput {
  @Key()
  @Field(() => ID, {
    description: 'Chosen by the client, unique per command: a repeated call returns the first result.',
  })
  idempotencyKey!: string;

  @Id()
  @Field(() => ID, {
    nullable: true,
    description: 'The receiver; the same as before if left out.',
  })
  to?: string | null;

  @Id()
  @Field(() => ID, {
    nullable: true,
    description:
      'The receiver’s service that is asked. If left out: the same as before if `to` is left out too, otherwise the partner as a whole.',
  })
  service?: string | null;

  @Paragraph(2000)
  @Field(() => String, {
    nullable: true,
    description: 'What the person needs, at most 2,000 characters; the same as before if left out.',
  })
  purpose?: string | null;

  @Field(() => ReferralPriority, {
    nullable: true,
    description: 'How soon an answer is needed; the same as before if left out.',
  })
  priority?: ReferralPriority | null;

  @Field(() => SharingScope, {
    nullable: true,
    description: 'What the receiver may see once it accepts; the same as before if left out.',
  })
  scope?: SharingScope | null;

  @PastDay()
  @Field(() => DateScalar, { description: 'When the person agreed to be referred again.' })
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

export const referAgain = referralCommand({
  name: 'referAgain',
  action: 'REFER_AGAIN',
  description:
    'Refers the person of a closed referral again, with the person’s agreement. The payload returns the new referral. For the sender of the closed one.',
  input: ReferAgainInput,
  async run(command, input) {
    const { referral: former, change } = await take(command, input, 'REFER_AGAIN');
    const to = input.to == null ? former.to : await command.find(Partner, input.to, 'to');
    const referral = await compose(
      command,
      former.beneficiary,
      to,
      {
        purpose: input.purpose ?? (await purposeOf(command, former)),
        priority: input.priority ?? former.priority,
        scope: input.scope ?? former.scope,
        // If `to` is given, even the same partner, the former service is not kept.
        service: input.service === undefined && input.to == null ? idOf(former.service) : input.service,
        // The former purpose was checked or confirmed when it was sent.
        confirmWording: input.confirmWording || input.purpose == null,
      },
      former,
    );
    return dispatch(command, referral, input, change);
  },
});

/** The purpose of a referral; empty when the viewer's partner no longer sees the person, and so cannot refer them. */
async function purposeOf({ em }: Command, { id }: Referral): Promise<string> {
  return (await em.findOne(ReferralText, id))?.text ?? '';
}

function idOf(service: Service | null | undefined): string | null {
  return service ? globalId('Service', service.id) : null;
}
