import { covers, type SharingScope } from '../../src/access/scope.js';
import {
  type Day,
  dateOf,
  dayOf,
  END,
  LAST_DAY,
  later,
  type Moment,
  timeOf,
  workingTime,
} from './calendar.js';
import { type Agreement, agreement, type Ending, type Ledger, share, withdrawal } from './ledger.js';
import { type TownPartner, worker } from './partners.js';
import { type Person, plan } from './people.js';
import type { Random } from './random.js';
import { lastDelayed } from './referral-delays.js';
import { ReferralLife } from './referral-life.js';
import { withdrawals } from './remarks.js';
import { purposes } from './texts.js';

/** The receiver's scope from the acceptance on, and its end. */
export interface Access {
  readonly scope: SharingScope;
  readonly since: Moment;
  readonly end: Moment;
}

/** A planned referral: person, sender, receiver, time, and the sender's own scope. */
export interface Sending {
  readonly person: Person;
  readonly from: TownPartner;
  readonly to: TownPartner;
  readonly on: Day;
  readonly reach: SharingScope;
  /** Whether it is not answered before the end of the records. */
  readonly unanswered?: boolean;
}

/**
 * Generates a referral with everything that follows from it: its transitions, its sharings, and the pathway that the
 * receiver may open.
 * @returns the receiver's access, if it accepted
 */
export function refer(ledger: Ledger, random: Random, sending: Sending): Access | undefined {
  const { person, from, to, on } = sending;
  const sentAt = workingTime(random, on);
  const priority = random.chance(0.08) ? 'URGENT' : 'ROUTINE';
  const life = new ReferralLife(random, sentAt, priority === 'URGENT' ? 0.4 : 1);
  if (sending.unanswered) life.remain();
  else life.live();

  const wished = random.weighted<SharingScope>([
    ['PATHWAY', 62],
    ['FOLLOW_UP', 28],
    ['IDENTITY', 10],
  ]);
  const scope = covers(sending.reach, wished) ? wished : sending.reach;
  const [sender, receiver] = [worker(random, from), worker(random, to)];
  const id = random.id(sentAt);
  const given = agreement(random, person, on);
  ledger.referral_text.push({ id, referral_id: id, change_id: null, text: random.pick(purposes) });
  ledger.referral.push({
    id,
    reference: '',
    beneficiary_id: person.id,
    from_id: from.id,
    to_id: to.id,
    // Set later, when the services have been generated.
    service_id: null,
    priority,
    status: life.last.to,
    scope,
    sent_at: timeOf(sentAt),
    seen_at: timeOrNull(life.seenAt),
    answered_at: timeOrNull(life.answeredAt),
    closed_at: timeOrNull(life.closedAt),
    reminded_at: timeOrNull(lastDelayed('REMIND', life, sentAt, priority)),
    escalated_at: timeOrNull(lastDelayed('ESCALATE', life, sentAt, priority)),
    first_contact_on: life.firstContactOn === null ? null : dateOf(life.firstContactOn),
    decline_side: life.decline?.side ?? null,
    decline_reason: life.decline?.reason ?? null,
    outcome: life.outcome,
    version: life.changes.length,
    created_at: timeOf(sentAt),
    created_by_id: sender,
  });
  const actors = { SENDER: [from.id, sender], RECEIVER: [to.id, receiver] } as const;
  life.changes.forEach((change, index) => {
    const [by = null, member = null] = change.by ? actors[change.by] : [];
    const changeId = random.id(change.at);
    ledger.referral_transition.push({
      id: changeId,
      referral_id: id,
      version: index + 1,
      from: life.changes[index - 1]?.to ?? null,
      to: change.to,
      at: timeOf(change.at),
      by_id: by,
      member_id: member,
    });
    if (change.reason)
      ledger.referral_text.push({ id: changeId, referral_id: id, change_id: changeId, text: change.reason });
  });

  const common = { person, from, to, agreement: given, referralId: id };
  const ending = endingOf(random, life, from, sender, receiver, given);
  const acceptedAt = life.since('ACCEPTED');
  const accepted = acceptedAt === undefined ? ending : { at: acceptedAt, reason: 'accepted', by: receiver };
  share(ledger, random, {
    ...common,
    scope: 'IDENTITY',
    since: sentAt,
    recordedBy: sender,
    ending: accepted,
  });
  if (acceptedAt === undefined) return undefined;
  share(ledger, random, { ...common, scope, since: acceptedAt, recordedBy: receiver, ending });
  const access = { scope, since: acceptedAt, end: ending?.at ?? given.until };
  if (scope !== 'IDENTITY' && random.chance(0.36)) openPathway(random, person, to, life, access.end);
  return access;
}

/** The early end of the receiver's sharing, if any. */
function endingOf(
  random: Random,
  life: ReferralLife,
  from: TownPartner,
  sender: string,
  receiver: string,
  { until }: Agreement,
): Ending | undefined {
  const { to, at, by } = life.last;
  if (to === 'CANCELLED' && by === null) {
    return withdrawal(random, from, at, life.last.reason ?? 'withdrawn');
  }
  if (to === 'DECLINED' || to === 'CANCELLED' || to === 'EXPIRED' || to === 'ENTERED_IN_ERROR') {
    return { at, reason: to.toLowerCase(), by: by === null ? null : by === 'SENDER' ? sender : receiver };
  }
  if (to !== 'COMPLETED' && to !== 'NOT_COMPLETED') return undefined;
  const withdrawnAt = later(random, at, random.int(5, 90));
  if (!random.chance(0.05) || withdrawnAt > END || withdrawnAt >= until) return undefined;
  return withdrawal(random, from, withdrawnAt, random.pick(withdrawals));
}

/** Adds a pathway of the receiver, from the first contact on, while the receiver may see the person. */
function openPathway(random: Random, person: Person, to: TownPartner, life: ReferralLife, end: Moment): void {
  const start = life.firstContactOn;
  if (start === null) return;
  const closed = life.closedAt === null ? LAST_DAY + 1 : dayOf(life.closedAt) + random.int(0, 120);
  person.pathways.push(plan(random, to, start, Math.max(1, closed - start), dayOf(end) - 1));
}

function timeOrNull(value: Moment | null): string | null {
  return value === null ? null : timeOf(value);
}
