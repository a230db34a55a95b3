import type { Split } from '../lattice/lattice.js';
import type { AnalysisSubject } from '../lattice/lists.js';
import type { CellDimension } from '../lattice/subjects.js';

/**
 * Rows of one subject and period that agree in every dimension, of the persons who have the same rows: see
 * `facts.profiles`. Persons are not identified.
 */
export interface Profile {
  /** The number of the group of persons. Rows of one group follow one another. */
  readonly profile: number;
  /** The number of persons in the group. */
  readonly people: number;
  /** The rows and the hours of all persons of the group together. */
  readonly rows: number;
  readonly hours: number;
  /** The value of each dimension; none where the dimension does not apply to the rows. */
  readonly values: Readonly<Partial<Record<CellDimension, string>>>;
}

/** What a cell counts, before it is protected. */
export interface Counted {
  people: number;
  rows: number;
  hours: number;
  /** The hours of each company. */
  readonly companies: Map<string, number>;
}

/**
 * Counts the cells of a split. A person counts once in each cell. Cells without rows are left out.
 * @returns the cells by {@link placeKey}
 */
export function countCells(
  subject: AnalysisSubject,
  split: Split,
  profiles: Iterable<Profile>,
): Map<string, Counted> {
  const cells = new Map<string, Counted>();
  const lastProfile = new Map<Counted, number>();
  for (const { profile, people, rows, hours, values } of profiles) {
    const place = split.map((dimension) => values[dimension]);
    if (place.includes(undefined) || !isCounted(subject, split, values)) continue;
    const key = placeKey(place as string[]);
    const cell = cells.get(key) ?? { people: 0, rows: 0, hours: 0, companies: new Map() };
    cells.set(key, cell);
    if (lastProfile.get(cell) !== profile) cell.people += people;
    lastProfile.set(cell, profile);
    cell.rows += rows;
    cell.hours += hours;
    const { COMPANY } = values;
    if (COMPANY && hours > 0) cell.companies.set(COMPANY, (cell.companies.get(COMPANY) ?? 0) + hours);
  }
  return cells;
}

/** Only validated hours are counted, unless the split shows their status. */
function isCounted(subject: AnalysisSubject, split: Split, { STATUS }: Profile['values']): boolean {
  return subject !== 'CLAUSE_HOURS' || split.includes('STATUS') || STATUS === 'VALIDATED';
}

/** The place of a cell in its split, as text. */
export function placeKey(place: readonly string[]): string {
  return place.join('\n');
}
