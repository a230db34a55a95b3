import type { Command } from '../../commands/command.js';
import { tidy } from '../../commands/input-rules.js';
import { notFound, refusal } from '../../commands/refusal.js';
import { checkWording } from '../../commands/sensitive-text/index.js';
import { globalId } from '../../graphql/ids.js';
import { Beneficiary } from '../beneficiaries/index.js';
import { Partner, type Service } from '../partners/index.js';
import { advance, allowed, carryOut, move, take } from './advance.js';
import { compose, dispatch } from './dispatch.js';
import { type ReferralAction, sending, transition } from './lifecycle.js';
import type {
  AcceptReferralInput,
  CancelReferralInput,
  CompleteReferralInput,
  DeclineReferralInput,
  EnterReferralInErrorInput,
  HoldReferralInput,
  ReferAgainInput,
  ReferralActInput,
  ReplyToReferralInput,
  RequestReferralInfoInput,
  ResumeReferralInput,
  ReviewReferralInput,
  SendReferralInput,
  StartReferralInput,
  WaitlistReferralInput,
} from './referral.inputs.js';
import { Referral, ReferralDecline, readByHub } from './referral.js';
import { ReferralText } from './referral-text.js';

/** Sends a referral: the receiver is told, and sees who the person is. */
export async function send(command: Command, input: SendReferralInput): Promise<string> {
  const beneficiary = await command.find(Beneficiary, input.beneficiary, 'beneficiary');
  const to = await command.find(Partner, input.to, 'to');
  return dispatch(command, await compose(command, beneficiary, to, input), input, sending);
}

/** Refers the person of a closed referral again, with their agreement: what is not said anew is as it was. */
export async function referAgain(command: Command, input: ReferAgainInput): Promise<string> {
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
}

/** What a referral says; nothing when the viewer's partner sees the person no more, and cannot refer them. */
async function purposeOf({ em }: Command, { id }: Referral): Promise<string> {
  return (await em.findOne(ReferralText, id))?.text ?? '';
}

function idOf(service: Service | null | undefined): string | null {
  return service ? globalId('Service', service.id) : null;
}

/** Says that it is being looked into. */
export function review(command: Command, input: ReviewReferralInput): Promise<string> {
  return advance(command, input, 'REVIEW');
}

/** Asks the sender for something, on which it waits. */
export function requestInfo(command: Command, input: RequestReferralInfoInput): Promise<string> {
  checkWording('message', input.message, input.confirmWording);
  return advance(command, input, 'REQUEST_INFO', { message: input.message });
}

/** Answers what the receiver asked: it goes on looking into the referral. */
export function reply(command: Command, input: ReplyToReferralInput): Promise<string> {
  checkWording('reply', input.reply, input.confirmWording);
  return advance(command, input, 'REPLY', { message: input.reply });
}

/** Puts the person on the waiting list. */
export function waitlist(command: Command, input: WaitlistReferralInput): Promise<string> {
  return advance(command, input, 'WAITLIST');
}

/** Takes the person on: the receiver sees as much as the sender granted. */
export function accept(command: Command, input: AcceptReferralInput): Promise<string> {
  return advance(command, input, 'ACCEPT');
}

/** Says no: the receiver sees the person no more. */
export async function decline(command: Command, input: DeclineReferralInput): Promise<string> {
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
}

/** Records the first contact with the person. */
export function start(command: Command, input: StartReferralInput): Promise<string> {
  const write = (referral: Referral) => {
    referral.firstContactOn = input.firstContactOn;
  };
  return advance(command, input, 'START', { write });
}

/** Says how it ended; the outcome decides whether the service was given. */
export async function complete(command: Command, input: CompleteReferralInput): Promise<string> {
  const { outcome, comment } = input;
  checkWording('comment', comment, input.confirmWording);
  const write = (referral: Referral) => {
    referral.outcome = outcome;
  };
  return advance(command, input, 'COMPLETE', { reason: comment, outcome, write });
}

/** Interrupts it for a time; the receiver goes on seeing the person. */
export function hold(command: Command, input: HoldReferralInput): Promise<string> {
  return because(command, input, 'HOLD');
}

/** Goes on after an interruption. */
export function resume(command: Command, input: ResumeReferralInput): Promise<string> {
  return because(command, input, 'RESUME');
}

/** Calls a referral off: the receiver sees the person no more. */
export function cancel(command: Command, input: CancelReferralInput): Promise<string> {
  return because(command, input, 'CANCEL');
}

/**
 * Says that a referral should never have been: the receiver sees the person no more. Coordinators name one
 * that they were shown without the person, and are not shown it either afterwards.
 */
export async function enterInError(command: Command, input: EnterReferralInErrorInput): Promise<string> {
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
}

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
