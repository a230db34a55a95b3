import { covers, type SharingScope } from '../../src/access/scope.js';
import type { AgreementMethod } from '../../src/features/beneficiaries/index.js';
import { addMonths, type Day, dateOf, type Moment, midnight, timeOf } from './calendar.js';
import { type TownPartner, worker } from './partners.js';
import { type Person, registrationDay } from './people.js';
import type { Random } from './random.js';
import type { ReferralRow, ReferralTextRow, ReferralTransitionRow, SharingRow } from './rows.js';

/** What happens between partners, written down as it is made up. */
export interface Ledger {
  readonly sharing: SharingRow[];
  readonly referral: ReferralRow[];
  readonly referral_transition: ReferralTransitionRow[];
  readonly referral_text: ReferralTextRow[];
}

/** A person's agreement: when and how it was given, and when it ends. */
export interface Agreement {
  readonly agreedOn: Day;
  readonly method: AgreementMethod;
  readonly until: Moment;
}

/** When and why a sharing was ended before its time. */
export interface Ending {
  readonly at: Moment;
  readonly reason: string;
  /** The member who ended it; null for the hub. */
  readonly by: string | null;
  /** The person withdrew. */
  readonly withdrawn?: true;
}

/** An agreement given on the day or shortly before, since the person is known. */
export function agreement(random: Random, person: Person, on: Day, months = 12): Agreement {
  const agreedOn = Math.max(registrationDay(person), on - random.int(0, 4));
  return {
    agreedOn,
    method: random.chance(0.7) ? 'WRITTEN' : 'ORAL',
    until: midnight(addMonths(agreedOn, months)),
  };
}

/** The row by which a partner that is not the referent may see a person. */
export function share(
  ledger: Ledger,
  random: Random,
  sharing: {
    person: Person;
    from: TownPartner;
    to: TownPartner;
    scope: SharingScope;
    since: Moment;
    agreement: Agreement;
    recordedBy: string;
    referralId?: string;
    ending?: Ending | undefined;
  },
): void {
  const { person, from, to, scope, since } = sharing;
  // An open referral keeps the identity.
  const ground = from === person.referent || scope === 'IDENTITY' ? undefined : groundOf(ledger, sharing);
  const ending = earlier(sharing.ending, ground);
  const until = timeOf(sharing.agreement.until);
  ledger.sharing.push({
    id: random.id(since),
    beneficiary_id: person.id,
    partner_id: to.id,
    scope,
    basis: sharing.referralId ? 'REFERRAL' : 'AGREEMENT',
    since: timeOf(since),
    until: ground?.until && ground.until < until ? ground.until : until,
    ended_at: ending ? timeOf(ending.at) : null,
    end_reason: ending?.reason ?? null,
    ended_by_id: ending?.by ?? null,
    withdrawn_at: ending?.withdrawn ? timeOf(ending.at) : null,
    agreed_on: dateOf(sharing.agreement.agreedOn),
    method: sharing.agreement.method,
    referral_id: sharing.referralId ?? null,
    granted_by_id: from.id,
    recorded_by_id: sharing.recordedBy,
  });
}

/** By which a partner that is not the referent sees the person whom it refers: the access that lasts longest. */
function groundOf(
  { sharing }: Ledger,
  { person, from, scope, since }: { person: Person; from: TownPartner; scope: SharingScope; since: Moment },
): SharingRow | undefined {
  const at = timeOf(since);
  const lasts = (row: SharingRow) => row.ended_at ?? row.until ?? '9999';
  return sharing
    .filter(
      (row) =>
        row.beneficiary_id === person.id &&
        row.partner_id === from.id &&
        covers(row.scope, scope) &&
        row.since <= at &&
        lasts(row) > at,
    )
    .sort((one, other) => (lasts(one) > lasts(other) ? -1 : 1))[0];
}

/** What was granted comes down with the access that it came from. */
function earlier(ending: Ending | undefined, ground: SharingRow | undefined): Ending | undefined {
  if (!ground?.ended_at) return ending;
  const at = Date.parse(ground.ended_at);
  return ending && ending.at <= at ? ending : { at, reason: 'derived', by: null };
}

/** The row by which the referent partner sees the person that it registered. */
export function shareWithReferent(ledger: Ledger, random: Random, person: Person): void {
  ledger.sharing.push({
    id: random.id(person.registeredAt),
    beneficiary_id: person.id,
    partner_id: person.referent.id,
    scope: 'FOLLOW_UP',
    basis: 'REFERENT',
    since: timeOf(person.registeredAt),
    until: null,
    ended_at: null,
    end_reason: null,
    ended_by_id: null,
    withdrawn_at: null,
    agreed_on: null,
    method: null,
    referral_id: null,
    granted_by_id: person.referent.id,
    recorded_by_id: person.registeredBy,
  });
}

/** The end that a person puts to a sharing, through the partner that granted it. */
export function withdrawal(random: Random, from: TownPartner, at: Moment, reason: string): Ending {
  return { at, reason, by: worker(random, from), withdrawn: true };
}
