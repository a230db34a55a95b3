import { splitOf } from '../../../src/features/committee/lattice/lattice.js';
import type { Period } from '../../../src/features/committee/lattice/period.js';
import { type MeasureName, measures, type Place } from '../../../src/features/committee/measures/measures.js';
import { countCells, type Profile, placeKey } from '../../../src/features/committee/protection/count.js';
import { type Drawing, type DrawnCell, draw } from '../../../src/features/committee/protection/draw.js';
import type { Question } from './questions.js';

/** What a question gets for an answer. */
export interface Usefulness {
  /** The persons counted, and those of them who stand in shown cells. */
  readonly persons: number;
  readonly shown: number;
  /** The relative error of each shown figure. */
  readonly errors: readonly number[];
}

/** Answers a question about one period with drawn cells, and compares the answer with the truth. */
export function usefulness(
  { subject, measure, split, filter = {} }: Question,
  drawing: Omit<Drawing, 'subject'> & { readonly period: Pick<Period, 'name' | 'span'> },
  profiles: readonly Profile[],
): Usefulness {
  const protection = drawing.protection;
  const noisy = cellsAt(draw({ ...drawing, subject }, profiles));
  const exact = cellsAt(
    draw({ ...drawing, subject, protection: { ...protection, sigma: 1e-9, threshold: 0 } }, profiles),
  );
  const ordered = splitOf(split);
  const counted = countCells(subject, ordered, profiles);
  let [persons, shown] = [0, 0];
  const errors: number[] = [];
  for (const [key, { people }] of counted) {
    const place = Object.fromEntries(
      ordered.map((dimension, at) => [dimension, key.split('\n')[at]!]),
    ) as Place;
    if (Object.entries(filter).some(([dimension, value]) => place[dimension as keyof Place] !== value))
      continue;
    persons += people;
    const answer = (cells: typeof noisy, sigma: number, threshold: number) =>
      measures[measure as MeasureName].figure({
        ...{ subject, span: drawing.period.span, protection: { ...protection, sigma, threshold } },
        ...{ partners: drawing.domains('PARTNER'), committedHours: 0 },
        cell: (part = {}) => cells({ ...place, ...part }),
      }).value;
    const value = answer(noisy, protection.sigma, protection.threshold);
    const truth = answer(exact, 1e-9, 0);
    if (value === null) continue;
    shown += people;
    if (truth) errors.push(Math.abs(value - truth) / truth);
  }
  return { persons, shown, errors };
}

function cellsAt(cells: readonly DrawnCell[]): (place: Place) => DrawnCell | undefined {
  const keyOf = (split: readonly string[], place: readonly string[]) =>
    `${split.join()}\n\n${placeKey(place)}`;
  const byKey = new Map(cells.map((cell) => [keyOf(cell.split, cell.place), cell]));
  return (place) => {
    const split = splitOf(Object.keys(place) as (keyof Place)[]);
    return byKey.get(
      keyOf(
        split,
        split.map((dimension) => place[dimension]!),
      ),
    );
  };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
