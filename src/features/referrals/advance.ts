import { covers, type SharingScope } from '../../access/scope.js';
import type { Command } from '../../commands/command.js';
import { tidy } from '../../commands/input-rules.js';
import { refusal } from '../../commands/refusal.js';
import { checkWording } from '../../commands/sensitive-text/index.js';
import type { SystemCommand } from '../../commands/system-command.js';
import { consentOf, inForceAt, lockSharings, Sharing } from '../beneficiaries/index.js';
import { Member, Partner } from '../partners/index.js';
import {
  closedStatuses,
  type LifecycleAction,
  type Party,
  type ReferralAction,
  type ReferralOutcome,
  type Transition,
  transition,
} from './lifecycle.js';
import type { ReferralCommandInput } from './referral.inputs.js';
import { Referral, readByHub } from './referral.js';
import { ReferralText } from './referral-text.js';
import { ReferralTransition } from './referral-transition.js';
import { writeMessage } from './write-message.js';

/** What a command writes besides the change of state. */
export interface Details {
  readonly reason?: string | null | undefined;
  /** A message to the other side, in place of a reason. */
  readonly message?: string;
  readonly outcome?: ReferralOutcome;
  /** Sets further columns of the referral. */
  readonly write?: (referral: Referral) => void;
}

/**
 * Changes the state of a referral, on the side of the viewer's partner.
 * @throws Refusal NOT_FOUND, STALE_VERSION or TRANSITION_NOT_ALLOWED; AGREEMENT_REQUIRED when it opens a sharing
 */
export async function advance(
  command: Command,
  input: ReferralCommandInput,
  action: ReferralAction,
  { reason, message, outcome, write }: Details = {},
): Promise<string> {
  const { referral, party, change } = await take(command, input, action, outcome);
  if (party === 'RECEIVER') referral.seenAt ??= command.now;
  write?.(referral);
  const made = await carryOut(command, referral, change, party, reason);
  if (message) await writeMessage(command, referral, message, made);
  if (change.sharing === 'OPEN') await openSharing(command, referral);
  return referral.id;
}

/**
 * The details of a command that requires a reason. Both sides read the reason.
 * @throws Refusal WORDING
 */
export function withReason(input: { reason: string; confirmWording?: boolean | null }): Details {
  const { reason, confirmWording } = input;
  checkWording('reason', reason, confirmWording);
  return { reason };
}

/**
 * Locks the referral that a command names, and finds the change that the viewer's partner may make.
 * @throws Refusal NOT_FOUND, STALE_VERSION or TRANSITION_NOT_ALLOWED
 */
export async function take(
  command: Command,
  input: ReferralCommandInput,
  action: ReferralAction,
  outcome?: ReferralOutcome,
): Promise<{ referral: Referral; party: Party; change: Transition }> {
  const referral = await command.find(Referral, input.referral, 'referral', true);
  const party = referral.from.id === command.viewer.partnerId ? 'SENDER' : 'RECEIVER';
  return { referral, party, change: allowed(referral, input, action, party, outcome) };
}

/**
 * Changes the state of a referral on behalf of the hub itself, when a delay has passed.
 * @param command its transaction runs as `hub_system`
 * @returns false when the action is no longer legal in the referral's state
 */
export async function advanceByHub(
  command: SystemCommand,
  referralId: string,
  action: LifecycleAction,
): Promise<boolean> {
  const referral = await command.lock(Referral, referralId, readByHub);
  const change = transition(action, referral.status, 'SYSTEM');
  if (!change) return false;
  await carryOut(command, referral, change, 'SYSTEM');
  return true;
}

/**
 * The change that a party may make to a referral in the version that it has read.
 * @throws Refusal STALE_VERSION or TRANSITION_NOT_ALLOWED
 */
export function allowed(
  referral: Referral,
  { expectedVersion }: Pick<ReferralCommandInput, 'expectedVersion'>,
  action: LifecycleAction,
  party: Party,
  outcome?: ReferralOutcome,
): Transition {
  if (referral.version !== expectedVersion) {
    throw refusal('STALE_VERSION', 'expectedVersion', {
      fr: `L’orientation a changé entre-temps (version ${referral.version}) : relisez-la.`,
      en: `The referral has changed in the meantime (version ${referral.version}): read it again.`,
    });
  }
  const change = transition(action, referral.status, party, outcome);
  if (!change) {
    throw refusal('TRANSITION_NOT_ALLOWED', 'referral', {
      fr: 'Cette action n’est pas possible dans l’état actuel de l’orientation : relisez-la pour voir les actions possibles.',
      en: 'This action is not possible in the referral’s current state. Read the referral again to see the possible actions.',
    });
  }
  return change;
}

/** Applies an allowed change and flushes it. If the change ends the access, ends the sharings that the referral gave. */
export async function carryOut(
  command: SystemCommand,
  referral: Referral,
  change: Transition,
  party: Party,
  reason?: string | null,
): Promise<ReferralTransition> {
  const made = move(command, referral, change, party, reason);
  // The row policy of `sharing` reads the referral from the database, so the change must be flushed first.
  await command.em.flush();
  if (change.sharing === 'END') await endSharings(command, referral, change);
  return made;
}

/** Applies an allowed change, records it, and emits its event to both sides, or only to the sender before the referral is sent. */
export function move(
  command: SystemCommand,
  referral: Referral,
  change: Transition,
  party: Party,
  reason?: string | null,
): ReferralTransition {
  const { em, now } = command;
  const first = referral.version === 0;
  const byHub = party === 'SYSTEM';
  const author = byHub ? undefined : command.viewer;
  const made = em.create(ReferralTransition, {
    referral,
    version: referral.version + 1,
    from: first ? null : referral.status,
    to: change.to,
    at: now,
    by: author ? em.getReference(Partner, author.partnerId) : null,
    member: author ? em.getReference(Member, author.memberId) : null,
  });
  if (reason) em.create(ReferralText, { id: made.id, referral, change: made, text: tidy(reason) });
  referral.status = change.to;
  referral.version += 1;
  if (change.event === 'SENT') referral.sentAt = now;
  if (change.action === 'ACCEPT' || change.action === 'DECLINE') referral.answeredAt = now;
  if (closedStatuses.includes(change.to)) referral.closedAt ??= now;
  command.emit({
    topic: 'REFERRAL',
    kind: change.event,
    subject: referral.id,
    to: referral.sentAt ? [referral.from.id, referral.to.id] : [referral.from.id],
    byHub,
  });
  return made;
}

/**
 * Replaces the receiver's IDENTITY sharing by one of the scope that the sender granted, limited to the sender's own
 * current access. If the person has withdrawn from the receiver since, the IDENTITY sharing stays in force.
 * @throws Refusal AGREEMENT_REQUIRED
 */
async function openSharing(command: Command, referral: Referral): Promise<void> {
  const { em, now } = command;
  await lockSharings(command, referral.beneficiary.id);
  const identity = await em.findOne(Sharing, inForce(command, referral));
  if (!identity) {
    throw refusal('AGREEMENT_REQUIRED', 'referral', {
      fr: 'L’accord de la personne n’est plus en vigueur : il faut un nouvel accord de la personne.',
      en: 'The person’s agreement is no longer in force. Ask the person for a new agreement.',
    });
  }
  const scope = await grantedBy(command, referral, identity);
  if (!scope || !covers(scope, referral.scope)) await limit(command, referral, identity);
  if (!scope || scope === identity.scope) return;
  em.create(Sharing, {
    beneficiary: referral.beneficiary,
    partner: referral.to,
    scope,
    basis: 'REFERRAL',
    since: now,
    until: identity.until ?? null,
    agreedOn: identity.agreedOn ?? null,
    method: identity.method ?? null,
    agreedAfterWithdrawal: identity.agreedAfterWithdrawal,
    referralId: referral.id,
    grantedBy: identity.grantedBy,
    recordedBy: em.getReference(Member, command.viewer.memberId),
  });
  // Insert the new row first: its row policy requires that the old one is still in force.
  await em.flush();
  identity.endedAt = now;
  identity.endReason = 'accepted';
  identity.endedBy = em.getReference(Member, command.viewer.memberId);
}

/** The scope that the receiver gets when it accepts; null when its scope stays as it is. */
async function grantedBy(
  { em }: Command,
  { id, beneficiary, from }: Referral,
  { until }: Sharing,
): Promise<SharingScope | null> {
  const [{ scope }] = (await em.execute('select access.granted(?, ?, ?, ?) as scope', [
    id,
    beneficiary.id,
    from.id,
    until ?? null,
  ])) as [{ scope: SharingScope | null }];
  return scope;
}

/** Records on the referral that the receiver gets less than its scope, because of a withdrawal or of the sender's own access, and notifies both sides. */
async function limit(command: Command, referral: Referral, identity: Sharing): Promise<void> {
  if (referral.scope === identity.scope) return;
  const { beneficiary, from, to } = referral;
  const consent = await consentOf(command, beneficiary.id, to.id);
  const withdrawn = consent?.withdrawnAt && new Date(consent.withdrawnAt) >= identity.since;
  referral.accessLimit = withdrawn ? 'PERSON' : 'SENDER';
  command.emit({ topic: 'REFERRAL', kind: 'ACCESS_LIMITED', subject: referral.id, to: [from.id, to.id] });
}

/** Ends the receiver's sharings in one statement, without reading them: `hub_system` may not read sharings. */
async function endSharings(command: SystemCommand, referral: Referral, { event }: Transition): Promise<void> {
  await lockSharings(command, referral.beneficiary.id);
  await command.em.nativeUpdate(Sharing, inForce(command, referral), {
    endedAt: command.now,
    endReason: event.toLowerCase(),
    endedBy: command.viewer?.memberId ?? null,
  });
}

/** The sharings in force that the referral gave to the receiver. */
function inForce({ now }: SystemCommand, referral: Referral) {
  return {
    referralId: referral.id,
    ...inForceAt(now),
  };
}
