import type { Method, Vector } from './figures.js';
import { density, upper } from './normal.js';

/** How well the numbers of a cell are seen: the square root of the share of the information that is left. */
export type Seen = (cell: string) => { readonly people: number; readonly besides: number };

/** Dimensions whose cells are summed for rates, medians and indicators, also when they are hidden one by one. */
const summed = ['ANSWER', 'ANSWER_TIME', 'STATUS', 'OUTCOME_CLASS'];

/** The fewest rows of a rate, in standard deviations, with some reserve for the noise. */
const rateSize = 8;

/**
 * What is seen of cells that are hidden below the threshold: that the noisy number is below it. The information is that
 * of a censored normal number. Cells of a rate that is shown count as seen, because sums of them are.
 * @param vectors the figures of all persons, with everything seen
 */
export function seenOf(vectors: Iterable<Vector>, { sigma, threshold }: Method): Seen {
  const persons = new Map<string, number>();
  for (const vector of vectors)
    for (const figure of vector.keys())
      if (figure.startsWith('people/')) persons.set(figure.slice(7), (persons.get(figure.slice(7)) ?? 0) + 1);
  return (cell) => {
    if (wholesOf(cell).some((whole) => (persons.get(whole) ?? 0) >= rateSize * sigma))
      return { people: 1, besides: 1 };
    const z = (threshold - (persons.get(cell) ?? 0)) / sigma;
    const shown = upper(z);
    const edge = shown < 1 ? density(z) ** 2 / Math.max(1 - shown, 1e-12) : 0;
    return {
      people: Math.sqrt(Math.min(1, Math.max(0, shown + z * density(z) + edge))),
      besides: Math.sqrt(shown),
    };
  };
}

/** The cells of which a cell is a part in a sum. */
function wholesOf(cell: string): string[] {
  const [head = '', place = ''] = cell.split('//');
  const [period, ...split] = head.split('/');
  const values = place.split('/');
  return split.flatMap((dimension, at) =>
    summed.includes(dimension)
      ? [`${[period, ...split.toSpliced(at, 1)].join('/')}//${values.toSpliced(at, 1).join('/')}`]
      : [],
  );
}
