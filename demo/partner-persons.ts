import { type Day, dateOf, FIRST_DAY, LAST_DAY, workday, yearsBefore } from './town/calendar.js';
import { generateTown } from './town/index.js';
import { firstNames, lastNames } from './town/names.js';
import { Random } from './town/random.js';

/** Number of persons whom the partner accompanies and no partner has registered in the hub. */
const ELSEWHERE = 220;

/** A person of the example of a partner's own system; `until` is null while the partner accompanies the person. */
interface PartnerPerson {
  readonly lastName: string;
  readonly firstName: string;
  readonly birthDate: string;
  readonly from: string;
  readonly until: string | null;
}

/**
 * The fictional persons of examples/partner-subgraph, as CSV: those of the demonstration town whom France Travail
 * accompanies there, and others whom the hub does not know. Those who are accompanied now come first.
 */
export function partnerPersons(): string {
  const rank = ({ from, until }: PartnerPerson) => `${until === null ? 0 : 1} ${from}`;
  const persons = [...inTheHub(), ...elsewhere()].sort((one, other) => (rank(one) < rank(other) ? -1 : 1));
  const lines = persons.map(({ lastName, firstName, birthDate, from, until }) =>
    [lastName, firstName, birthDate, from, until ?? ''].join(','),
  );
  return `${['last_name,first_name,birth_date,accompanied_from,accompanied_until', ...lines].join('\n')}\n`;
}

function inTheHub(): PartnerPerson[] {
  // The secret changes only the fingerprints of persons, which are not used here.
  const { partner, pathway, beneficiary } = generateTown({ secret: '' });
  const own = partner.find(({ slug }) => slug === 'france-travail')?.id;
  return beneficiary.flatMap((person) => {
    const pathways = pathway.filter((it) => it.partner_id === own && it.beneficiary_id === person.id);
    const [first] = pathways.map((it) => it.started_on).sort();
    if (!first) return [];
    const ends = pathways.map((it) => it.closed_on).sort();
    return [
      {
        lastName: person.last_name,
        firstName: person.first_name,
        birthDate: person.birth_date,
        from: first,
        until: ends.includes(null) ? null : (ends.at(-1) ?? null),
      },
    ];
  });
}

function elsewhere(): PartnerPerson[] {
  const random = new Random('partner persons');
  return Array.from({ length: ELSEWHERE }, () => {
    const from = workday(random.int(FIRST_DAY, LAST_DAY - 7));
    const end = workday(from + random.int(90, 720));
    return {
      lastName: random.pick(lastNames),
      firstName: random.pick(firstNames),
      birthDate: dateOf(birth(random, from)),
      from: dateOf(from),
      until: end > LAST_DAY ? null : dateOf(end),
    };
  });
}

/** The day of birth of a person who is 16 to 62 years old. */
function birth(random: Random, on: Day): Day {
  return random.int(yearsBefore(on, 62), yearsBefore(on, 16));
}
