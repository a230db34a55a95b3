import { describe, expect, it } from '@jest/globals';
import { fewestChanged } from '../../src/features/committee/closed-years/revision.js';
import { domainOf } from '../../src/features/committee/lattice/domains.js';
import { periodAt } from '../../src/features/committee/lattice/period.js';
import { allSubjects, type CellDimension, spans } from '../../src/features/committee/lattice/subjects.js';
import { noiseKey } from '../../src/features/committee/protection/noise.js';
import { type Protection, protections } from '../../src/features/committee/protection/protections.js';
import { readDirectories } from '../../src/features/committee/releases/read-data.js';
import { drawnIn } from '../../src/features/committee/releases/schedule.js';
import { attack, type Points, partnersIn } from '../committee/attacker/campaign.js';
import { type Method, methodOf } from '../committee/attacker/figures.js';
import { readOutside } from '../committee/attacker/outside.js';
import { type Question, questions } from '../committee/attacker/questions.js';
import { attackRevisions } from '../committee/attacker/revision.js';
import { readRows } from '../committee/attacker/rows.js';
import { isInThird, profilesOf, thirdOf } from '../committee/attacker/third.js';
import { attackTogether } from '../committee/attacker/together.js';
import { loadedTown, secret } from '../committee/attacker/town.js';
import { median, type Usefulness, usefulness } from '../committee/attacker/usefulness.js';
import { readYear } from '../committee/attacker/year.js';
import { figure } from '../kit/figures.js';

/** The latest release of the demonstration town. */
const latestRelease = '2026-11-01';
const seed = 'targets';
const targets = 60;
const revisions = 15;
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
    for (const late of [fewestChanged - 1, fewestChanged, 2 * fewestChanged]) {
      const { membership, shown } = attackRevisions({ subject, periods }, late, revisions, seed);
      figure(
        `${subject}, a revision by ${late} persons`,
        shown === 0 ? 'refused' : `membership ${written(membership)}, ${shown} of ${revisions} show a change`,
      );
      if (late < fewestChanged) expect(shown).toBe(0);
      if (shown === 0) continue;
      expect(membership.mean).toBeLessThanOrEqual(6);
      expect(membership.p95).toBeLessThanOrEqual(8.5);
    }
  });

  it.each(allSubjects)('%s in 2024, at the default level', async (subject) => {
    const periods = await readYear(town(), subject, 2024);
    const [partner = ''] = partnersIn(periods.at(-1)?.rows ?? []);
    const reached = attack(
      { subject, method: methodOf(protections.DEFAULT), targets, seed, partner },
      periods,
    );
    figure(
      `${subject} 2024, DEFAULT`,
      `membership ${written(reached.membership)}, attribute ${written(reached.attribute)} (by shares ${written(reached.attributeAtPrior)})`,
    );
    expect(reached.membership.mean).toBeLessThanOrEqual(6);
    expect(reached.membership.p95).toBeLessThanOrEqual(8.5);
    expect(reached.attributeAtPrior.p95).toBeLessThanOrEqual(3);
  });

  it.each(allSubjects)('%s in a third of the town', async (subject) => {
    const periods = thirdOf(await readYear(town(), subject, 2025));
    const [partner = ''] = partnersIn(periods.at(-1)?.rows ?? []);
    for (const name of ['DEFAULT', 'YEARLY'] as const) {
      const reached = attack(
        { subject, method: methods[name] ?? methodOf(protections[name]), targets, seed, partner },
        periods,
      );
      figure(
        `${subject}, a third of the town, ${name}`,
        `membership ${written(reached.membership)}, attribute ${written(reached.attribute)} (by shares ${written(reached.attributeAtPrior)}), omniscient ${written(reached.omniscient)}`,
      );
    }
  });

  /** What a question gets for an answer in a year, from the periods that are drawn in the latest release. */
  async function ask(question: Question, protection: Protection, isIn = (_: string) => true, year = 2025) {
    const { partners, companies } = await readDirectories(town());
    const answers: Usefulness[] = [];
    for (let month = year * 12; month < (year + 1) * 12; month += spans[question.span]) {
      const period = periodAt(month, question.span);
      if (drawnIn(question.subject, period) > latestRelease) continue;
      const rows = await readRows(town(), question.subject, period);
      const drawing = {
        ...{ period, protection, key: noiseKey(secret) },
        domains: (dimension: CellDimension) => domainOf(question.subject, dimension, { partners, companies }),
      };
      const profiles = profilesOf(rows.filter(({ person }) => isIn(person)));
      answers.push(usefulness(question, drawing, profiles));
    }
    return {
      persons: answers.reduce((sum, it) => sum + it.persons, 0),
      shown: answers.reduce((sum, it) => sum + it.shown, 0),
      errors: answers.flatMap((it) => it.errors),
    };
  }

  const useful = (answers: readonly Usefulness[]) => {
    const persons = answers.reduce((sum, it) => sum + it.persons, 0);
    const shown = answers.reduce((sum, it) => sum + it.shown, 0);
    const medians = answers.filter(({ errors }) => errors.length > 0).map(({ errors }) => median(errors));
    const error = medians.length > 0 ? `, error ${(100 * median(medians)).toFixed(1)} %` : '';
    return `shown ${((100 * shown) / persons).toFixed(0)} %${error}`;
  };

  it('answers thirty questions at the default level', async () => {
    const answers: Usefulness[] = [];
    for (const question of questions) {
      const answer = await ask(question, protections.DEFAULT);
      answers.push(answer);
      figure(`${question.subject}: ${question.title}`, useful([answer]));
    }
    figure('all thirty questions, 2025, DEFAULT', useful(answers));
    expect(answers.some(({ shown }) => shown > 0)).toBe(true);
  });

  it('answers questions about the ended periods of the running year', async () => {
    const answers: Usefulness[] = [];
    for (const question of questions.filter(({ span }) => span !== 'YEAR'))
      answers.push(await ask(question, protections.DEFAULT, () => true, 2026));
    figure('questions about months, quarters and half-years of 2026, DEFAULT', useful(answers));
    const persons = answers.reduce((sum, it) => sum + it.persons, 0);
    const shown = answers.reduce((sum, it) => sum + it.shown, 0);
    expect(shown / persons).toBeGreaterThanOrEqual(0.8);
  });

  it.each([
    ['the town', () => true],
    ['a third of the town', isInThird],
  ] as const)('answers the yearly questions in %s', async (size, isIn) => {
    const answers: Usefulness[] = [];
    for (const question of questions.filter(({ span }) => span === 'YEAR'))
      answers.push(await ask(question, protections.YEARLY, isIn));
    figure(`the yearly questions, 2025, YEARLY, ${size}`, useful(answers));
    expect(answers.some(({ shown }) => shown > 0)).toBe(true);
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
