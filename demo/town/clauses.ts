import { LAST_DAY } from './calendar.js';
import type { ClauseRows, HoursEntryRow } from './clause-rows.js';
import { type Contract, signContracts } from './contracts.js';
import { eligibilityEvidence } from './evidence.js';
import { hoursEntries } from './hours.js';
import { type Lot, openMarket } from './market.js';
import type { Directory } from './partners.js';
import type { Person } from './people.js';
import { Random } from './random.js';
import type { BeneficiaryRow, ReferralRow } from './rows.js';

/** Generates the rows of the insertion clause of the town's construction charter. */
export function clauseRows(
  people: readonly Person[],
  known: { readonly beneficiary: readonly BeneficiaryRow[]; readonly referral: readonly ReferralRow[] },
  directory: Directory,
): ClauseRows {
  const market = openMarket(directory.get('ville-de-bagneux'));
  const birthDates = new Map(known.beneficiary.map((row) => [row.id, row.birth_date]));
  const contracts = signContracts(people, known.referral, birthDates, market);
  const hours = hoursEntries(contracts, directory);
  commit(market.lots, contracts, hours);
  return {
    clause_programme: market.clause_programme,
    company: market.company,
    procurement: market.procurement,
    lot: market.lots.map(({ row }) => row),
    clause_contract: contracts.map(({ row }) => row),
    hours_entry: hours,
    eligibility_evidence: eligibilityEvidence(contracts, birthDates, directory),
  };
}

/** The hours that companies committed to: a little less than the hours worked; more for a lot in shortfall. */
function commit(lots: readonly Lot[], contracts: readonly Contract[], hours: readonly HoursEntryRow[]): void {
  const random = new Random('clause commitments');
  const done = new Map<string, { hours: number; months: number }>();
  for (const { contract_id, kind, status, hours: worked } of hours) {
    if (kind !== 'WORK' || status !== 'VALIDATED') continue;
    const so = done.get(contract_id) ?? { hours: 0, months: 0 };
    done.set(contract_id, { hours: so.hours + worked, months: so.months + 1 });
  }
  for (const lot of lots) {
    let forecast = 0;
    for (const contract of contracts.filter((one) => one.lot === lot)) {
      const { hours: worked, months } = done.get(contract.row.id) ?? { hours: 0, months: 1 };
      const days = Math.min(contract.end ?? lot.end, lot.end) - LAST_DAY;
      forecast += worked + Math.max(0, days / 30.44) * (worked / months);
    }
    const measure = lot.short
      ? random.int(128, 155)
      : lot.end < LAST_DAY
        ? random.int(87, 99)
        : random.int(78, 90);
    lot.row.hours_committed = Math.max(1, Math.round((forecast * measure) / 1000)) * 10;
  }
}
