import { describe, expect, it } from '@jest/globals';
import { type MeasureName, measures, type Source } from '../../src/features/committee/measures/measures.js';
import type { DrawnCell } from '../../src/features/committee/protection/draw.js';
import { protections } from '../../src/features/committee/protection/protections.js';

/** The figure of a measure from the drawn cells of a quarter; `cells` has them by the value of the further dimension. */
function figureOf(measure: MeasureName, cells: Readonly<Record<string, Partial<DrawnCell>>>) {
  const source: Source = {
    subject: 'REFERRALS',
    span: 'QUARTER',
    protection: protections.DEFAULT,
    partners: [],
    committedHours: 0,
    cell: (part = {}) => {
      const [value = ''] = Object.values(part);
      return {
        split: [],
        place: [],
        people: 0,
        further: 0,
        hours: 0,
        dominated: false,
        ...cells[value],
      } as DrawnCell;
    },
  };
  return measures[measure].figure(source);
}

const uncertain = { value: null, margin: null, state: 'UNCERTAIN' };

describe('a figure that its margin makes meaningless is hidden:', () => {
  it('a number of rows', () => {
    const margin = figureOf('COUNT', { '': { people: 500 } }).margin as number;
    expect(figureOf('COUNT', { '': { people: margin - 1 } })).toEqual(uncertain);
    expect(figureOf('COUNT', { '': { people: margin } })).toMatchObject({ value: margin, state: 'SHOWN' });
    // Rows are counted, not persons only.
    expect(figureOf('COUNT', { '': { people: margin - 1, further: 1 } })).toMatchObject({ value: margin });
  });

  it('a number of hours', () => {
    const margin = figureOf('HOURS', { '': { people: 500, hours: 1e6 } }).margin as number;
    expect(figureOf('HOURS', { '': { people: 500, hours: margin / 2 } })).toEqual(uncertain);
    expect(figureOf('HOURS', { '': { people: 500, hours: 2 * margin } })).toMatchObject({ state: 'SHOWN' });
  });

  it('a rate', () => {
    const of = (accepted: number, declined: number) =>
      figureOf('ACCEPTANCE_RATE', { ACCEPTED: { people: accepted }, DECLINED: { people: declined } });
    expect(of(75, 75)).toEqual(uncertain);
    expect(of(400, 400)).toMatchObject({ value: 0.5, state: 'SHOWN' });
  });

  it('a median', () => {
    const of = (within1: number, within3: number, within5: number) =>
      figureOf('MEDIAN_DAYS_TO_ANSWER', {
        WITHIN_1: { people: within1 },
        WITHIN_3: { people: within3 },
        WITHIN_5: { people: within5 },
      });
    expect(of(85, 20, 85)).toEqual(uncertain);
    expect(of(85, 200, 85)).toMatchObject({ value: 2, state: 'SHOWN' });
  });
});
