import { describe, expect, it } from '@jest/globals';
import { town } from './rows.js';

const idOf = (slug: string) => town.partner.find((row) => row.slug === slug)?.id ?? '';
const birthDates = new Map(town.beneficiary.map((row) => [row.id, row.birth_date]));
const informedOn = new Map(town.beneficiary.map((row) => [row.id, row.informed_on]));
const sixteenth = (birthDate: string) => `${Number(birthDate.slice(0, 4)) + 16}${birthDate.slice(4)}`;

describe('what a facilitator and an officer would believe of the town', () => {
  it('DRIEETS, an administration, accompanies nobody, receives no referral and reads figures', () => {
    const drieets = idOf('drieets');
    const named = Object.entries(town).flatMap(([table, rows]) =>
      rows.some((row: object) => Object.values(row).includes(drieets)) ? [table] : [],
    );
    expect(named.sort()).toEqual(['member', 'partner']);
    const members = town.member.filter((row) => row.partner_id === drieets);
    expect(members.map(({ role }) => role)).toEqual(['COMMITTEE_MEMBER']);
  });

  it('nobody has a contract under the clause before the age of 16', () => {
    for (const { beneficiary_id, starts_on } of town.clause_contract)
      expect(starts_on >= sixteenth(birthDates.get(beneficiary_id) ?? '')).toBe(true);
  });

  it('a month of a contract has no more hours than a full-time month, of all kinds together', () => {
    const months = new Map<string, number>();
    for (const { contract_id, month, hours, status } of town.hours_entry) {
      if (status === 'REJECTED') continue;
      const key = `${contract_id} ${month}`;
      months.set(key, (months.get(key) ?? 0) + Number(hours));
    }
    expect(Math.max(...months.values())).toBeLessThanOrEqual(151.67);
  });

  it('the exits of a year are spread over its days', () => {
    const days = new Map<string, number>();
    for (const { occurred_on } of town.outcome) days.set(occurred_on, (days.get(occurred_on) ?? 0) + 1);
    expect(Math.max(...days.values())).toBeLessThan(town.outcome.length / 40);
  });

  it('no date of a person is before their birth, and no agreement before their information', () => {
    for (const rows of Object.values(town) as Record<string, unknown>[][]) {
      for (const row of rows) {
        const person = row['beneficiary_id'];
        if (typeof person !== 'string') continue;
        const born = birthDates.get(person) ?? '';
        for (const [column, value] of Object.entries(row)) {
          if (!/_on$|^since$|^until$/.test(column) || typeof value !== 'string') continue;
          expect([column, value.slice(0, 10) >= born]).toEqual([column, true]);
        }
        const agreed = row['agreed_on'];
        if (typeof agreed === 'string')
          expect(['agreed_on', agreed >= (informedOn.get(person) ?? '')]).toEqual(['agreed_on', true]);
      }
    }
  });
});
