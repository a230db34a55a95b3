import { covers, type SharingScope } from '../../src/access/scope.js';
import type { AgreementMethod } from '../../src/features/beneficiaries/index.js';
import { addMonths, type Day, dateOf, type Moment, midnight, timeOf } from './calendar.js';
import { type TownPartner, worker } from './partners.js';
import { type Person, registrationDay } from './people.js';
import type { Random } from './random.js';
import type { ReferralRow, ReferralTextRow, ReferralTransitionRow, SharingRow } from './rows.js';

/** Collects the generated rows of what partners do with each other. */
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

/** When and why a sharing ended early. */
export interface Ending {
  readonly at: Moment;
  readonly reason: string;
  /** The member who ended it; null for the hub. */
  readonly by: string | null;
  /** Whether the person withdrew. */
  readonly withdrawn?: true;
}

/** An agreement given on the day or shortly before, but not before the person was registered. */
export function agreement(random: Random, person: Person, on: Day, months = 12): Agreement {
  const agreedOn = Math.max(registrationDay(person), on - random.int(0, 4));
  return {
    agreedOn,
    method: random.chance(0.7) ? 'WRITTEN' : 'ORAL',
    until: midnight(addMonths(agreedOn, months)),
  };
}

/** Adds the sharing by which a partner other than the referent sees a person. */
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
  // While a referral is open, the identity stays visible.
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

/** The longest access by which a partner other than the referent sees the person that it refers. */
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

/** Ends derived sharings together with the access that they rest on. */
function earlier(ending: Ending | undefined, ground: SharingRow | undefined): Ending | undefined {
  if (!ground?.ended_at) return ending;
  const at = Date.parse(ground.ended_at);
  return ending && ending.at <= at ? ending : { at, reason: 'derived', by: null };
}

/** Adds the sharing by which the referent sees the person that it registered. */
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

/** The withdrawal of a sharing by the person, recorded by the partner that granted it. */
export function withdrawal(random: Random, from: TownPartner, at: Moment, reason: string): Ending {
  return { at, reason, by: worker(random, from), withdrawn: true };
}
