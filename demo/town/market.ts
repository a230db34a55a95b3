import { addMonths, type Day, dateOf, day, FIRST_DAY, midnight } from './calendar.js';
import type { ClauseProgrammeRow, CompanyRow, LotRow, ProcurementRow } from './clause-rows.js';
import { type CompanyRole, companies, procurements } from './market-texts.js';
import type { TownPartner } from './partners.js';
import { Random } from './random.js';

/** A lot, during which persons can work under the clause. */
export interface Lot {
  readonly row: LotRow;
  readonly start: Day;
  readonly end: Day;
  readonly size: number;
  readonly short: boolean;
}

/** The procurements, lots and companies of the town. */
export interface Market {
  readonly clause_programme: ClauseProgrammeRow[];
  readonly company: CompanyRow[];
  readonly procurement: ProcurementRow[];
  readonly lots: readonly Lot[];
  /** The staffing companies, and the subcontractors of the lots' companies. */
  readonly agencies: readonly string[];
  readonly subcontractors: readonly string[];
}

const charter = {
  name: 'Clause d’insertion de la charte de la construction',
  since: '2021-03-01',
};

/** Generates the programme of the town's construction charter, with its procurements, lots and companies. */
export function openMarket(town: TownPartner): Market {
  const random = new Random('market');
  const programme = random.id(midnight(day(charter.since)));
  const company = companies.map(([name, sector], index) => ({
    id: random.id(midnight(FIRST_DAY)),
    name,
    siret: index % 4 === 3 ? null : siret(index),
    sector,
  }));
  const idOf = new Map<string, string>(company.map(({ id, name }) => [name, id]));
  const lots: Lot[] = [];
  const procurement = procurements.map(([signedOn, name, buyer, plans], index): ProcurementRow => {
    const id = random.id(midnight(day(signedOn)));
    plans.forEach(([lotName, holder, startsOn, months, size, short], position) => {
      const start = day(startsOn);
      const end = addMonths(start, months) - 1;
      const row = {
        id: random.id(midnight(day(signedOn)) + position + 1),
        procurement_id: id,
        number: position + 1,
        name: lotName,
        company_id: idOf.get(holder) ?? '',
        hours_committed: 0,
        starts_on: startsOn,
        ends_on: dateOf(end),
      };
      lots.push({ row, start, end, size, short: short === 'SHORT' });
    });
    const reference = `M-${signedOn.slice(0, 4)}-${String(index + 1).padStart(2, '0')}`;
    return { id, programme_id: programme, reference, name, buyer, signed_on: signedOn };
  });
  const inRole = (wanted: CompanyRole) =>
    companies.filter(([, , role]) => role === wanted).map(([name]) => idOf.get(name) ?? '');
  return {
    clause_programme: [
      { id: programme, name: charter.name, partner_id: town.id, since: charter.since, until: null },
    ],
    company,
    procurement,
    lots,
    agencies: inRole('AGENCY'),
    subcontractors: inRole('SUBCONTRACTOR'),
  };
}

/** A valid SIRET that no company has: SIRETs in use do not begin with zeros. */
function siret(index: number): string {
  const siren = withCheckDigit(`000000${String(index + 1).padStart(2, '0')}`);
  return withCheckDigit(`${siren}0001`);
}

/** The digits with their check digit (Luhn). */
function withCheckDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return digits + ((10 - (sum % 10)) % 10);
}
