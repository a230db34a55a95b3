import { describe, expect, it } from '@jest/globals';
import {
  type Cell,
  type Figure,
  type Measure,
  publish,
  type Question,
} from '../../../src/features/committee/disclosure/index.js';
import { dimension, question, values, withMargins } from './facts.js';

const PEOPLE: Measure = { name: 'DISTINCT_PEOPLE', kind: 'PEOPLE' };

/** The shown value of each cell by its position, or 'withheld'. */
function table(asked: Question, cells: readonly Cell[], measure = 'DISTINCT_PEOPLE') {
  return Object.fromEntries(
    publish(asked, cells).map(({ at, shown }) => {
      const { value, withheld } = shown[measure] ?? { value: null, withheld: false };
      return [at.map((place) => place ?? 'all').join(' '), withheld ? 'withheld' : value];
    }),
  );
}

const line = (
  name: Parameters<typeof dimension>[0],
  counts: readonly number[],
  changes: Partial<Question> = {},
) => {
  const by = [dimension(name, values(counts.length))];
  const parts = counts.map((people, place) => ({ at: [`v${place}`], people }));
  return table(question({ by, ...changes }), withMargins(by, parts));
};

describe('the yearly table', () => {
  it('shows exact figures of at least 5 persons, with their total', () => {
    expect(line('PARTNER', [5, 40, 17])).toEqual({ v0: 5, v1: 40, v2: 17, all: 62 });
  });

  it('withholds cells with fewer than 5 persons, also empty cells, and the next smallest cell', () => {
    expect(line('PARTNER', [4, 40, 17, 30])).toEqual({
      v0: 'withheld',
      v1: 40,
      v2: 'withheld',
      v3: 30,
      all: 91,
    });
    expect(line('PARTNER', [0, 40, 17, 30])).toEqual({
      v0: 'withheld',
      v1: 40,
      v2: 'withheld',
      v3: 30,
      all: 87,
    });
    expect(line('PARTNER', [2, 1, 40, 17])).toEqual({
      v0: 'withheld',
      v1: 'withheld',
      v2: 40,
      v3: 'withheld',
      all: 60,
    });
    expect(line('PARTNER', [3, 4, 40, 17])).toEqual({
      v0: 'withheld',
      v1: 'withheld',
      v2: 40,
      v3: 17,
      all: 64,
    });
    expect(line('PARTNER', [1, 2])).toEqual({ v0: 'withheld', v1: 'withheld', all: 'withheld' });
  });

  it('withholds cells that leave fewer than 5 persons of their group outside, except for times and companies', () => {
    expect(line('DISTRICT', [40, 4])).toEqual({ v0: 'withheld', v1: 'withheld', all: 44 });
    expect(line('DISTRICT', [40, 2, 2])).toEqual({ v0: 'withheld', v1: 'withheld', v2: 'withheld', all: 44 });
    expect(line('COMPANY', [40, 2, 3])).toEqual({ v0: 40, v1: 'withheld', v2: 'withheld', all: 45 });
    expect(line('QUARTER', [40, 2, 3])).toEqual({ v0: 40, v1: 'withheld', v2: 'withheld', all: 45 });
  });

  it('needs 11 persons where a dimension or a filter is sensitive', () => {
    expect(line('OUTCOME_CLASS', [10, 40, 20])).toEqual({ v0: 'withheld', v1: 40, v2: 'withheld', all: 70 });
    const within = [dimension('DECLINE_REASON', ['FULL', 'OTHER'], ['FULL'])];
    expect(line('DISTRICT', [10, 40, 20], { within })).toMatchObject({ v0: 'withheld' });
    expect(line('DISTRICT', [11, 40, 20], { within })).toMatchObject({ v0: 11 });
  });

  it('treats the only value of a dimension as the whole group', () => {
    expect(line('DISTRICT', [40])).toEqual({ v0: 40 });
    const by = [dimension('DISTRICT', values(3), ['v1'])];
    expect(table(question({ by }), withMargins(by, [{ at: ['v1'], people: 40 }]))).toEqual({ v1: 40 });
  });

  it('counts persons of several partners once', () => {
    const by = [dimension('PARTNER', values(3))];
    const cell = (value: string | null, people: number): Cell => ({ at: [value], people, figures: {} });
    const cells = [cell('v0', 30), cell('v1', 25), cell('v2', 3), cell(null, 40)];
    expect(table(question({ by }), cells)).toEqual({ v0: 30, v1: 'withheld', v2: 'withheld', all: 40 });
    // Almost all persons are with the first partner, so its cell would reveal that each person is with it.
    const most = [cell('v0', 39), cell('v1', 25), cell('v2', 30), cell(null, 40)];
    expect(table(question({ by }), most)).toMatchObject({ v0: 'withheld', v2: 30 });
    // When the smaller side of a share counts, a part may have more persons than the whole.
    const smaller = [cell('v0', 20), cell('v1', 25), cell('v2', 30), cell(null, 12)];
    expect(table(question({ by }), smaller)).toEqual({ v0: 20, v1: 25, v2: 30, all: 12 });
  });

  it('shows zeros for a table without persons', () => {
    const by = [dimension('PARTNER', values(2))];
    const measures: Measure[] = [PEOPLE, { name: 'RATE', kind: 'RATE' }];
    expect(table(question({ by, measures }), [])).toEqual({ v0: 0, v1: 0, all: 0 });
    expect(table(question({ by, measures }), [], 'RATE')).toEqual({ v0: null, v1: null, all: null });
  });

  const figure = (kind: Measure['kind'], found: Figure, people = 30) =>
    publish(question({ measures: [{ name: 'M', kind }] }), [{ at: [], people, figures: { M: found } }])[0]
      ?.shown['M'];
  const withheld = { value: null, withheld: true };

  it('withholds hours of fewer than 3 companies, and hours of which one company has more than 85 %', () => {
    expect(figure('HOURS', { hours: 1000, companies: 3, largest: 850 })).toEqual({
      value: 1000,
      withheld: false,
    });
    expect(figure('HOURS', { hours: 1000, companies: 2, largest: 500 })).toEqual(withheld);
    expect(figure('HOURS', { hours: 1000, companies: 3, largest: 851 })).toEqual(withheld);
  });

  it('withholds further hours, so that the withheld hours cannot be computed from the total', () => {
    const by = [dimension('PARTNER', values(3))];
    const measures: Measure[] = [PEOPLE, { name: 'HOURS', kind: 'HOURS' }];
    const cell = (value: string | null, hours: number, companies: number): Cell => ({
      at: [value],
      people: value ? 20 : 60,
      figures: { HOURS: { hours, companies, largest: 0.4 * hours } },
    });
    const cells = [cell('v0', 900, 2), cell('v1', 500, 5), cell('v2', 800, 5), cell(null, 2200, 8)];
    expect(table(question({ by, measures }), cells)).toEqual({ v0: 20, v1: 20, v2: 20, all: 60 });
    expect(table(question({ by, measures }), cells, 'HOURS')).toEqual({
      v0: 'withheld',
      v1: 'withheld',
      v2: 800,
      all: 2200,
    });
  });

  it('withholds rates and medians of fewer than 5 persons, and rates with fewer than 5 persons on one side', () => {
    expect(figure('RATE', { numerator: 10, denominator: 30, people: 30 })?.value).toBe(0.33);
    expect(figure('RATE', { numerator: 2, denominator: 8, people: 4 })).toEqual(withheld);
    expect(figure('RATE', { numerator: 26, denominator: 30, people: 30, sides: [26, 4] })).toEqual(withheld);
    expect(figure('RATE', { numerator: 25, denominator: 30, people: 30, sides: [25, 5] })?.value).toBe(0.83);
    expect(figure('MEDIAN', { people: 30, quantiles: [1, 3, 9] })?.value).toBe(3);
    expect(figure('MEDIAN', { people: 30, quantiles: [1, null, null] })).toEqual({
      value: null,
      withheld: false,
    });
    expect(figure('MEDIAN', { people: 4, quantiles: [1, 3, 9] })).toEqual(withheld);
  });
});
