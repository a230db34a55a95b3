import {
  callNameOf,
  fingerprint,
  normalizeName,
  sortNameOf,
} from '../../src/features/beneficiaries/identity.js';
import { type Day, dateOf, day, timeOf, yearsBefore } from './calendar.js';
import { firstNames, lastNames } from './names.js';
import { overlaps, type Person, registrationDay } from './people.js';
import { Random } from './random.js';
import type { BeneficiaryRow } from './rows.js';

/**
 * Number of young people accompanied in 2024 that the town published (TOWN.md). This many persons accompanied in 2024
 * get a birth date that makes them young; every figure is counted from the rows.
 */
const YOUNG_IN_2024 = 711;
/** A person under this age is young. */
const ADULT_AGE = 26;
const YOUNGEST = 16;
const OLDEST = 62;

/** The share of young people among those who are not accompanied in 2024. */
const YOUNG_SHARE = 0.6;

/** Generates the rows of the persons: names, and ages that fit the number of young people in 2024. */
export function identify(people: readonly Person[], secret: string): BeneficiaryRow[] {
  const random = new Random('identities');
  const from = day('2024-01-01');
  const until = day('2025-01-01');
  const firstDays = people.map((person) => firstDay(person, from, until));
  const accompanied = firstDays.flatMap((first, index) => (first === undefined ? [] : [index]));
  const young = new Set(random.shuffle(accompanied).slice(0, YOUNG_IN_2024));
  const taken = new Set<string>();

  return people.map((person, index) => {
    const start = registrationDay(person);
    const first = firstDays[index];
    const isYoung = first === undefined ? random.chance(YOUNG_SHARE) : young.has(index);
    const names = nameOf(random);
    const birthDate = birth(random, start, first ?? start, isYoung, (date) => {
      const key = `${normalizeName(names.firstName + names.lastName).replaceAll(' ', '')} ${date}`;
      return taken.size < taken.add(key).size;
    });
    const identity = { ...names, birthDate };
    return {
      id: person.id,
      first_name: names.firstName,
      last_name: names.lastName,
      birth_date: birthDate,
      district: person.district,
      referent_id: person.referent.id,
      informed_on: dateOf(start),
      fingerprint: fingerprint(secret, identity),
      sort_name: sortNameOf(identity),
      call_name: callNameOf(identity),
      created_at: timeOf(person.registeredAt),
      created_by_id: person.registeredBy,
    };
  });
}

/** The person's first day of support in the period; undefined when there is none. */
function firstDay(person: Person, from: Day, until: Day): Day | undefined {
  const starts = person.pathways
    .filter((pathway) => overlaps(pathway, from, until))
    .map(({ start }) => start);
  return starts.length === 0 ? undefined : Math.max(from, Math.min(...starts));
}

/** A birth date with which the person is young or not on the first day, and for which `isFree` returns true. */
function birth(
  random: Random,
  start: Day,
  first: Day,
  isYoung: boolean,
  isFree: (date: string) => boolean,
): string {
  const adult = yearsBefore(first, ADULT_AGE);
  const earliest = isYoung ? adult + 1 : yearsBefore(start, OLDEST);
  const latest = isYoung ? yearsBefore(start, YOUNGEST) : adult;
  for (;;) {
    // The later of two draws, so that higher ages are rarer.
    const draws = [random.int(earliest, latest), random.int(earliest, latest)];
    const date = dateOf(isYoung ? random.pick(draws) : Math.max(...draws));
    if (isFree(date)) return date;
  }
}

function nameOf(random: Random): { firstName: string; lastName: string } {
  const lastName = random.pick(lastNames);
  const second = random.chance(0.06) ? random.pick(lastNames) : lastName;
  const isDouble = second !== lastName && !/[-\s]/.test(lastName + second);
  return {
    firstName: random.pick(firstNames),
    lastName: isDouble ? lastName + random.pick(['-', ' ']) + second : lastName,
  };
}
