import { describe, expect, it } from '@jest/globals';
import { firstNames, lastNames } from '../../demo/town/names.js';
import { findings } from '../../src/commands/sensitive-text/find.js';
import { normalizeName } from '../../src/features/beneficiaries/identity.js';
import { end, partnerOf, readers, town } from './rows.js';

const tables = ['contact', 'criterion', 'barrier', 'objective', 'appointment', 'note'] as const;
const personOf = new Map(town.beneficiary.map((row) => [row.id, row]));
const pathwayOf = new Map(town.pathway.map((row) => [row.id, row]));
const all = tables.flatMap((table) => [...town[table]]);

describe('the files of the town', () => {
  it('have entries of every type and kind, in plausible numbers', () => {
    for (const table of tables) expect([table, town[table].length > 100]).toEqual([table, true]);
    expect(all.length).toBeLessThan(10_000);
    const statuses = (rows: readonly { status: string }[]) => new Set(rows.map(({ status }) => status)).size;
    expect([town.barrier, town.objective, town.appointment].map(statuses)).toEqual([3, 3, 4]);
    expect(new Set(town.note.map(({ visibility }) => visibility)).size).toBe(3);
    expect(town.appointment.filter(({ status }) => status === 'PLANNED').length).toBeGreaterThan(5);
  });

  it('are recorded at the referent, by members who read files, after the person’s registration', () => {
    for (const row of all) {
      const person = personOf.get(row.beneficiary_id);
      expect(row.partner_id).toBe(person?.referent_id);
      expect(partnerOf.get(row.author_id)).toBe(row.partner_id);
      expect(readers.has(row.author_id)).toBe(true);
      expect(row.created_at >= (person?.created_at ?? '9999') && row.created_at <= end).toBe(true);
    }
    for (const row of [...town.objective, ...town.note])
      expect(pathwayOf.get(row.pathway_id)?.beneficiary_id).toBe(row.beneficiary_id);
  });

  it('have only telephone numbers and e-mail addresses that are not assigned', () => {
    for (const { kind, value } of town.contact)
      expect(value).toMatch(kind === 'PHONE' ? /^\+3363998\d{4}$/ : /^courriel-\d+@example\.org$/);
    expect(new Set(town.contact.map(({ value }) => value)).size).toBe(town.contact.length);
  });

  it('have no text on health barriers', () => {
    const silent = town.barrier.filter(({ theme }) => theme === 'SANTE');
    expect(silent.length).toBeGreaterThan(5);
    expect(silent.filter(({ note }) => note !== null)).toEqual([]);
  });
});

const shared = (rows: readonly { visibility: string }[]) => rows.filter((row) => row.visibility === 'SHARED');
const texts = [
  ...town.barrier.map(({ note }) => note ?? ''),
  ...town.objective.map(({ text }) => text),
  ...town.appointment.flatMap(({ subject, place }) => [subject, place ?? '']),
  ...town.note.map(({ text }) => text),
  ...town.pathway.map(({ objective }) => objective),
  ...(shared(town.step) as typeof town.step).map(({ title }) => title),
  ...town.referral_text.map(({ text }) => text),
];

it('no shared text of the town triggers the check for sensitive text', () => {
  expect([...new Set(texts)].filter((text) => findings(text).length > 0)).toEqual([]);
});

it('no text of a file names a person', () => {
  const names = new Set([...firstNames, ...lastNames].map(normalizeName));
  const words = new Set(texts.flatMap((text) => text.match(/(?<![’\p{L}])\p{Lu}[\p{L}-]+/gu) ?? []));
  expect([...words].filter((word) => names.has(normalizeName(word)))).toEqual([]);
});
