import { describe, expect, it } from '@jest/globals';
import type { HoursEntryRow } from '../../demo/town/clause-rows.js';
import { groupBy, inRole, partnerOf, readers, town } from './rows.js';

const lastDay = '2026-11-20';
const legalMonth = 151.67;
const [facilitator] = inRole('CLAUSE_FACILITATOR');
const contractOf = new Map(town.clause_contract.map((row) => [row.id, row]));
const hoursOf = groupBy(town.hours_entry, (row) => row.contract_id);
const work = town.hours_entry.filter(({ kind, status }) => kind === 'WORK' && status === 'VALIDATED');
const sum = (rows: readonly HoursEntryRow[]) => rows.reduce((total, { hours }) => total + hours, 0);
const isOver = (month: string) =>
  new Date(Date.UTC(+month.slice(0, 4), +month.slice(5, 7), 1)).toISOString() <= lastDay;

describe('hours under the clause of the town', () => {
  it('are of a completed month of the contract, and declared after it', () => {
    for (const { contract_id, month, declared_at } of town.hours_entry) {
      const contract = contractOf.get(contract_id);
      expect(month.endsWith('-01') && isOver(month)).toBe(true);
      expect(month.slice(0, 7) >= (contract?.starts_on ?? '9999').slice(0, 7)).toBe(true);
      expect(month <= (contract?.ends_on ?? lastDay)).toBe(true);
      expect(isOver(month) && declared_at.slice(0, 7) > month.slice(0, 7)).toBe(true);
      expect(declared_at <= `${lastDay}T18`).toBe(true);
    }
  });

  it('are at most a legal month, all kinds together, including rejected entries', () => {
    const kinds = new Set<string>();
    for (const rows of hoursOf.values()) {
      for (const own of groupBy(rows, (row) => row.month).values()) {
        expect(sum(own)).toBeLessThanOrEqual(legalMonth);
        const live = own.filter(({ status }) => status !== 'REJECTED').map(({ kind }) => kind);
        expect(new Set(live).size).toBe(live.length);
        for (const { kind, hours } of own) {
          kinds.add(kind);
          expect(hours > 0 && Number.isInteger(hours * 4)).toBe(true);
        }
      }
    }
    expect([...kinds].sort()).toEqual(['TRAINING', 'TUTORING', 'WORK']);
  });

  it('were declared by the facilitator or the partner, and decided on by the facilitator', () => {
    for (const row of town.hours_entry) {
      const partner = contractOf.get(row.contract_id)?.partner_id;
      const own = readers.has(row.declared_by_id) && partnerOf.get(row.declared_by_id) === partner;
      expect(own || row.declared_by_id === facilitator).toBe(true);
      const decided = row.status !== 'DECLARED';
      expect(row.decided_by_id).toBe(decided ? facilitator : null);
      if (decided)
        expect((row.decided_at ?? '') > row.declared_at && (row.decided_at ?? '') <= `${lastDay}T18`).toBe(
          true,
        );
      else expect(row.decided_at).toBeNull();
      expect(row.reject_reason !== null).toBe(row.status === 'REJECTED');
    }
  });

  it('are mostly validated, in the last months mostly declared, and a few rejected', () => {
    const count = (status: string, from: string) =>
      town.hours_entry.filter((row) => row.status === status && row.month >= from).length;
    expect(count('VALIDATED', '') / town.hours_entry.length).toBeGreaterThan(0.9);
    expect(count('DECLARED', '')).toBe(count('DECLARED', '2026-09-01'));
    expect(count('DECLARED', '2026-10-01')).toBeGreaterThan(count('VALIDATED', '2026-10-01'));
    expect(count('REJECTED', '')).toBeGreaterThan(50);
    expect(count('REJECTED', '') / town.hours_entry.length).toBeLessThan(0.04);
  });

  it('validated as work are 49,051 in 2024, with entries as long as in other years', () => {
    const years = groupBy(work, (row) => row.month.slice(0, 4));
    expect(sum(years.get('2024') ?? [])).toBe(49051);
    const mean = (year: string) => sum(years.get(year) ?? []) / (years.get(year)?.length ?? 0);
    expect(Math.abs(mean('2024') / mean('2025') - 1)).toBeLessThan(0.1);
    for (const month of groupBy(years.get('2024') ?? [], (row) => row.month).values()) {
      expect(sum(month)).toBeGreaterThan(49051 / 24);
    }
  });
});
