import { Field, ID, InputType } from 'type-graphql';
import { SharingScope } from '../../access/scope.js';
import { type Command } from '../../commands/command.js';
import { defineCommand } from '../../commands/define-command.js';
import { Id, Key, Paragraph, PastDay, tidy } from '../../commands/input-rules.js';
import { notFound, refusal } from '../../commands/refusal.js';
import { ConfirmWording, checkWording } from '../../commands/sensitive-text/index.js';
import { globalId } from '../../graphql/ids.js';
import { DateScalar } from '../../graphql/scalars.js';
import { AgreedAfterWithdrawal, AgreementMethod, Beneficiary } from '../beneficiaries/index.js';
import { Partner, type Service } from '../partners/index.js';
import { advance, allowed, carryOut, move, take } from './advance.js';
import { ConfirmAlreadyReferred } from './already-referred.js';
import { ConfirmDeclinedBefore } from './declined-before.js';
import { compose, dispatch } from './dispatch.js';
import { type ReferralAction, ReferralOutcome, sending, transition } from './lifecycle.js';
import { ReferralActInput, ReferralContentInput } from './referral.inputs.js';
import {
  DeclineReason,
  DeclineSide,
  Referral,
  ReferralDecline,
  ReferralPriority,
  readByHub,
} from './referral.js';
import { ReferralText } from './referral-text.js';

@InputType({ description: 'A referral to send.' })
export class SendReferralInput extends ReferralContentInput {
  @Id()
  @Field(() => ID, { description: 'The person.' })
  beneficiary!: string;
}

/** Sends a referral; also what a contact at a forum becomes. */
export async function send(command: Command, input: SendReferralInput): Promise<string> {
  const beneficiary = await command.find(Beneficiary, input.beneficiary, 'beneficiary');
  const to = await command.find(Partner, input.to, 'to');
  return dispatch(command, await compose(command, beneficiary, to, input), input, sending);
}

export const sendReferral = defineCommand({
  name: 'sendReferral',
  description:
    'Refers a person to another partner, with the person’s agreement. The receiver is told at once.',
  input: SendReferralInput,
  payload: { referral: () => Referral },
  run: send,
});

@InputType({ description: 'A person to refer again, after a referral that is closed.' })
export class ReferAgainInput extends ReferralActInput {
  @Key()
  @Field(() => ID, {
    description: 'Chosen by the client, unique per act: a repeated call returns the first outcome.',
  })
  idempotencyKey!: string;

  @Id()
  @Field(() => ID, {
    nullable: true,
    description: 'The partner that is asked; the same as before if left out.',
  })
  to?: string | null;

  @Id()
  @Field(() => ID, {
    nullable: true,
    description:
      'Which of the partner’s services is asked; the same as before if `to` is left out too, otherwise none in particular.',
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

  @ConfirmWording()
  confirmWording?: boolean | null;

  @ConfirmDeclinedBefore()
  confirmDeclinedBefore?: boolean | null;

  @ConfirmAlreadyReferred()
  confirmAlreadyReferred?: boolean | null;

  @AgreedAfterWithdrawal()
  agreedAfterWithdrawal?: boolean | null;
}

export const referAgain = defineCommand({
  name: 'referAgain',
  description:
    'Refers the person of a closed referral again, with the person’s agreement. For its sender; the payload shows the new referral.',
  input: ReferAgainInput,
  payload: { referral: () => Referral },
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
        // Another partner, or the same one named anew, is asked as a whole.
        service: input.service === undefined && input.to == null ? idOf(former.service) : input.service,
        // What was sent before was read, or confirmed, then.
        confirmWording: input.confirmWording || input.purpose == null,
      },
      former,
    );
    return dispatch(command, referral, input, change);
  },
});

/** What a referral says; nothing when the viewer's partner sees the person no more, and cannot refer them. */
async function purposeOf({ em }: Command, { id }: Referral): Promise<string> {
  return (await em.findOne(ReferralText, id))?.text ?? '';
}

function idOf(service: Service | null | undefined): string | null {
  return service ? globalId('Service', service.id) : null;
}

@InputType({ description: 'A referral to look into.' })
export class ReviewReferralInput extends ReferralActInput {}

export const reviewReferral = defineCommand({
  name: 'reviewReferral',
  description: 'Says that it is being looked into. For the receiver.',
  input: ReviewReferralInput,
  payload: { referral: () => Referral },
  run: (command, input) => advance(command, input, 'REVIEW'),
});

@InputType({ description: 'What the receiver needs to know.' })
export class RequestReferralInfoInput extends ReferralActInput {
  @Paragraph(2000)
  @Field(() => String, { description: 'What is asked of the sender, at most 2,000 characters.' })
  message!: string;

  @ConfirmWording()
  confirmWording?: boolean | null;
}

export const requestReferralInfo = defineCommand({
  name: 'requestReferralInfo',
  description: 'Asks the sender for something; until it replies, the referral waits. For the receiver.',
  input: RequestReferralInfoInput,
  payload: { referral: () => Referral },
  run(command, input) {
    checkWording('message', input.message, input.confirmWording);
    return advance(command, input, 'REQUEST_INFO', { message: input.message });
  },
});

@InputType({ description: 'An answer to what the receiver asked.' })
export class ReplyToReferralInput extends ReferralActInput {
  @Paragraph(2000)
  @Field(() => String, { description: 'The answer, at most 2,000 characters.' })
  reply!: string;

  @ConfirmWording()
  confirmWording?: boolean | null;
}

export const replyToReferral = defineCommand({
  name: 'replyToReferral',
  description: 'Answers what the receiver asked, who goes on looking into it. For the sender.',
  input: ReplyToReferralInput,
  payload: { referral: () => Referral },
  run(command, input) {
    checkWording('reply', input.reply, input.confirmWording);
    return advance(command, input, 'REPLY', { message: input.reply });
  },
});

@InputType({ description: 'A referral for the waiting list.' })
export class WaitlistReferralInput extends ReferralActInput {}

export const waitlistReferral = defineCommand({
  name: 'waitlistReferral',
  description: 'Puts the person on the waiting list. For the receiver.',
  input: WaitlistReferralInput,
  payload: { referral: () => Referral },
  run: (command, input) => advance(command, input, 'WAITLIST'),
});

@InputType({ description: 'A referral to take on.' })
export class AcceptReferralInput extends ReferralActInput {}

export const acceptReferral = defineCommand({
  name: 'acceptReferral',
  description: 'Takes the person on. For the receiver; from then on it sees what the sender granted.',
  input: AcceptReferralInput,
  payload: { referral: () => Referral },
  run: (command, input) => advance(command, input, 'ACCEPT'),
});

@InputType({ description: 'A referral to say no to.' })
export class DeclineReferralInput extends ReferralActInput {
  @Field(() => DeclineSide, { description: 'Who says no.' })
  side!: DeclineSide;

  @Field(() => DeclineReason, { description: 'Why.' })
  reason!: DeclineReason;

  @Paragraph(2000)
  @Field(() => String, { nullable: true, description: 'More, at most 2,000 characters; needed for OTHER.' })
  comment?: string | null;

  @ConfirmWording()
  confirmWording?: boolean | null;
}

export const declineReferral = defineCommand({
  name: 'declineReferral',
  description: 'Says no, with a reason. For the receiver; it sees the person no more.',
  input: DeclineReferralInput,
  payload: { referral: () => Referral },
  async run(command, input) {
    const { side, reason } = input;
    const comment = input.comment ? tidy(input.comment) : null;
    if (reason === 'OTHER' && !comment) {
      throw refusal('INVALID', 'comment', {
        fr: 'Dites en quelques mots quelle est cette autre raison.',
        en: 'Say in a few words what the other reason is.',
      });
    }
    checkWording('comment', comment, input.confirmWording);
    const write = (referral: Referral) => {
      referral.decline = Object.assign(new ReferralDecline(), { side, reason });
    };
    return advance(command, input, 'DECLINE', { reason: comment, write });
  },
});

@InputType({ description: 'The first contact with the person.' })
export class StartReferralInput extends ReferralActInput {
  @PastDay()
  @Field(() => DateScalar, { description: 'The day of the first contact.' })
  firstContactOn!: string;
}

export const startReferral = defineCommand({
  name: 'startReferral',
  description: 'Records the first contact with the person. For the receiver.',
  input: StartReferralInput,
  payload: { referral: () => Referral },
  run(command, input) {
    const write = (referral: Referral) => {
      referral.firstContactOn = input.firstContactOn;
    };
    return advance(command, input, 'START', { write });
  },
});

@InputType({ description: 'How a referral ended.' })
export class CompleteReferralInput extends ReferralActInput {
  @Field(() => ReferralOutcome, {
    description: 'What came of it; decides between COMPLETED and NOT_COMPLETED.',
  })
  outcome!: ReferralOutcome;

  @Paragraph(2000)
  @Field(() => String, { nullable: true, description: 'More, at most 2,000 characters.' })
  comment?: string | null;

  @ConfirmWording()
  confirmWording?: boolean | null;
}

export const completeReferral = defineCommand({
  name: 'completeReferral',
  description: 'Says how the referral ended. For the receiver.',
  input: CompleteReferralInput,
  payload: { referral: () => Referral },
  async run(command, input) {
    const { outcome, comment } = input;
    checkWording('comment', comment, input.confirmWording);
    const write = (referral: Referral) => {
      referral.outcome = outcome;
    };
    return advance(command, input, 'COMPLETE', { reason: comment, outcome, write });
  },
});

@InputType({ description: 'A referral to interrupt for a time.' })
export class HoldReferralInput extends ReferralActInput {
  @Paragraph(2000)
  @Field(() => String, { description: 'Why, at most 2,000 characters.' })
  reason!: string;

  @ConfirmWording()
  confirmWording?: boolean | null;
}

export const holdReferral = defineCommand({
  name: 'holdReferral',
  description:
    'Interrupts the referral for a time, with a reason. For the receiver, who goes on seeing the person.',
  input: HoldReferralInput,
  payload: { referral: () => Referral },
  run: (command, input) => because(command, input, 'HOLD'),
});

@InputType({ description: 'A referral to go on with.' })
export class ResumeReferralInput extends ReferralActInput {
  @Paragraph(2000)
  @Field(() => String, { description: 'Why it can go on, at most 2,000 characters.' })
  reason!: string;

  @ConfirmWording()
  confirmWording?: boolean | null;
}

export const resumeReferral = defineCommand({
  name: 'resumeReferral',
  description: 'Goes on after an interruption, with a reason. For the receiver.',
  input: ResumeReferralInput,
  payload: { referral: () => Referral },
  run: (command, input) => because(command, input, 'RESUME'),
});

@InputType({ description: 'A referral to call off.' })
export class CancelReferralInput extends ReferralActInput {
  @Paragraph(2000)
  @Field(() => String, { description: 'Why, at most 2,000 characters.' })
  reason!: string;

  @ConfirmWording()
  confirmWording?: boolean | null;
}

export const cancelReferral = defineCommand({
  name: 'cancelReferral',
  description: 'Calls the referral off. For the sender; for the receiver once it has accepted.',
  input: CancelReferralInput,
  payload: { referral: () => Referral },
  run: (command, input) => because(command, input, 'CANCEL'),
});

@InputType({ description: 'A referral that should never have been.' })
export class EnterReferralInErrorInput extends ReferralActInput {
  @Paragraph(2000)
  @Field(() => String, { description: 'What went wrong, at most 2,000 characters.' })
  reason!: string;

  @ConfirmWording()
  confirmWording?: boolean | null;
}

export const enterReferralInError = defineCommand({
  name: 'enterReferralInError',
  description:
    'Says that the referral should never have been, also when it is closed; the receiver sees the person no more. For the sender and for coordinators, to whom the payload shows no referral.',
  input: EnterReferralInErrorInput,
  payload: { referral: () => Referral },
  async run(command, input) {
    if (command.viewer.role !== 'COORDINATOR') return because(command, input, 'ENTER_IN_ERROR');
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

/** Calls a referral off for a person who withdrew the agreement that it rests on, if it is still open. */
export async function cancelWithdrawn(command: Command, referralId: string): Promise<void> {
  await command.asSystem(async () => {
    const referral = await command.lock(Referral, referralId, readByHub);
    const change = transition('CANCEL', referral.status, 'SYSTEM');
    if (change) move(command, referral, change, 'SYSTEM');
  });
}

/** Calls off what is open of a person's referrals to a partner, for the person who withdraws from it. */
export async function cancelAllWithdrawn(command: Command, person: string, partner: string): Promise<void> {
  const open = (await command.em.execute('select open_referrals as id from access.open_referrals(?, ?)', [
    person,
    partner,
  ])) as { id: string }[];
  // All of them before the first is called off, which waits for whoever grants or ends what partners see.
  await command.asSystem(async () => {
    for (const { id } of open) await command.lock(Referral, id, readByHub);
  });
  for (const { id } of open) await cancelWithdrawn(command, id);
}

/** Does what needs a reason that both sides read. */
function because(
  command: Command,
  input: ReferralActInput & { reason: string; confirmWording?: boolean | null },
  action: ReferralAction,
): Promise<string> {
  checkWording('reason', input.reason, input.confirmWording);
  return advance(command, input, action, { reason: input.reason });
}
