import { expect, it } from '@jest/globals';
import { domainOf } from '../../../src/features/committee/lattice/domains.js';
import { periodAt } from '../../../src/features/committee/lattice/period.js';
import { spans } from '../../../src/features/committee/lattice/subjects.js';
import { noiseKey } from '../../../src/features/committee/protection/noise.js';
import { protections } from '../../../src/features/committee/protection/protections.js';
import { readProfiles } from '../../../src/features/committee/releases/read-data.js';
import { questions } from './questions.js';
import { loadedTown, secret } from './town.js';
import { median, usefulness } from './usefulness.js';

const town = loadedTown();

it('answers most of what a committee asks, at the default level', async () => {
  const { rows: partners } = await town().query<{ id: string; kind: string }>('select id, kind from partner');
  const { rows: companies } = await town().query<{ id: string }>('select id from company');
  const directories = { partners: partners.map(({ id }) => id), companies: companies.map(({ id }) => id) };
  const kinds = new Map(partners.map(({ id, kind }) => [id, kind]));
  const key = noiseKey(secret);
  let [persons, shown] = [0, 0];
  const medians: number[] = [];
  for (const question of questions) {
    const { subject, span } = question;
    const errors: number[] = [];
    for (let month = 2024 * 12; month < 2026 * 12; month += spans[span]) {
      const period = periodAt(month, span);
      const profiles = await readProfiles(town(), subject, period, { kinds });
      const domains = (dimension: Parameters<typeof domainOf>[1]) =>
        domainOf(subject, dimension, directories);
      const answer = usefulness(
        question,
        { period, protection: protections.DEFAULT, key, domains },
        profiles,
      );
      persons += answer.persons;
      shown += answer.shown;
      errors.push(...answer.errors);
    }
    if (errors.length > 0) medians.push(median(errors));
  }
  expect(shown / persons).toBeGreaterThanOrEqual(0.8);
  expect(median(medians)).toBeLessThanOrEqual(0.1);
});
