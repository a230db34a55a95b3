import { describe, expect, it } from '@jest/globals';
import { allSubjects } from '../../../src/features/committee/lattice/subjects.js';
import { protections } from '../../../src/features/committee/protection/protections.js';
import { attack, partnersIn } from './campaign.js';
import { methodOf } from './figures.js';
import { loadedTown } from './town.js';
import { readYear } from './year.js';

const seed = 'targets';

describe('the attacker of the committee’s figures, at the default level', () => {
  const town = loadedTown();

  const years = [2024, 2025];
  const cases = years.flatMap((year) => allSubjects.map((subject) => [subject, year] as const));

  it.each(cases)('learns little about a person: %s in %d', async (subject, year) => {
    const periods = await readYear(town(), subject, year);
    const [partner = ''] = partnersIn(periods.at(-1)!.rows);
    const method = methodOf(protections.DEFAULT);
    const reached = attack({ subject, method, targets: 100, seed, partner }, periods);
    process.stderr.write(`${subject} ${year} (seed ${seed}): ${JSON.stringify(reached)}\n`);
    expect(reached.membership.mean).toBeLessThanOrEqual(6);
    expect(reached.membership.p95).toBeLessThanOrEqual(8.5);
    expect(reached.attributeAtPrior.p95).toBeLessThanOrEqual(3);
    expect(reached.omniscient.mean).toBeLessThanOrEqual(15);
  });
});
