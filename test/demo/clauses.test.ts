import { describe, expect, it } from '@jest/globals';
import type { HoursEntryRow } from '../../demo/town/clause-rows.js';
import { companies } from '../../demo/town/market-texts.js';
import { groupBy, idOf, inRole, partnerOf, readers, sees, slugOf, town } from './rows.js';

const lastDay = '2026-11-20';
const [facilitator] = inRole('CLAUSE_FACILITATOR');
const pathwayOf = new Map(town.pathway.map((row) => [row.id, row]));
const referralOf = new Map(town.referral.map((row) => [row.id, row]));
const contractOf = new Map(town.clause_contract.map((row) => [row.id, row]));
const lotOf = new Map(town.lot.map((row) => [row.id, row]));
const companyOf = new Map(town.company.map((row) => [row.id, row]));
const roleOf = new Map<string, string>(companies.map(([name, , role]) => [name, role]));
const work = town.hours_entry.filter(({ kind, status }) => kind === 'WORK' && status === 'VALIDATED');
const worked = groupBy(work, (row) => row.contract_id);
const sum = (rows: readonly HoursEntryRow[]) => rows.reduce((total, { hours }) => total + hours, 0);

describe('the insertion clause of the town', () => {
  it('is one programme of the town with fourteen procurements of one to four lots each', () => {
    expect(town.clause_programme.map(({ partner_id, until }) => [partner_id, until])).toEqual([
      [idOf('ville-de-bagneux'), null],
    ]);
    const lots = groupBy(town.lot, (row) => row.procurement_id);
    expect(town.procurement).toHaveLength(14);
    for (const row of town.procurement) {
      const own = lots.get(row.id) ?? [];
      expect(own.length >= 1 && own.length <= 4).toBe(true);
      expect(own.map(({ number }) => number)).toEqual(own.map((_, index) => index + 1));
      expect(row.signed_on >= '2022-01-01' && row.signed_on <= lastDay).toBe(true);
      for (const lot of own) expect(row.signed_on < lot.starts_on && lot.starts_on < lot.ends_on).toBe(true);
    }
  });

  it('has companies with valid SIRETs that no real company uses', () => {
    const numbers = town.company.flatMap(({ siret }) => siret ?? []);
    expect(new Set(town.company.map(({ name }) => name)).size).toBe(26);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.length).toBeGreaterThan(10);
    for (const siret of numbers) {
      // SIRETs in use do not begin with zeros.
      expect(siret).toMatch(/^0{6}\d{8}$/);
      const digits = [...siret].reverse().map((digit, index) => Number(digit) * (1 + (index % 2)));
      expect(digits.reduce((total, value) => total + (value > 9 ? value - 9 : value), 0) % 10).toBe(0);
    }
  });

  it('has more hours than committed on nearly all lots, and fewer on three, of which two are running', () => {
    const done = groupBy(work, (row) => contractOf.get(row.contract_id)?.lot_id ?? '');
    const ahead = town.lot.map((lot) => {
      // Forecast: running contracts continue at their mean pace from October, whose hours are not decided on yet.
      const running = town.clause_contract.filter(
        (row) => row.lot_id === lot.id && (row.ends_on ?? lot.ends_on) >= '2026-11-01',
      );
      const toCome = running.map((row) => {
        const own = (worked.get(row.id) ?? []).filter(({ month }) => month < '2026-10-01');
        const last = row.ends_on ?? lot.ends_on;
        const months = (Number(last.slice(0, 4)) - 2026) * 12 + Number(last.slice(5, 7)) - 9;
        return own.length === 0 ? 0 : (sum(own) / own.length) * months;
      });
      const forecast = sum(done.get(lot.id) ?? []) + toCome.reduce((total, hours) => total + hours, 0);
      return { over: lot.ends_on <= lastDay, short: forecast < lot.hours_committed };
    });
    expect(ahead.filter(({ over }) => over).length).toBeGreaterThan(15);
    expect(ahead.filter(({ short }) => short).map(({ over }) => over)).toEqual([true, false, false]);
  });

  it('has enough persons and companies at each of seven partners', () => {
    const by = groupBy(
      town.clause_contract.filter((row) => row.starts_on < '2025' && (row.ends_on ?? '9999') >= '2024'),
      (row) => row.partner_id,
    );
    expect(by.size).toBe(7);
    for (const rows of by.values()) {
      expect(new Set(rows.map((row) => row.beneficiary_id)).size).toBeGreaterThan(20);
      expect(new Set(rows.map((row) => row.company_id)).size).toBeGreaterThan(10);
    }
    expect([...by.keys()].map((id) => slugOf.get(id))).not.toContain('drieets');
  });
});

describe('a clause contract of the town', () => {
  it('is of a person whose pathway with the partner is open during the whole contract', () => {
    for (const row of town.clause_contract) {
      const pathway = pathwayOf.get(row.pathway_id ?? '');
      expect([pathway?.beneficiary_id, pathway?.partner_id]).toEqual([row.beneficiary_id, row.partner_id]);
      expect((pathway?.started_on ?? '9999') <= row.created_at.slice(0, 10)).toBe(true);
      if (pathway?.closed_on) expect((row.ends_on ?? '9999') <= pathway.closed_on).toBe(true);
    }
  });

  it('was recorded before it began, by a member who could read the person’s file', () => {
    for (const row of town.clause_contract) {
      const createdOn = row.created_at.slice(0, 10);
      expect(createdOn <= row.starts_on).toBe(true);
      expect(partnerOf.get(row.created_by_id)).toBe(row.partner_id);
      expect(readers.has(row.created_by_id)).toBe(true);
      expect(sees(row.beneficiary_id, row.partner_id, createdOn)).toBe(true);
    }
  });

  it('lies within the period of its lot, with an employer that fits its modality', () => {
    for (const row of town.clause_contract) {
      const lot = lotOf.get(row.lot_id);
      expect(row.starts_on >= (lot?.starts_on ?? '9999')).toBe(true);
      expect((row.ends_on ?? row.starts_on) <= (lot?.ends_on ?? '')).toBe(true);
      if (row.ends_on) expect(row.ends_on > row.starts_on).toBe(true);
      const role = roleOf.get(companyOf.get(row.company_id)?.name ?? '');
      expect([row.modality, role]).toEqual([
        row.modality,
        { DIRECT_HIRE: 'HOLDER', STAFFING: 'AGENCY', SUBCONTRACTING: 'SUBCONTRACTOR' }[row.modality],
      ]);
      if (row.modality === 'DIRECT_HIRE') expect(row.company_id).toBe(lot?.company_id);
    }
    expect(new Set(town.clause_contract.map((row) => row.modality)).size).toBe(3);
  });

  it('does not overlap another contract of the person', () => {
    for (const own of groupBy(town.clause_contract, (row) => row.beneficiary_id).values()) {
      own.sort((one, other) => (one.starts_on < other.starts_on ? -1 : 1));
      own.slice(1).forEach((row, index) => {
        expect((own[index]?.ends_on ?? '9999') < row.starts_on).toBe(true);
      });
    }
  });

  it('may refer to a referral that the partner accepted before', () => {
    const referred = town.clause_contract.filter((row) => row.referral_id);
    expect(referred.length).toBeGreaterThan(100);
    for (const row of referred) {
      const referral = referralOf.get(row.referral_id ?? '');
      expect([referral?.beneficiary_id, referral?.to_id]).toEqual([row.beneficiary_id, row.partner_id]);
      expect((referral?.answered_at ?? '9999') < row.created_at).toBe(true);
    }
  });

  it('has evidence that was checked before it began and fits the person', () => {
    const evidence = groupBy(town.eligibility_evidence, (row) => row.contract_id);
    expect(evidence.size).toBe(town.clause_contract.length);
    expect(new Set(town.eligibility_evidence.map((row) => row.criterion)).size).toBe(8);
    const births = new Map(town.beneficiary.map((row) => [row.id, row.birth_date]));
    const plus = (date: string, years: number) => `${Number(date.slice(0, 4)) + years}${date.slice(4)}`;
    for (const row of town.eligibility_evidence) {
      const contract = contractOf.get(row.contract_id);
      const birth = births.get(contract?.beneficiary_id ?? '') ?? '';
      expect(row.checked_on <= (contract?.starts_on ?? '')).toBe(true);
      expect([facilitator, contract?.created_by_id]).toContain(row.checked_by_id);
      if (row.valid_until) expect(row.valid_until > row.checked_on).toBe(true);
      const on = contract?.starts_on ?? '';
      if (row.criterion === 'YOUNG_LOW_QUALIFIED') expect(on < plus(birth, 26)).toBe(true);
      if (row.criterion === 'SENIOR') expect(on >= plus(birth, 50)).toBe(true);
    }
  });
});
