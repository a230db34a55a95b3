import type { Act } from '../../commands/command.js';
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
export async function send(act: Act, input: SendReferralInput): Promise<string> {
  const beneficiary = await act.find(Beneficiary, input.beneficiary, 'beneficiary');
  const to = await act.find(Partner, input.to, 'to');
  return dispatch(act, await compose(act, beneficiary, to, input), input, sending);
}

/** Refers the person of a closed referral again, with their agreement: what is not said anew is as it was. */
export async function referAgain(act: Act, input: ReferAgainInput): Promise<string> {
  const { referral: former, change } = await take(act, input, 'REFER_AGAIN');
  const to = input.to == null ? former.to : await act.find(Partner, input.to, 'to');
  const referral = await compose(
    act,
    former.beneficiary,
    to,
    {
      purpose: input.purpose ?? (await purposeOf(act, former)),
      priority: input.priority ?? former.priority,
      scope: input.scope ?? former.scope,
      // Another partner, or the same one named anew, is asked as a whole.
      service: input.service === undefined && input.to == null ? idOf(former.service) : input.service,
      // What was sent before was read, or confirmed, then.
      confirmWording: input.confirmWording || input.purpose == null,
    },
    former,
  );
  return dispatch(act, referral, input, change);
}

/** What a referral says; nothing when the viewer's partner sees the person no more, and cannot refer them. */
async function purposeOf({ em }: Act, { id }: Referral): Promise<string> {
  return (await em.findOne(ReferralText, id))?.text ?? '';
}

function idOf(service: Service | null | undefined): string | null {
  return service ? globalId('Service', service.id) : null;
}

/** Says that it is being looked into. */
export function review(act: Act, input: ReviewReferralInput): Promise<string> {
  return advance(act, input, 'REVIEW');
}

/** Asks the sender for something, on which it waits. */
export function requestInfo(act: Act, input: RequestReferralInfoInput): Promise<string> {
  checkWording('message', input.message, input.confirmWording);
  return advance(act, input, 'REQUEST_INFO', { message: input.message });
}

/** Answers what the receiver asked: it goes on looking into the referral. */
export function reply(act: Act, input: ReplyToReferralInput): Promise<string> {
  checkWording('reply', input.reply, input.confirmWording);
  return advance(act, input, 'REPLY', { message: input.reply });
}

/** Puts the person on the waiting list. */
export function waitlist(act: Act, input: WaitlistReferralInput): Promise<string> {
  return advance(act, input, 'WAITLIST');
}

/** Takes the person on: the receiver sees as much as the sender granted. */
export function accept(act: Act, input: AcceptReferralInput): Promise<string> {
  return advance(act, input, 'ACCEPT');
}

/** Says no: the receiver sees the person no more. */
export async function decline(act: Act, input: DeclineReferralInput): Promise<string> {
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
  return advance(act, input, 'DECLINE', { reason: comment, write });
}

/** Records the first contact with the person. */
export function start(act: Act, input: StartReferralInput): Promise<string> {
  const write = (referral: Referral) => {
    referral.firstContactOn = input.firstContactOn;
  };
  return advance(act, input, 'START', { write });
}

/** Says how it ended; the outcome decides whether the service was given. */
export async function complete(act: Act, input: CompleteReferralInput): Promise<string> {
  const { outcome, comment } = input;
  checkWording('comment', comment, input.confirmWording);
  const write = (referral: Referral) => {
    referral.outcome = outcome;
  };
  return advance(act, input, 'COMPLETE', { reason: comment, outcome, write });
}

/** Interrupts it for a time; the receiver goes on seeing the person. */
export function hold(act: Act, input: HoldReferralInput): Promise<string> {
  return because(act, input, 'HOLD');
}

/** Goes on after an interruption. */
export function resume(act: Act, input: ResumeReferralInput): Promise<string> {
  return because(act, input, 'RESUME');
}

/** Calls a referral off: the receiver sees the person no more. */
export function cancel(act: Act, input: CancelReferralInput): Promise<string> {
  return because(act, input, 'CANCEL');
}

/**
 * Says that a referral should never have been: the receiver sees the person no more. Coordinators name one
 * that they were shown without the person, and are not shown it either afterwards.
 */
export async function enterInError(act: Act, input: EnterReferralInErrorInput): Promise<string> {
  if (act.viewer.role !== 'COORDINATOR') return because(act, input, 'ENTER_IN_ERROR');
  checkWording('reason', input.reason, input.confirmWording);
  let shown = '';
  await act.asSystem(async () => {
    const referral = await act.find(Referral, input.referral, 'referral', true, readByHub);
    if (!referral.sentAt) throw notFound('referral');
    const change = allowed(referral, input, 'ENTER_IN_ERROR', 'COORDINATOR');
    await carryOut(act, referral, change, 'COORDINATOR', input.reason);
    shown = referral.id;
  });
  return shown;
}

/** Calls a referral off for a person who withdrew the agreement that it rests on, if it is still open. */
export async function cancelWithdrawn(act: Act, referralId: string): Promise<void> {
  await act.asSystem(async () => {
    const referral = await act.lock(Referral, referralId, readByHub);
    const change = transition('CANCEL', referral.status, 'SYSTEM');
    if (change) move(act, referral, change, 'SYSTEM');
  });
}

/** Calls off what is open of a person's referrals to a partner, for the person who withdraws from it. */
export async function cancelAllWithdrawn(act: Act, person: string, partner: string): Promise<void> {
  const open = (await act.em.execute('select open_referrals as id from access.open_referrals(?, ?)', [
    person,
    partner,
  ])) as { id: string }[];
  // All of them before the first is called off, which waits for whoever grants or ends what partners see.
  await act.asSystem(async () => {
    for (const { id } of open) await act.lock(Referral, id, readByHub);
  });
  for (const { id } of open) await cancelWithdrawn(act, id);
}

/** Does what needs a reason that both sides read. */
function because(
  act: Act,
  input: ReferralActInput & { reason: string; confirmWording?: boolean | null },
  action: ReferralAction,
): Promise<string> {
  checkWording('reason', input.reason, input.confirmWording);
  return advance(act, input, action, { reason: input.reason });
}
