import type { District } from '../../src/features/beneficiaries/index.js';
import type { PathwayStatus } from '../../src/features/pathways/index.js';
import { type Day, day, dayOf, FIRST_DAY, LAST_DAY, type Moment, workday, workingTime } from './calendar.js';
import { type Directory, type TownPartner, worker } from './partners.js';
import { Random } from './random.js';
import { objectives } from './texts.js';

/** Number of persons that the partners accompany from 2023 to 2026. */
const PERSONS = 2040;

/** Share of the persons of whom each partner is the referent. */
const referents = {
  csc: 24,
  'club-relais': 17,
  aspe: 13,
  'regie-de-quartier': 11,
  'france-travail': 22,
  vs2e: 7,
  departement: 6,
} as const;

const arrivals = [
  [2023, 29],
  [2024, 28],
  [2025, 21],
  [2026, 22],
] as const;

/** A planned pathway; `end` is null while it continues. */
export interface Pathway {
  readonly id: string;
  readonly partner: TownPartner;
  readonly by: string;
  readonly objective: string;
  readonly start: Day;
  readonly end: Day | null;
  readonly status: PathwayStatus;
}

/** A person with pathways; name and age are generated last. */
export interface Person {
  readonly id: string;
  readonly registeredAt: Moment;
  readonly registeredBy: string;
  readonly referent: TownPartner;
  readonly district: District;
  /** The pathways; the first one is the referent's. */
  readonly pathways: Pathway[];
  /** Other partners, in the order in which they become involved. */
  readonly others: TownPartner[];
}

/** Generates the persons in the order of their registration, each with the pathways of the referent. */
export function registerPeople(directory: Directory): Person[] {
  const random = new Random('people');
  const byReferent = directory.weights(referents);
  const comers = directory.weights({
    'club-relais': 20,
    csc: 14,
    aspe: 14,
    'regie-de-quartier': 14,
    'france-travail': 14,
    vs2e: 12,
    departement: 8,
  });
  const days = Array.from({ length: PERSONS }, () => arrival(random)).sort((one, other) => one - other);
  return days.map((registered) => {
    const referent = random.weighted(byReferent);
    const registeredAt = workingTime(random, registered);
    const person: Person = {
      id: random.id(registeredAt),
      registeredAt,
      registeredBy: worker(random, referent),
      referent,
      district: random.weighted([
        ['NORTH', 51],
        ['SOUTH', 44],
        ['OUTSIDE', 5],
      ]),
      pathways: [],
      others: random.order(comers.filter(([partner]) => partner !== referent)),
    };
    const first = plan(random, referent, workday(registered + random.int(0, 6)), length(random));
    person.pathways.push(first);
    if (first.end !== null && first.end < LAST_DAY - 60 && random.chance(0.09)) {
      person.pathways.push(plan(random, referent, workday(first.end + random.int(30, 240)), length(random)));
    }
    return person;
  });
}

/**
 * A pathway of a given number of days. If it does not end before the last day of the records, or starts on the last day
 * or later, it continues.
 * @param limit the last day on which it can be open, if any
 */
export function plan(
  random: Random,
  partner: TownPartner,
  start: Day,
  days: number,
  limit = Number.POSITIVE_INFINITY,
): Pathway {
  const first = Math.min(start, LAST_DAY);
  const end = Math.max(first, Math.min(workday(first + days), limit));
  const over = end <= LAST_DAY && first < LAST_DAY;
  return {
    id: random.id(workingTime(random, first)),
    partner,
    by: worker(random, partner),
    objective: random.pick(objectives),
    start: first,
    end: over ? end : null,
    status: over ? 'CLOSED' : random.chance(0.1) ? 'SUSPENDED' : 'OPEN',
  };
}

/** Whether the pathway is open on at least one day from `from` on and before `until`. */
export function overlaps(pathway: Pathway, from: Day, until: Day): boolean {
  return pathway.start < until && (pathway.end === null || pathway.end >= from);
}

/** The day of the person's registration. */
export function registrationDay(person: Person): Day {
  return dayOf(person.registeredAt);
}

function arrival(random: Random): Day {
  const year = random.weighted(arrivals);
  const first = Math.max(FIRST_DAY, day(`${year}-01-01`));
  const last = Math.min(LAST_DAY, day(`${year}-12-31`));
  return Math.min(workday(random.int(first, last)), LAST_DAY);
}

function length(random: Random): number {
  const [shortest, longest] = random.weighted([
    [[50, 240], 25],
    [[240, 540], 45],
    [[540, 820], 30],
  ] as const);
  return random.int(shortest, longest);
}
