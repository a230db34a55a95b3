import { describe, expect, it } from '@jest/globals';
import { canonicalEmail } from '../../src/commands/canonical-email.js';
import { telephoneOf } from '../../src/commands/telephone.js';
import { siretOf } from '../../src/features/clauses/siret.js';
import { groupBy, idOf, inForce, today, town } from './rows.js';

const birthDates = new Map(town.beneficiary.map((row) => [row.id, row.birth_date]));
const informedOn = new Map(town.beneficiary.map((row) => [row.id, row.informed_on]));
const sixteenth = (birthDate: string) => `${Number(birthDate.slice(0, 4)) + 16}${birthDate.slice(4)}`;

describe('plausibility of the demonstration town', () => {
  it('DRIEETS, an administration, accompanies no one, receives no referral and has a committee member', () => {
    const drieets = idOf('drieets');
    const named = Object.entries(town).flatMap(([table, rows]) =>
      rows.some((row: object) => Object.values(row).includes(drieets)) ? [table] : [],
    );
    expect(named.sort()).toEqual(['member', 'partner']);
    const members = town.member.filter((row) => row.partner_id === drieets);
    expect(members.map(({ role }) => role)).toEqual(['COMMITTEE_MEMBER']);
  });

  it('no clause contract starts before the age of 16', () => {
    for (const { beneficiary_id, starts_on } of town.clause_contract)
      expect(starts_on >= sixteenth(birthDates.get(beneficiary_id) ?? '')).toBe(true);
  });

  it('a month of a contract has at most the hours of a full-time month, all kinds together', () => {
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

  it('no pathway or contract ends before it starts, and no outcome is dated before its pathway or contract starts', () => {
    const pathways = new Map(town.pathway.map((row) => [row.id, row]));
    const contracts = new Map(town.clause_contract.map((row) => [row.id, row]));
    for (const { started_on, closed_on } of town.pathway)
      expect((closed_on ?? '9999') >= started_on).toBe(true);
    for (const { starts_on, ends_on } of town.clause_contract)
      expect((ends_on ?? '9999') >= starts_on).toBe(true);
    for (const { pathway_id, clause_contract_id, occurred_on, followed_up_on } of town.outcome) {
      const entered = contracts.get(clause_contract_id ?? '')?.starts_on ?? '';
      expect(occurred_on >= (pathways.get(pathway_id)?.started_on ?? '9999')).toBe(true);
      expect(occurred_on >= entered && (followed_up_on ?? '9999') >= occurred_on).toBe(true);
    }
  });

  it('no agreement for a partner is dated before the last withdrawal from this partner', () => {
    const sharings = groupBy(town.sharing, (row) => `${row.beneficiary_id} ${row.partner_id}`);
    let withdrawals = 0;
    for (const own of sharings.values()) {
      own.sort((one, other) => (one.since < other.since ? -1 : 1));
      let withdrawn = '';
      for (const { agreed_on, withdrawn_at } of own) {
        expect((agreed_on ?? '9999') >= withdrawn.slice(0, 10)).toBe(true);
        if (withdrawn_at && withdrawn_at > withdrawn) withdrawn = withdrawn_at;
        if (withdrawn_at) withdrawals++;
      }
    }
    expect(withdrawals).toBeGreaterThan(20);
  });

  it('telephone numbers, e-mail addresses and SIRETs are valid and in the stored form', () => {
    const forms = { PHONE: (it: string) => telephoneOf(it, 'value'), EMAIL: canonicalEmail };
    for (const { kind, value } of town.contact) {
      const form = forms[kind as keyof typeof forms];
      if (form) expect(form(value)).toBe(value);
    }
    for (const { siret } of town.company) if (siret) expect(siretOf(siret, 'siret')).toBe(siret);
  });

  it('no derived sharing outlives or exceeds the access that it rests on', () => {
    const current = town.sharing.filter((row) => inForce(row, today));
    const scopes = ['IDENTITY', 'PATHWAY', 'FOLLOW_UP'];
    const far = ({ scope }: { scope: string }) => scopes.indexOf(scope);
    const open = new Set(town.referral.filter((row) => !row.closed_at).map(({ id }) => id));
    const sharings = groupBy(current, (row) => `${row.beneficiary_id} ${row.partner_id}`);
    const beyond = current.filter((row) => {
      const grounds = sharings.get(`${row.beneficiary_id} ${row.granted_by_id}`) ?? [];
      // While a referral is open, the identity stays visible.
      const kept = open.has(row.referral_id ?? '') ? 0 : -1;
      return row.basis !== 'REFERENT' && far(row) > Math.max(kept, ...grounds.map(far));
    });
    expect(beyond).toEqual([]);
  });
});
