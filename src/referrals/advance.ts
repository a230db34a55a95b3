import type { Act } from '../acts/act.js';
import { refusal } from '../acts/refusal.js';
import { tidy } from '../acts/rules.js';
import { Sharing } from '../beneficiaries/index.js';
import { Member, Partner } from '../partners/index.js';
import {
  closedStatuses,
  type Party,
  type ReferralAction,
  type ReferralOutcome,
  type Transition,
  transition,
} from './lifecycle.js';
import type { ReferralActInput } from './referral.inputs.js';
import { Referral } from './referral.js';
import { ReferralTransition } from './referral-transition.js';

/** The topic of the events about referrals. */
export const referralTopic = 'REFERRAL';

/** What an act brings besides the change of state. */
interface Details {
  readonly reason?: string | null | undefined;
  readonly outcome?: ReferralOutcome;
  /** Writes what else changes on the referral. */
  readonly write?: (referral: Referral) => void;
}

/**
 * Moves a referral along the lifecycle, on the side of the viewer's partner.
 * @throws Refusal NOT_FOUND, STALE_VERSION or TRANSITION_NOT_ALLOWED
 */
export async function advance(
  act: Act,
  input: ReferralActInput,
  action: ReferralAction,
  { reason, outcome, write }: Details = {},
): Promise<string> {
  const referral = await act.find(Referral, input.referral, 'referral', true);
  if (referral.version !== input.expectedVersion) {
    throw refusal('STALE_VERSION', 'expectedVersion', {
      fr: `L’orientation a changé entre-temps (version ${referral.version}) : relisez-la.`,
      en: `The referral has changed in the meantime (version ${referral.version}): read it again.`,
    });
  }
  const party: Party = referral.from.id === act.viewer.partnerId ? 'SENDER' : 'RECEIVER';
  const change = transition(action, referral.status, party, outcome);
  if (!change) {
    throw refusal('TRANSITION_NOT_ALLOWED', 'referral', {
      fr: 'Cette action n’est pas possible dans l’état actuel de l’orientation.',
      en: 'This act is not possible in the referral’s present state.',
    });
  }
  if (party === 'RECEIVER') referral.seenAt ??= act.now;
  write?.(referral);
  move(act, referral, change, party, reason ? tidy(reason) : undefined);
  // The policy of `sharing` looks at the referral as the database has it.
  await act.em.flush();
  if (change.sharing === 'OPEN') await openSharing(act, referral);
  if (change.sharing === 'END') await endSharings(act, referral, change);
  return referral.id;
}

/** Makes a legal change, records it, and tells both sides. */
export function move(act: Act, referral: Referral, change: Transition, party: Party, reason?: string): void {
  const { em, viewer, now } = act;
  const first = referral.version === 0;
  const byHub = party === 'SYSTEM';
  em.create(ReferralTransition, {
    referral,
    version: referral.version + 1,
    from: first ? null : referral.status,
    to: change.to,
    at: now,
    by: byHub ? null : em.getReference(Partner, viewer.partnerId),
    member: byHub ? null : em.getReference(Member, viewer.memberId),
    reason: reason ?? null,
  });
  referral.status = change.to;
  referral.version += 1;
  if (change.act === 'SEND') referral.sentAt = now;
  if (change.act === 'ACCEPT' || change.act === 'DECLINE') referral.answeredAt = now;
  if (closedStatuses.includes(change.to)) referral.closedAt = now;
  act.tell({
    topic: referralTopic,
    kind: change.event,
    subject: referral.id,
    to: [referral.from.id, referral.to.id],
    byHub,
  });
}

/** Opens to the receiver what the sender granted, in place of the identity seen so far. */
async function openSharing(act: Act, referral: Referral): Promise<void> {
  const { em, now } = act;
  const [identity] = await inForce(act, referral);
  if (!identity) {
    throw refusal('AGREEMENT_REQUIRED', 'referral', {
      fr: 'L’accord de la personne n’est plus en vigueur.',
      en: 'The person’s agreement is no longer in force.',
    });
  }
  em.create(Sharing, {
    beneficiary: referral.beneficiary,
    partner: referral.to,
    scope: referral.scope,
    basis: 'REFERRAL',
    since: now,
    until: identity.until ?? null,
    agreedOn: identity.agreedOn ?? null,
    method: identity.method ?? null,
    referralId: referral.id,
    grantedBy: identity.grantedBy,
    recordedBy: em.getReference(Member, act.viewer.memberId),
  });
  // The new row first: the policy grants it on the strength of the old one.
  await em.flush();
  end(act, identity, 'accepted');
}

async function endSharings(act: Act, referral: Referral, { event }: Transition): Promise<void> {
  for (const sharing of await inForce(act, referral)) end(act, sharing, event.toLowerCase());
}

async function inForce({ em, now }: Act, referral: Referral): Promise<Sharing[]> {
  return em.find(Sharing, {
    referralId: referral.id,
    endedAt: null,
    $or: [{ until: null }, { until: { $gt: now } }],
  });
}

function end({ em, viewer, now }: Act, sharing: Sharing, reason: string): void {
  sharing.endedAt = now;
  sharing.endReason = reason;
  sharing.endedBy = em.getReference(Member, viewer.memberId);
}
