import { covers } from '../access/scope.js';
import type { Act } from '../acts/act.js';
import { refusal } from '../acts/refusal.js';
import { tidy, today } from '../acts/rules.js';
import { checkWording } from '../acts/wording/index.js';
import { Beneficiary, endOfAgreement, Sharing } from '../beneficiaries/index.js';
import { Member, Partner } from '../partners/index.js';
import { advance, move } from './advance.js';
import { checkDeclinedBefore } from './declined-before.js';
import { type Transition, transition } from './lifecycle.js';
import { checkReached, serviceOf } from './reach.js';
import type {
  AcceptReferralInput,
  CancelReferralInput,
  CompleteReferralInput,
  DeclineReferralInput,
  SendReferralInput,
  StartReferralInput,
} from './referral.inputs.js';
import { Referral, ReferralDecline } from './referral.js';

/** Sends a referral: the receiver is told, and sees who the person is. */
export async function send(act: Act, input: SendReferralInput): Promise<string> {
  const { em, viewer, now } = act;
  const beneficiary = await act.find(Beneficiary, input.beneficiary, 'beneficiary');
  const to = await act.find(Partner, input.to, 'to');
  if (to.id === viewer.partnerId) {
    throw refusal('INVALID', 'to', {
      fr: 'Une orientation va vers un autre partenaire.',
      en: 'A referral goes to another partner.',
    });
  }
  const service = await serviceOf(act, to, input.service);
  await checkReached(act, to, service);
  const scope = input.scope ?? 'PATHWAY';
  const own = await act.scopeOf(beneficiary.id);
  if (!own || !covers(own, scope)) {
    throw refusal('AGREEMENT_REQUIRED', 'scope', {
      fr: 'Votre propre accès ne va pas aussi loin.',
      en: 'Your own access does not reach that far.',
    });
  }
  checkWording('purpose', input.purpose, input.confirmWording);
  const until = endOfAgreement(input.agreedOn, now);
  const from = em.getReference(Partner, viewer.partnerId);
  const member = em.getReference(Member, viewer.memberId);
  const referral = em.create(Referral, {
    reference: await nextReference(act),
    beneficiary,
    from,
    to,
    service,
    purpose: tidy(input.purpose),
    priority: input.priority ?? 'ROUTINE',
    status: 'DRAFT',
    version: 0,
    scope,
    createdAt: now,
    createdBy: member,
  });
  await checkDeclinedBefore(act, referral, input.confirmDeclinedBefore);
  move(act, referral, transition('SEND', 'DRAFT', 'SENDER') as Transition, 'SENDER');
  em.create(Sharing, {
    beneficiary,
    partner: to,
    scope: 'IDENTITY',
    basis: 'REFERRAL',
    since: now,
    until,
    agreedOn: input.agreedOn,
    method: input.method,
    referralId: referral.id,
    grantedBy: from,
    recordedBy: member,
  });
  return referral.id;
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
    referral.decline = Object.assign(new ReferralDecline(), { side, reason, comment });
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

/** Calls a referral off: the receiver sees the person no more. */
export async function cancel(act: Act, input: CancelReferralInput): Promise<string> {
  checkWording('reason', input.reason, input.confirmWording);
  return advance(act, input, 'CANCEL', { reason: input.reason });
}

/** Calls a referral off for a person who withdrew the agreement that it rests on, if it is still open. */
export async function cancelWithdrawn(act: Act, referralId: string): Promise<void> {
  await act.asSystem(async () => {
    const referral = await act.lock(Referral, referralId);
    const change = transition('CANCEL', referral.status, 'SYSTEM');
    if (change) move(act, referral, change, 'SYSTEM');
  });
}

/** What people quote on the telephone: the town's year and a number that never comes twice. */
async function nextReference({ em, now }: Act): Promise<string> {
  const [row] = (await em.execute("select nextval('referral_number')::text as number")) as [
    { number: string },
  ];
  return `${today(now).slice(0, 4)}-${row.number.padStart(6, '0')}`;
}
