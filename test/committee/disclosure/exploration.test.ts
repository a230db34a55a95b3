import { describe, expect, it } from '@jest/globals';
import {
  explore,
  type Figure,
  type Measure,
  type Question,
} from '../../../src/features/committee/disclosure/index.js';
import { SPREAD } from '../../../src/features/committee/disclosure/perturbation.js';
import { combinations, dimension, question, values, withMargins } from './facts.js';

const secret = new TextEncoder().encode('a secret of these tests, which has more than 32 bytes');
const of = (fingerprint = 'data', key = secret) => ({ secret: key, fingerprint });
const RUNS = 2000;

const district = (only?: readonly string[]) => dimension('DISTRICT', ['NORTH', 'SOUTH', 'EAST'], only);
const age = (only?: readonly string[]) => dimension('AGE_BAND', ['YOUNG', 'OLD'], only);
const time = (name: 'YEAR' | 'HALF_YEAR' | 'QUARTER' | 'MONTH', ...only: string[]) => dimension(name, only);

/** One cell of a question in which all cells have the same number of persons. */
function cell(asked: Question, at: readonly string[], noiseInput = of(), people = 1000) {
  const cells = withMargins(
    asked.by,
    combinations(asked.by).map((place) => ({ at: place, people })),
  );
  const found = explore(asked, cells, noiseInput).find((candidate) => `${candidate.at}` === `${at}`);
  return found?.shown['DISTINCT_PEOPLE'];
}

const figure = (measure: Measure, found: Figure, fingerprint: string, people = 500) =>
  explore(
    question({ measures: [measure] }),
    [{ at: [], people, figures: { [measure.name]: found } }],
    of(fingerprint),
  )[0]?.shown[measure.name];

const draws = <T>(draw: (fingerprint: string) => T, runs = RUNS) =>
  Array.from({ length: runs }, (_, run) => draw(`run ${run}`));

describe('an explored answer', () => {
  it('is the same for every way of asking for the same cell', () => {
    const plain = cell(question({ within: [district(['NORTH']), age(['OLD'])] }), []);
    expect(plain?.withheld).toBe(false);
    const same: [Question, string[]][] = [
      [question({ within: [age(['OLD']), district(['NORTH'])] }), []],
      [question({ by: [district(['NORTH'])], within: [age(['OLD'])] }), ['NORTH']],
      [question({ by: [district()], within: [age(['OLD'])] }), ['NORTH']],
      [question({ by: [district(), age()] }), ['NORTH', 'OLD']],
      [question({ by: [age(), district()] }), ['OLD', 'NORTH']],
      [question({ by: [district()], within: [age(['OLD']), district(['SOUTH', 'NORTH'])] }), ['NORTH']],
      [
        question({ within: [age(['OLD']), district(['NORTH']), dimension('STATUS', values(3), values(3))] }),
        [],
      ],
    ];
    for (const [asked, at] of same) expect(cell(asked, at)).toEqual(plain);
    const second: Measure[] = [...question().measures, { name: 'COUNT', kind: 'COUNT', contribution: 3 }];
    expect(cell(question({ measures: second, within: [district(['NORTH']), age(['OLD'])] }), [])).toEqual(
      plain,
    );
  });

  it('is the same for a span of time and for the period of its months', () => {
    const march = cell(question({ period: { from: '2026-03', to: '2026-03' } }), []);
    expect(cell(question({ by: [time('MONTH', '2026-01', '2026-02', '2026-03')] }), ['2026-03'])).toEqual(
      march,
    );
    const quarter = cell(question({ period: { from: '2026-01', to: '2026-03' } }), []);
    expect(cell(question({ by: [time('QUARTER', '2026-Q1', '2026-Q2')] }), ['2026-Q1'])).toEqual(quarter);
    const half = cell(question({ period: { from: '2026-07', to: '2026-12' } }), []);
    expect(cell(question({ by: [time('HALF_YEAR', '2026-H1', '2026-H2')] }), ['2026-H2'])).toEqual(half);
    const year = question({
      period: { from: '2024-01', to: '2026-12' },
      by: [time('YEAR', '2024', '2025', '2026')],
    });
    expect(cell(year, ['2026'])).toEqual(cell(question(), []));
    expect(() => cell(question({ by: [time('MONTH', '2026-03', 'spring')] }), ['spring'])).toThrow('spring');
  });

  it('has different noise for another cell, other data or another secret', () => {
    const numbers = [
      cell(question(), []),
      cell(question(), [], of('data, later')),
      cell(question(), [], of('data', secret.toReversed())),
      cell(question({ subject: 'REFERRALS' }), []),
      cell(question({ period: { from: '2026-01', to: '2026-11' } }), []),
      ...[['NORTH'], ['SOUTH'], ['NORTH', 'SOUTH']].map((only) =>
        cell(question({ within: [district(only)] }), []),
      ),
    ].map((shown) => shown?.value);
    // Some of the eight may be equal by chance.
    expect(new Set(numbers).size).toBeGreaterThan(5);
  });

  it('has integer noise with mean 0 and the given spread', () => {
    const noise = draws((fingerprint) => (cell(question(), [], of(fingerprint))?.value ?? 0) - 1000);
    const mean = noise.reduce((sum, value) => sum + value, 0) / RUNS;
    const variance = noise.reduce((sum, value) => sum + value ** 2, 0) / RUNS;
    expect(Math.abs(mean)).toBeLessThan((5 * SPREAD) / Math.sqrt(RUNS));
    expect(Math.sqrt(variance) / SPREAD).toBeCloseTo(1, 1);
    expect(noise.every(Number.isInteger)).toBe(true);

    const count: Measure = { name: 'COUNT', kind: 'COUNT', contribution: 3 };
    const counts = draws((fingerprint) => figure(count, 999, fingerprint)?.value ?? 0);
    // If the noise were a multiple of 3, the remainder would reveal the true value.
    expect(new Set(counts.map((value) => value % 3)).size).toBe(3);
  });

  it('never shows a cell with fewer than k persons or an empty cell, and almost always shows a large cell', () => {
    const by = [district()];
    const shown = draws((fingerprint) => {
      const cells = withMargins(by, [
        { at: ['NORTH'], people: 4 },
        { at: ['SOUTH'], people: 55 },
      ]);
      return explore(question({ by }), cells, of(fingerprint)).map(({ at, shown: { DISTINCT_PEOPLE } }) => {
        expect(at).not.toContain(null);
        return DISTINCT_PEOPLE?.withheld;
      });
    }, 500);
    expect(shown[0]).toHaveLength(3);
    expect(shown.flatMap(([north, , east]) => [north, east]).every(Boolean)).toBe(true);

    const large = draws((fingerprint) => cell(question(), [], of(fingerprint), 45)?.withheld, 500);
    expect(large.filter(Boolean).length).toBeLessThan(10);
  });

  it('needs more persons for a sensitive question', () => {
    const within = [dimension('DECLINE_REASON', values(3), ['v0'])];
    const share = (asked: Question) =>
      draws((fingerprint) => cell(asked, [], of(fingerprint), 29)?.withheld, 500).filter(Boolean).length /
      500;
    expect(share(question())).toBeLessThan(0.5);
    expect(share(question({ within }))).toBeGreaterThan(0.5);
    expect(
      draws((fingerprint) => cell(question({ within }), [], of(fingerprint), 10)?.withheld),
    ).not.toContain(false);
  });

  it('is never negative, and is rounded to its precision', () => {
    const hours: Measure = { name: 'HOURS', kind: 'HOURS', contribution: 150 };
    for (const shown of draws(
      (run) => figure(hours, { hours: 700.25, companies: 5, largest: 300 }, run),
      300,
    )) {
      expect(shown?.value).toBeGreaterThanOrEqual(0);
      expect((shown?.value ?? 1) % 100).toBe(0);
    }
    const count: Measure = { name: 'COUNT', kind: 'COUNT', contribution: 9 };
    for (const shown of draws((run) => figure(count, 20, run), 300))
      expect(shown?.value).toBeGreaterThanOrEqual(0);
    const rate: Measure = { name: 'RATE', kind: 'RATE', contribution: 2 };
    const rates = draws(
      (run) => figure(rate, { numerator: 95, denominator: 100, people: 90 }, run)?.value ?? -1,
      300,
    );
    for (const value of rates) expect(Math.round(value * 100) / 100).toBe(value);
    expect(Math.min(...rates)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...rates)).toBe(1);
  });

  it('takes a median from near the middle, never from the ends', () => {
    const median: Measure = { name: 'MEDIAN', kind: 'MEDIAN', contribution: 1 };
    const quantiles = Array.from({ length: 21 }, (_, step) =>
      step === 0 || step === 20 ? 999 : 10 + step / 2,
    );
    const seen = draws((run) => figure(median, { people: 60, quantiles }, run)?.value ?? 0, 500);
    expect(seen).not.toContain(999);
    expect(new Set(seen).size).toBeGreaterThan(2);
    expect(draws((run) => figure(median, { people: 4, quantiles }, run)?.withheld, 200)).not.toContain(false);
  });

  it('throws without a contribution or with a secret that is too short', () => {
    expect(() => figure({ name: 'COUNT', kind: 'COUNT' }, 20, 'data')).toThrow('COUNT');
    expect(() => cell(question(), [], of('data', secret.slice(0, 31)))).toThrow('secret');
  });
});
