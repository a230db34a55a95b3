import { today } from '../../calendar.js';
import type { Command } from '../../commands/command.js';
import { inOrder } from '../../commands/in-order.js';
import { tidy } from '../../commands/input-rules.js';
import { refusal } from '../../commands/refusal.js';
import { checkWording } from '../../commands/sensitive-text/index.js';
import {
  type Agreed as AgreedOn,
  type AgreementMethod,
  type Beneficiary,
  checkAgreement,
  endOfAgreement,
  Sharing,
} from '../beneficiaries/index.js';
import { Member, Partner } from '../partners/index.js';
import { move } from './advance.js';
import { checkAlreadyReferred } from './already-referred.js';
import { checkDeclinedBefore } from './declined-before.js';
import type { Transition } from './lifecycle.js';
import { checkObstacle, serviceOf } from './obstacle.js';
import { Referral } from './referral.js';
import { ReferralText } from './referral-text.js';

/** The content of a referral. */
export interface Content {
  /** The id of one of the receiver's services. */
  readonly service?: string | null | undefined;
  readonly purpose: string;
  readonly priority?: Referral['priority'] | null | undefined;
  readonly scope?: Referral['scope'] | null | undefined;
  readonly confirmWording?: boolean | null | undefined;
}

/** When and how a person agreed to be referred. */
export interface Agreed extends AgreedOn {
  readonly method: AgreementMethod;
  readonly confirmDeclinedBefore?: boolean | null | undefined;
  readonly confirmAlreadyReferred?: boolean | null | undefined;
}

/**
 * Creates a referral, which the caller then records as a draft or sends.
 * @throws Refusal as {@link checkAim} and {@link serviceOf}; WORDING
 */
export async function compose(
  command: Command,
  beneficiary: Beneficiary,
  to: Partner,
  { service, purpose, priority, scope, confirmWording }: Content,
  former?: Referral,
): Promise<Referral> {
  const { em, viewer, now } = command;
  const aim = { beneficiary, to, scope: scope ?? 'PATHWAY' };
  const [, , asked, reference] = await inOrder([
    checkAim(command, aim),
    (async () => checkWording('purpose', purpose, confirmWording))(),
    serviceOf(command, to, service),
    nextReference(command),
  ]);
  const referral = em.create(Referral, {
    ...aim,
    service: asked,
    reference,
    former: former ?? null,
    from: em.getReference(Partner, viewer.partnerId),
    priority: priority ?? 'ROUTINE',
    status: 'DRAFT',
    version: 0,
    createdAt: now,
    createdBy: em.getReference(Member, viewer.memberId),
  });
  em.create(ReferralText, { id: referral.id, referral, text: tidy(purpose) });
  return referral;
}

/**
 * Checks that a referral goes to another partner, and that its scope does not exceed the own access of the viewer's
 * partner.
 * @throws Refusal INVALID or AGREEMENT_REQUIRED
 */
export async function checkAim(
  command: Command,
  { beneficiary, to, scope }: Pick<Referral, 'beneficiary' | 'to' | 'scope'>,
): Promise<void> {
  if (to.id === command.viewer.partnerId) {
    throw refusal('INVALID', 'to', {
      fr: 'Une orientation va vers un autre partenaire : choisissez-en un autre que le vôtre.',
      en: 'A referral goes to another partner. Choose a partner other than your own.',
    });
  }
  await command.needScope(beneficiary.id, scope, 'scope');
}

/**
 * Sends a new referral or a draft, with the person's agreement. The receiver is notified and gets a sharing of scope
 * IDENTITY.
 * @param change the change to REQUESTED
 * @throws Refusal INVALID agreedOn; as {@link checkAgreement}, {@link checkObstacle}, {@link checkDeclinedBefore} and
 * {@link checkAlreadyReferred}
 */
export async function dispatch(
  command: Command,
  referral: Referral,
  agreed: Agreed,
  change: Transition,
): Promise<string> {
  const { em, viewer, now } = command;
  const { agreedOn, method } = agreed;
  const until = endOfAgreement(agreedOn, now);
  await inOrder([
    checkAgreement(command, referral.beneficiary.id, referral.to.id, agreed),
    checkObstacle(command, referral),
    checkDeclinedBefore(command, referral, agreed.confirmDeclinedBefore),
    checkAlreadyReferred(command, referral, agreed.confirmAlreadyReferred),
  ]);
  move(command, referral, change, 'SENDER');
  em.create(Sharing, {
    beneficiary: referral.beneficiary,
    partner: referral.to,
    scope: 'IDENTITY',
    basis: 'REFERRAL',
    since: now,
    until,
    agreedOn,
    method,
    agreedAfterWithdrawal: agreed.agreedAfterWithdrawal === true,
    referralId: referral.id,
    grantedBy: referral.from,
    recordedBy: em.getReference(Member, viewer.memberId),
  });
  return referral.id;
}

/** The reference to quote by telephone: the year in the town's time zone and a unique number. */
async function nextReference({ em, now }: Command): Promise<string> {
  const [row] = (await em.execute("select nextval('referral_number')::text as number")) as [
    { number: string },
  ];
  return `${today(now).slice(0, 4)}-${row.number.padStart(6, '0')}`;
}
