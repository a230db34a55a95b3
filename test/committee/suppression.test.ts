import { describe, expect, it } from '@jest/globals';
import { protectExact } from '../../src/features/committee/closed-years/exact.js';
import type { YearFigure } from '../../src/features/committee/closed-years/year-figure.js';
import type { IndicatorKey } from '../../src/features/indicators/index.js';

type Row = Pick<YearFigure, 'partner_id' | 'numerator' | 'people' | 'base'>;

/** The partners whose exact figure is shown; an empty name stands for the town. */
function shownOf(key: IndicatorKey, rows: readonly Row[], partners: readonly string[]): string[] {
  const all = rows.map((row) => ({
    ...{ key, denominator: row.base, companies: null, top_company: null, quantiles: null },
    ...row,
  }));
  return Object.entries(protectExact(key, all, partners, partners)).flatMap(([partner, { state }]) =>
    state === 'SHOWN' ? [partner] : [],
  );
}

const persons = (partner_id: string | null, people: number, base = people): Row => ({
  ...{ partner_id, numerator: people, people, base },
});

describe('the exact figures of a closed year', () => {
  it('hide further partners beside a small one', () => {
    const rows = [persons(null, 203), persons('a', 60), persons('b', 40), persons('c', 100), persons('z', 3)];
    expect(shownOf('ACCOMPANIED_SUM', rows, ['a', 'b', 'c', 'z'])).toEqual(['', 'c']);
  });

  it('hide them also for a partner that joined after the release and entered rows of the year', () => {
    const rows = [persons(null, 203), persons('a', 60), persons('b', 40), persons('c', 100), persons('z', 3)];
    expect(shownOf('ACCOMPANIED_SUM', rows, ['a', 'b', 'c'])).toEqual(['', 'c']);
  });

  it('leave both sides of a part unknown to the partner of another hidden one', () => {
    // All but 5 of a’s outcomes are positive. With b hidden beside it, b could subtract its own and learn the 5.
    const rows = [
      persons(null, 425, 665),
      persons('a', 100, 105),
      persons('b', 25, 60),
      persons('c', 150, 250),
      persons('d', 150, 250),
    ];
    const shown = shownOf('POSITIVE_EXITS', rows, ['a', 'b', 'c', 'd']);
    expect(shown).toContain('');
    expect(shown).toHaveLength(2);
  });
});
