import { type Day, dateOf, LAST_DAY, timeOf, workday, workingTime } from './calendar.js';
import type { ClauseContractRow } from './clause-rows.js';
import type { Lot, Market } from './market.js';
import { worker } from './partners.js';
import type { Pathway, Person } from './people.js';
import { Random } from './random.js';
import type { ReferralRow } from './rows.js';

/** A clause contract, with the data that its hours and its evidence depend on. */
export interface Contract {
  readonly row: ClauseContractRow;
  readonly person: Person;
  readonly lot: Lot;
  readonly start: Day;
  /** Null while the contract has no end. */
  readonly end: Day | null;
}

/** Share of the pathways with a clause contract: of those that end in a year, and of those that continue. */
const shares: Readonly<Record<string, number>> = { '2023': 0.72, '2024': 0.76, '2025': 0.52, '2026': 0.5 };
const shareOfOpen = 0.36;

/** The modalities of contracts: frequency, and duration in days. */
const modalities: readonly (readonly [
  readonly [ClauseContractRow['modality'], shortest: number, longest: number],
  weight: number,
])[] = [
  [['DIRECT_HIRE', 35, 130], 42],
  [['STAFFING', 14, 60], 38],
  [['SUBCONTRACTING', 25, 100], 20],
];

/** Generates contracts. The person's pathway with the partner is open during the contract; contracts do not overlap. */
export function signContracts(
  people: readonly Person[],
  referrals: readonly ReferralRow[],
  birthDates: ReadonlyMap<string, string>,
  market: Market,
): Contract[] {
  const random = new Random('clause contracts');
  const accepted = acceptedReferrals(referrals);
  const contracts: Contract[] = [];
  for (const person of people) {
    const own: Contract[] = [];
    for (const pathway of person.pathways) {
      const share = pathway.end === null ? shareOfOpen : (shares[dateOf(pathway.end).slice(0, 4)] ?? 0);
      if (!random.chance(share)) continue;
      const last = sign(random, person, birthDates, pathway, market, own, pathway.end ?? LAST_DAY);
      // Some persons had an earlier contract.
      if (last && random.chance(0.14))
        sign(random, person, birthDates, pathway, market, own, last.start - random.int(8, 60));
    }
    for (const { row } of own) {
      const referral = accepted.get(`${row.beneficiary_id} ${row.partner_id}`);
      if (referral && (referral.answered_at ?? '') < row.created_at) row.referral_id = referral.id;
    }
    contracts.push(...own);
  }
  return contracts;
}

/** Adds a contract on the pathway, which ends by this day, or continues on the last day of the records. */
function sign(
  random: Random,
  person: Person,
  birthDates: ReadonlyMap<string, string>,
  pathway: Pathway,
  market: Market,
  own: Contract[],
  by: Day,
): Contract | undefined {
  const [modality, shortest, longest] = random.weighted(modalities);
  const goesOn = pathway.end === null && by === LAST_DAY;
  const length = random.int(shortest, longest);
  const latest = goesOn ? LAST_DAY - random.int(0, 420) : by - length - random.int(0, 45);
  const start = workday(Math.max(latest, pathway.start + random.int(5, 20)));
  const end = goesOn ? start + length : Math.min(start + length, by);
  if (start > LAST_DAY || end - start < 12) return undefined;
  if (own.some((other) => other.start <= end && (other.end ?? end) >= start)) return undefined;
  // The minimum age for a clause contract is 16.
  if (dateOf(start) < sixteenth(birthDates.get(person.id) ?? '')) return undefined;
  const open = market.lots.filter((lot) => lot.start <= start && lot.end >= start + 12);
  const lot = random.weighted(open.map((candidate) => [candidate, candidate.size] as const));
  const withoutEnd = modality === 'DIRECT_HIRE' && end > LAST_DAY && random.chance(0.4);
  const until = withoutEnd ? null : Math.min(end, lot.end);
  const companies = { STAFFING: market.agencies, SUBCONTRACTING: market.subcontractors };
  const createdAt = workingTime(
    random,
    Math.min(start, workday(Math.max(pathway.start, start - random.int(0, 9)))),
  );
  const row: ClauseContractRow = {
    id: random.id(createdAt),
    lot_id: lot.row.id,
    company_id: modality === 'DIRECT_HIRE' ? lot.row.company_id : random.pick(companies[modality]),
    beneficiary_id: person.id,
    partner_id: pathway.partner.id,
    pathway_id: pathway.id,
    referral_id: null,
    modality,
    starts_on: dateOf(start),
    ends_on: until === null ? null : dateOf(until),
    created_by_id: worker(random, pathway.partner),
    created_at: timeOf(createdAt),
  };
  const contract = { row, person, lot, start, end: until };
  own.push(contract);
  return contract;
}

/** The 16th birthday; for a birth on 29 February, the day after. */
function sixteenth(birthDate: string): string {
  return `${Number(birthDate.slice(0, 4)) + 16}${birthDate.slice(4)}`;
}

/** The referral through which a partner accompanies a person, by partner and person. */
function acceptedReferrals(referrals: readonly ReferralRow[]): Map<string, ReferralRow> {
  const taken = referrals.filter(({ first_contact_on }) => first_contact_on !== null);
  return new Map(taken.map((row) => [`${row.beneficiary_id} ${row.to_id}`, row]));
}
