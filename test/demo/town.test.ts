import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { generateTown, type Town } from '../../demo/town/index.js';
import { firstNames, lastNames } from '../../demo/town/names.js';
import { covers } from '../../src/access/scope.js';
import { fingerprint, normalizeName } from '../../src/features/beneficiaries/identity.js';
import { end, groupBy, idOf, inForce, partnerOf, sharings, today, town } from './rows.js';

const hash = (of: Town) => createHash('sha256').update(JSON.stringify(of)).digest('hex');
const ageOn = (birthDate: string, on: string) =>
  Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (on.slice(5) < birthDate.slice(5) ? 1 : 0);
const pathways = groupBy(town.pathway, (row) => row.beneficiary_id);
const steps = groupBy(town.step, (row) => row.pathway_id);

describe('the demonstration town', () => {
  it('is the same in each run, and another secret changes only the fingerprints', () => {
    expect(hash(generateTown({ secret: 'a secret' }))).toBe(hash(town));
    const other = generateTown({ secret: 'another' });
    expect(other.beneficiary[0]?.fingerprint).not.toBe(town.beneficiary[0]?.fingerprint);
    other.beneficiary.forEach((row, index) => {
      row.fingerprint = town.beneficiary[index]?.fingerprint ?? '';
    });
    expect(hash(other)).toBe(hash(town));
  });

  it('has the partners of the town with their real names', () => {
    expect(town.partner.map(({ name }) => name)).toEqual([
      'CSC',
      'Club Relais',
      'ASPE',
      'Régie de quartier',
      'VS2E (Vallée Sud Économie & Emploi)',
      'France Travail',
      'DRIEETS',
      'Département',
      'Ville de Bagneux',
    ]);
    for (const { subject, email } of town.member) expect(subject).toBe(email);
  });

  it('ends on 20 November 2026, and its ids contain the time of their rows', () => {
    const timeOf = (id: string) =>
      new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toISOString();
    for (const rows of Object.values(town) as { id: string }[][]) {
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
      expect(rows.filter(({ id }) => timeOf(id) > end)).toEqual([]);
    }
    expect(town.beneficiary.filter((row) => timeOf(row.id) !== row.created_at)).toEqual([]);
    expect(town.sharing.filter((row) => timeOf(row.id) !== row.since)).toEqual([]);
    expect(town.step.filter((row) => timeOf(row.id).slice(0, 10) !== row.occurred_on)).toEqual([]);
    expect(town.pathway.filter((row) => timeOf(row.id).slice(0, 10) !== row.started_on)).toEqual([]);
  });

  it('has about two thousand different persons of working age', () => {
    expect(town.beneficiary.length).toBeGreaterThan(1900);
    expect(town.beneficiary.length).toBeLessThan(2200);
    expect(firstNames.length).toBeGreaterThanOrEqual(120);
    expect(lastNames.length).toBeGreaterThanOrEqual(160);
    expect(new Set(town.beneficiary.map((row) => row.fingerprint)).size).toBe(town.beneficiary.length);
    for (const row of town.beneficiary) {
      const person = { firstName: row.first_name, lastName: row.last_name, birthDate: row.birth_date };
      expect(row.fingerprint).toBe(fingerprint('a secret', person));
      const age = ageOn(row.birth_date, row.informed_on);
      expect(age >= 16 && age <= 62).toBe(true);
    }
  });

  it('has 711 persons who are under 26 on their first day of support in 2024', () => {
    const young = town.beneficiary.filter((person) => {
      const starts = (pathways.get(person.id) ?? [])
        .filter((row) => row.started_on < '2025-01-01' && (row.closed_on ?? '9999') >= '2024-01-01')
        .map((row) => (row.started_on > '2024-01-01' ? row.started_on : '2024-01-01'));
      return starts.length > 0 && ageOn(person.birth_date, starts.sort()[0] ?? '') < 26;
    });
    expect(young).toHaveLength(711);
  });

  it('has no text that names a person', () => {
    const names = new Set([...firstNames, ...lastNames].map(normalizeName));
    const texts = [
      ...town.pathway.map((row) => row.objective),
      ...town.step.map((row) => row.title),
      ...town.referral_text.map((row) => row.text),
    ];
    const words = new Set(texts.flatMap((text) => text.match(/(?<![’\p{L}])\p{Lu}[\p{L}-]+/gu) ?? []));
    expect([...words].filter((word) => names.has(normalizeName(word)))).toEqual([]);
  });
});

describe('a pathway of the town', () => {
  it('is the only open one of its person and partner', () => {
    const open = town.pathway.filter((row) => row.status !== 'CLOSED');
    expect(new Set(open.map((row) => row.beneficiary_id + row.partner_id)).size).toBe(open.length);
    for (const row of town.pathway) {
      expect(row.status === 'CLOSED').toBe(row.closed_on !== null);
      expect(partnerOf.get(row.created_by_id)).toBe(row.partner_id);
    }
  });

  it('belongs to a partner that may see it on its first day and while it is open', () => {
    for (const row of town.pathway) {
      const own = sharings(row.beneficiary_id, row.partner_id).filter(({ scope }) =>
        covers(scope, 'PATHWAY'),
      );
      const atStart = own.some(
        ({ since, until, ended_at }) =>
          since <= `${row.started_on}T23` && (ended_at ?? until ?? '9999') > `${row.started_on}T00`,
      );
      expect(atStart).toBe(true);
      if (row.closed_on === null) expect(own.some((sharing) => inForce(sharing, end))).toBe(true);
    }
  });

  it('has two to nine steps within its days, by members of its partner', () => {
    for (const row of town.pathway) {
      const own = steps.get(row.id) ?? [];
      expect(own.length >= 2 && own.length <= 9).toBe(true);
      const last = row.closed_on ?? '2026-11-20';
      const misplaced = own.filter(
        (step) =>
          step.beneficiary_id !== row.beneficiary_id ||
          partnerOf.get(step.author_id) !== step.partner_id ||
          step.occurred_on < row.started_on ||
          step.occurred_on > last,
      );
      expect(misplaced).toEqual([]);
    }
  });
});

describe('a sharing of the town', () => {
  it('exists for the referent of each person, without an end', () => {
    const referents = town.sharing.filter((row) => row.basis === 'REFERENT');
    expect(new Map(referents.map((row) => [row.beneficiary_id, row.partner_id]))).toEqual(
      new Map(town.beneficiary.map((row) => [row.id, row.referent_id])),
    );
    for (const row of referents)
      expect([row.scope, row.until, row.ended_at]).toEqual(['FOLLOW_UP', null, null]);
  });

  it('by agreement lasts at most twelve months, and hundreds are in force', () => {
    const agreements = town.sharing.filter((row) => row.basis === 'AGREEMENT');
    for (const row of agreements) {
      const latest = new Date(`${row.agreed_on}T00:00:00Z`);
      latest.setUTCFullYear(latest.getUTCFullYear() + 1);
      expect((row.agreed_on ?? '9999') <= row.since.slice(0, 10)).toBe(true);
      expect((row.until ?? '9999') <= latest.toISOString()).toBe(true);
      expect((row.until ?? '') > row.since).toBe(true);
      if (row.ended_at) expect(row.ended_at > row.since && row.ended_at < (row.until ?? '')).toBe(true);
    }
    expect(agreements.filter((row) => inForce(row, today)).length).toBeGreaterThan(200);
    expect(agreements.filter((row) => inForce(row, '2027-03-01')).length).toBeGreaterThan(100);
    expect(agreements.filter((row) => row.ended_at).length).toBeGreaterThan(20);
  });

  it('hides most persons from ASPE, and some recent persons are visible only to CSC', () => {
    const seers = groupBy(
      town.sharing.filter((row) => inForce(row, today)),
      (row) => row.beneficiary_id,
    );
    const unseen = town.beneficiary.filter(
      ({ id }) => !seers.get(id)?.some((row) => row.partner_id === idOf('aspe')),
    );
    expect(unseen.length).toBeGreaterThan(1000);
    const newest = town.beneficiary.filter((row) => row.referent_id === idOf('csc')).slice(-50);
    const heroes = newest.filter(
      ({ id }) =>
        seers.get(id)?.length === 1 &&
        pathways
          .get(id)
          ?.some(
            (row) => row.status === 'OPEN' && steps.get(row.id)?.some((step) => step.visibility === 'SHARED'),
          ),
    );
    expect(heroes.length).toBeGreaterThan(5);
  });
});
