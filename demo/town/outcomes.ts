import { type Day, dateOf, day, END, LAST_DAY, later, timeOf, workday, workingTime } from './calendar.js';
import type { ClauseContractRow } from './clause-rows.js';
import type { OutcomeRow } from './common-rows.js';
import { worker } from './partners.js';
import type { Pathway, Person } from './people.js';
import { Random } from './random.js';

/**
 * Number of positive exits from the clause in 2024 that the town published (TOWN.md). This many of the persons whose
 * pathway ends that year after a clause contract have a positive outcome; every figure is counted from the rows.
 */
const EXITS_IN_2024 = 311;

/** Number of days after the contract within which an outcome is attributed to it. */
const REACH = 150;

/** Share of pathways with a positive outcome, after a clause contract and without one. */
const SUCCESS = 0.79;
const OTHER_SUCCESS = 0.43;

type Situation = OutcomeRow['situation'];

const exits: readonly (readonly [Situation, number])[] = [
  ['CDI', 24],
  ['CDD', 30],
  ['INTERIM', 16],
  ['PUBLIC_SERVICE', 3],
  ['BUSINESS_CREATION', 2],
  ['QUALIFYING_TRAINING', 15],
  ['CONTRAT_AIDE', 5],
  ['OTHER_STRUCTURE', 5],
];
const noExits: readonly (readonly [Situation, number])[] = [
  ['JOB_SEEKING', 42],
  ['INACTIVE', 9],
  ['MOVED_AWAY', 13],
  ['LOST_CONTACT', 28],
  ['OTHER', 8],
];
const proofs: readonly (readonly [OutcomeRow['evidence'], number])[] = [
  ['CONTRACT', 44],
  ['PAYSLIP', 18],
  ['CERTIFICATE', 12],
  ['STATEMENT', 20],
  ['NONE', 6],
];

/** A closed pathway, and the clause contract that led to its end, if any. */
interface Ended {
  readonly person: Person;
  readonly pathway: Pathway;
  readonly end: Day;
  readonly contract: string | undefined;
}

/** Generates the outcomes of closed pathways; some without a clause contract have no recorded outcome. */
export function outcomeRows(
  people: readonly Person[],
  contracts: readonly ClauseContractRow[],
): OutcomeRow[] {
  const random = new Random('outcomes');
  const ended = endedPathways(people, contracts);
  const in2024 = ended.filter(({ contract, end }) => contract && dateOf(end).startsWith('2024'));
  const counted = new Set(in2024);
  const positive = new Set(random.shuffle(in2024).slice(0, EXITS_IN_2024));
  return ended.flatMap((one) => {
    if (!one.contract && random.chance(0.12)) return [];
    const byChance = random.chance(one.contract ? SUCCESS : OTHER_SUCCESS);
    return [outcome(random, one, counted.has(one) ? positive.has(one) : byChance)];
  });
}

/** For a person, a clause contract counts once a year, even if several pathways refer to it. */
function endedPathways(people: readonly Person[], contracts: readonly ClauseContractRow[]): Ended[] {
  const last = new Map<string | null, ClauseContractRow>();
  for (const row of contracts) {
    const other = last.get(row.pathway_id);
    if (!other || other.starts_on < row.starts_on) last.set(row.pathway_id, row);
  }
  return people.flatMap((person) => {
    const years = new Set<string>();
    return person.pathways.flatMap((pathway) => {
      if (pathway.end === null) return [];
      const contract = last.get(pathway.id);
      const year = dateOf(pathway.end).slice(0, 4);
      const isNear = contract?.ends_on && pathway.end - day(contract.ends_on) <= REACH && !years.has(year);
      if (isNear) years.add(year);
      return [{ person, pathway, end: pathway.end, contract: isNear ? contract.id : undefined }];
    });
  });
}

function outcome(random: Random, { person, pathway, end, contract }: Ended, positive: boolean): OutcomeRow {
  const situation = random.weighted(positive ? exits : noExits);
  const recordedAt = workingTime(random, end);
  const recordedBy = worker(random, pathway.partner);
  const colleagues = pathway.partner.staff.filter((member) => member !== recordedBy);
  const verifiedAt = later(random, recordedAt, random.int(1, 25));
  const verified = positive && colleagues.length > 0 && verifiedAt <= END && random.chance(0.65);
  // Only the referent can follow up half a year later, because other partners' agreements may have ended.
  const asksLater = positive && pathway.partner === person.referent && random.chance(0.55);
  const askedOn = workday(end + random.int(165, 215));
  const followedUp = asksLater && askedOn <= LAST_DAY;
  return {
    id: random.id(recordedAt),
    pathway_id: pathway.id,
    beneficiary_id: person.id,
    partner_id: pathway.partner.id,
    occurred_on: dateOf(end),
    situation,
    contract_months: months(random, situation),
    evidence: positive ? random.weighted(proofs) : random.chance(0.6) ? 'STATEMENT' : 'NONE',
    clause_contract_id: contract ?? null,
    recorded_by_id: recordedBy,
    recorded_at: timeOf(recordedAt),
    verified_by_id: verified ? random.pick(colleagues) : null,
    verified_at: verified ? timeOf(verifiedAt) : null,
    situation_at_6_months: followedUp ? halfAYearLater(random, situation) : null,
    followed_up_on: followedUp ? dateOf(askedOn) : null,
  };
}

/** Duration of a fixed-term contract. */
function months(random: Random, situation: Situation): number | null {
  if (situation === 'CDD')
    return random.chance(0.55) ? random.int(1, 6) : random.pick([7, 8, 9, 10, 12, 12, 12, 18, 24]);
  if (situation === 'INTERIM') return random.chance(0.85) ? random.int(1, 6) : random.int(7, 12);
  return null;
}

function halfAYearLater(random: Random, situation: Situation): Situation {
  if (random.chance(0.68)) return situation;
  return random.weighted(random.chance(0.5) ? exits : noExits);
}
