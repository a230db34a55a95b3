import type { StepKind, Visibility } from '../../src/features/pathways/index.js';
import { type Day, dateOf, LAST_DAY, workday, workingTime } from './calendar.js';
import { worker } from './partners.js';
import type { Pathway, Person } from './people.js';
import { Random } from './random.js';
import type { PathwayRow, StepRow } from './rows.js';
import { titles, welcomes } from './texts.js';

const kinds: readonly (readonly [StepKind, number])[] = [
  ['INTERVIEW', 26],
  ['WORKSHOP', 17],
  ['JOB_APPLICATION', 15],
  ['ADMINISTRATIVE', 12],
  ['TRAINING', 10],
  ['IMMERSION', 6],
  ['FORUM', 5],
  ['CLAUSE_CONTRACT', 4],
  ['JOB', 2],
  ['OTHER', 3],
];

const visibilities: readonly (readonly [Visibility, number])[] = [
  ['SHARED', 50],
  ['PARTNER', 38],
  ['AUTHOR', 12],
];

/** Generates the rows of the pathways, with two to nine steps each. */
export function pathwayRows(people: readonly Person[]): { pathway: PathwayRow[]; step: StepRow[] } {
  const random = new Random('steps');
  const rows: { pathway: PathwayRow[]; step: StepRow[] } = { pathway: [], step: [] };
  for (const person of people) {
    for (const pathway of person.pathways) {
      rows.pathway.push({
        id: pathway.id,
        beneficiary_id: person.id,
        partner_id: pathway.partner.id,
        objective: pathway.objective,
        status: pathway.status,
        started_on: dateOf(pathway.start),
        closed_on: pathway.end === null ? null : dateOf(pathway.end),
        created_by_id: pathway.by,
      });
      rows.step.push(...steps(random, person, pathway));
    }
  }
  return rows;
}

function steps(random: Random, person: Person, pathway: Pathway): StepRow[] {
  const last = pathway.end ?? LAST_DAY;
  const most = Math.min(9, 2 + Math.floor((last - pathway.start) / 40));
  const count = random.int(2, most);
  const days = Array.from({ length: count - 1 }, () => dayWithin(random, pathway.start, last));
  days.sort((one, other) => one - other);
  return [pathway.start, ...days].map((on, index) => {
    const isLast = index === count - 1 && pathway.end !== null;
    const kind = index === 0 ? 'INTERVIEW' : isLast && random.chance(0.35) ? 'JOB' : random.weighted(kinds);
    return {
      id: random.id(workingTime(random, on)),
      pathway_id: pathway.id,
      beneficiary_id: person.id,
      partner_id: pathway.partner.id,
      author_id: random.chance(0.8) ? pathway.by : worker(random, pathway.partner),
      kind,
      title: random.pick(index === 0 ? welcomes : titles[kind]),
      occurred_on: dateOf(on),
      visibility: random.weighted(visibilities),
    };
  });
}

/** A random working day between two dates; the last date if the day falls after it. */
function dayWithin(random: Random, first: Day, last: Day): Day {
  return Math.min(workday(random.int(first, last)), last);
}
