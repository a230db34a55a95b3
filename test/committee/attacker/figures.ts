import { counts, type Split, splitsOf } from '../../../src/features/committee/lattice/lattice.js';
import type { AnalysisSubject } from '../../../src/features/committee/lattice/lists.js';
import type { Span } from '../../../src/features/committee/lattice/subjects.js';
import type { Protection } from '../../../src/features/committee/protection/protections.js';
import { scaleOf } from '../../../src/features/committee/protection/scales.js';
import type { PersonRow } from './rows.js';
import type { Seen } from './seen.js';

/** What one person adds to each figure, divided by the standard deviation of the figure's noise. */
export type Vector = Map<string, number>;

/** How figures are drawn: what the frontier varies. */
export interface Method {
  readonly sigma: number;
  readonly threshold: number;
  readonly splits: (subject: AnalysisSubject, span: Span) => readonly Split[];
}

/** The method of the hub. */
export function methodOf({ sigma, threshold }: Pick<Protection, 'sigma' | 'threshold'>): Method {
  return { sigma, threshold, splits: splitsOf };
}

/** The rows of one person in one period. */
export interface PeriodRows {
  readonly span: Span;
  readonly name: string;
  readonly rows: readonly PersonRow[];
}

/**
 * A person's part of every drawn figure, in units of what the attacker sees of it.
 * @param seen how well a figure is seen; by default hidden cells are seen as well as others
 */
export function drawnVector(
  subject: AnalysisSubject,
  periods: readonly PeriodRows[],
  method: Method,
  seen: Seen = everything,
): Vector {
  const vector: Vector = new Map();
  for (const { span, name, rows } of periods) {
    if (rows.length > 0 && isCounted(subject, span, method))
      vector.set(`people/${name}/union//`, seen(`${name}/union//`).people / method.sigma);
    for (const split of method.splits(subject, span)) {
      const [hasRows, hasHours] = [counts(subject, split, 'ROWS'), counts(subject, split, 'HOURS')];
      for (const [place, { n, hours }] of cellsOf(subject, split, rows)) {
        const key = `${name}/${split.join('/')}//${place}`;
        const { people, besides } = seen(key);
        vector.set(`people/${key}`, people / method.sigma);
        if (hasRows && n > 1)
          vector.set(`further/${key}`, (besides * (n - 1)) / (method.sigma * scaleOf('ROWS', span)));
        if (hasHours && hours > 0)
          vector.set(`hours/${key}`, (besides * hours) / (method.sigma * scaleOf('HOURS', span)));
      }
    }
  }
  return vector;
}

/**
 * Whether distinct persons are counted together with the systems of partners: see decision 39. A person of the hub stands
 * in the union, and the partner with a system knows the rest of it.
 */
function isCounted(subject: AnalysisSubject, span: Span, { splits }: Method): boolean {
  const isUnited = subject === 'PATHWAYS' && (span === 'QUARTER' || span === 'YEAR');
  return isUnited && splits(subject, span).length > 0;
}

const everything: Seen = () => ({ people: 1, besides: 1 });

/** The cells of a split in which a person stands, with the person's rows and hours there: as `countCells` counts. */
function cellsOf(
  subject: AnalysisSubject,
  split: Split,
  rows: readonly PersonRow[],
): Map<string, { n: number; hours: number }> {
  const cells = new Map<string, { n: number; hours: number }>();
  for (const { rows: n, hours, values } of rows) {
    const place = split.map((dimension) => values[dimension]);
    const counts = subject !== 'CLAUSE_HOURS' || split.includes('STATUS') || values.STATUS === 'VALIDATED';
    if (place.includes(undefined) || !counts) continue;
    const key = place.join('/');
    const cell = cells.get(key) ?? { n: 0, hours: 0 };
    cells.set(key, { n: cell.n + n, hours: cell.hours + hours });
  }
  return cells;
}
