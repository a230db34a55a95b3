import { describe, expect, it } from '@jest/globals';
import { type Dimension, publish } from '../../../src/features/committee/disclosure/index.js';
import { bounds } from './bounds.js';
import { dice, seed } from './dice.js';
import { combinations, dimension, question, values, withMargins } from './facts.js';

const SHAPES = [[2], [3], [5], [2, 2], [3, 2], [4, 3], [2, 2, 2], [3, 2, 2]];
const NAMES = ['DISTRICT', 'QUARTER', 'COMPANY'] as const;

describe('complementary suppression of tables whose parts add up', () => {
  const { below, one } = dice(seed);

  function table() {
    const by: Dimension[] = one(SHAPES).map((count, at) =>
      dimension(NAMES[at] as never, values(count, `${at}`)),
    );
    const most = one([3, 8, 20, 60]);
    const parts = combinations(by).map((at) => {
      const people = below(3) === 0 ? below(6) : below(most);
      return { at, people, hours: people * (1 + below(100)) };
    });
    return { by, cells: withMargins(by, parts) };
  }

  it('leaves an uncertainty of at least k persons for each withheld cell', () => {
    let withheld = 0;
    let shown = 0;
    let naive = 0;
    for (let run = 0; run < 600; run++) {
      const { by, cells } = table();
      const answer = publish(question({ by }), cells);
      const people = (at: readonly (string | null)[]) =>
        cells.find((cell) => cell.at.every((value, axis) => value === at[axis]))?.people ?? 0;
      for (const [{ at }, [least, most]] of bounds(answer, 'DISTINCT_PEOPLE')) {
        withheld++;
        const inside = least <= people(at) + 1e-6 && people(at) - 1e-6 <= most;
        if (!inside || most - least < 5 - 1e-6)
          throw new Error(`seed ${seed}, run ${run}: ${at} ∈ [${least}, ${most}]`);
      }
      shown += answer.filter((cell) => !cell.shown['DISTINCT_PEOPLE']?.withheld).length;

      // With the threshold alone, many cells can be computed: the reason for complementary suppression.
      const thresholdOnly = cells.map(({ at, people: count }) => ({
        at,
        shown: { DISTINCT_PEOPLE: { value: count < 5 ? null : count, withheld: count < 5 } },
      }));
      for (const [least, most] of bounds(thresholdOnly, 'DISTINCT_PEOPLE').values())
        if (most - least < 1e-6) naive++;
    }
    console.log(
      `seed ${seed}: ${withheld} withheld, ${shown} shown; with the threshold alone, ${naive} cells can be computed`,
    );
    expect(naive).toBeGreaterThan(100);
  });

  it('leaves an uncertainty of at least 15 % of the hours of each withheld cell', () => {
    for (let run = 0; run < 200; run++) {
      const { by, cells } = table();
      const answer = publish(question({ by, measures: [{ name: 'HOURS', kind: 'HOURS' }] }), cells);
      for (const [{ at }, [least, most]] of bounds(answer, 'HOURS')) {
        const cell = cells.find((candidate) => candidate.at.every((value, axis) => value === at[axis]));
        const { hours } = (cell?.figures['HOURS'] ?? { hours: 0 }) as { hours: number };
        if (most - least < Math.max(1, 0.15 * hours) - 1e-6)
          throw new Error(`seed ${seed}, run ${run}: ${at} (${hours} h) ∈ [${least}, ${most}]`);
      }
    }
  });
});
