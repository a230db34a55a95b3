import { describe, expect, it } from '@jest/globals';
import { fewestChanged } from '../../src/features/committee/closed-years/revision.js';
import { allSubjects } from '../../src/features/committee/lattice/subjects.js';
import { protections } from '../../src/features/committee/protection/protections.js';
import { attack, type Points, partnersIn } from '../committee/attacker/campaign.js';
import { type Method, methodOf } from '../committee/attacker/figures.js';
import { readOutside } from '../committee/attacker/outside.js';
import { attackRevision } from '../committee/attacker/revision.js';
import { attackTogether } from '../committee/attacker/together.js';
import { loadedTown } from '../committee/attacker/town.js';
import { readYear } from '../committee/attacker/year.js';
import { figure } from '../kit/figures.js';

const seed = 'targets';
const targets = 60;
const written = ({ mean, p95 }: Points) => `${mean.toFixed(1)}/${p95.toFixed(1)}`;

/** The levels, and scales beside them. */
const methods: Readonly<Record<string, Method>> = {
  'σ 10, t 33': methodOf({ sigma: 10, threshold: 33 }),
  DEFAULT: methodOf(protections.DEFAULT),
  STRICT: methodOf(protections.STRICT),
  YEARLY: {
    ...methodOf(protections.YEARLY),
    splits: (subject, span) => (span === 'YEAR' ? methodOf(protections.YEARLY).splits(subject, span) : []),
  },
};

describe('the frontier of the committee’s figures', () => {
  const town = loadedTown();

  it.each(allSubjects)('%s, each level', async (subject) => {
    const periods = await readYear(town(), subject, 2025);
    const [partner = ''] = partnersIn(periods.at(-1)?.rows ?? []);
    for (const [name, method] of Object.entries(methods)) {
      const reached = attack({ subject, method, targets, seed, partner }, periods);
      const { membership, attribute, attributeAtPrior, omniscient } = reached;
      figure(
        `${subject}, ${name}`,
        `membership ${written(membership)}, attribute ${written(attribute)} (by shares ${written(attributeAtPrior)}), omniscient ${written(omniscient)}`,
      );
      if (!(name in protections)) continue;
      expect(membership.mean).toBeLessThanOrEqual(6);
      expect(membership.p95).toBeLessThanOrEqual(8.5);
      expect(attributeAtPrior.p95).toBeLessThanOrEqual(3);
      expect(omniscient.mean).toBeLessThanOrEqual(15);
    }
  });

  it.each([
    ['FORUM_ATTENDANCES', 'forums'],
    ['CLAUSE_HOURS', 'lots'],
  ] as const)('%s with the exact figures of %s', async (subject, source) => {
    const periods = await readYear(town(), subject, 2025);
    const [partner = ''] = partnersIn(periods.at(-1)?.rows ?? []);
    const options = { method: methodOf(protections.DEFAULT), targets, seed, partner };
    const outside = await readOutside(town(), source, 2025, 2026);
    const look = { subject, periods };
    const released = attackTogether([look], options);
    const both = attackTogether([look], options, outside);
    const nothing = { ...options, method: { ...options.method, splits: () => [] } };
    const alone = attackTogether([look], nothing, outside);
    figure(`${subject}, DEFAULT, releases`, `membership ${written(released.membership)}`);
    figure(`${subject}, DEFAULT, with ${source}`, `membership ${written(both.membership)}`);
    figure(`${subject}, ${source} and closed years only`, `membership ${written(alone.membership)}`);
    expect(both.membership.mean).toBeGreaterThanOrEqual(alone.membership.mean);
  });

  it.each(allSubjects)('%s with a revision of the closed year', async (subject) => {
    const periods = await readYear(town(), subject, 2025);
    for (const late of [5, 20, 30, fewestChanged]) {
      const membership = attackRevision({ subject, periods }, late, 600, seed);
      figure(`${subject}, a revision by ${late} persons`, `membership ${written(membership)}`);
      if (late < fewestChanged) continue;
      expect(membership.mean).toBeLessThanOrEqual(6);
      expect(membership.p95).toBeLessThanOrEqual(8.5);
    }
  });

  it('all subjects of 2024 and 2025 at once', async () => {
    const looks = [];
    for (const subject of allSubjects)
      for (const year of [2024, 2025])
        looks.push({ subject, periods: await readYear(town(), subject, year) });
    const [partner = ''] = partnersIn(looks[0]?.periods.at(-1)?.rows ?? []);
    for (const [name, method] of Object.entries(methods)) {
      const { unknown, membership } = attackTogether(looks, { method, targets, seed, partner });
      figure(`all subjects, 2024 and 2025, ${name}, ${unknown} persons`, `membership ${written(membership)}`);
    }
  });
});
