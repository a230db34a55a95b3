import type { Cell, Dimension, Question } from './question.js';

/** The values that a dimension has left after its filter. */
export const valuesOf = ({ domain, only }: Dimension): readonly string[] =>
  only ? domain.filter((value) => only.includes(value)) : domain;

/** A dimension along which the table has more than one value. */
export interface Axis {
  readonly dimension: Dimension;
  /** Its values, then null: all of them together. */
  readonly values: readonly (string | null)[];
  /** How far apart two neighbours along it are. */
  readonly stride: number;
}

/** A cell's number in the table: the values with their margins, as one array. */
export type Index = number;

/**
 * The whole cross product of the dimensions' values and margins. A dimension with a single value is no axis:
 * its cell and its margin are the same persons by definition.
 */
export class Table {
  readonly axes: readonly Axis[];
  readonly size: number;
  /** Where everything comes together. */
  readonly total: Index;
  readonly #cells: (Cell | undefined)[];

  constructor(
    readonly question: Question,
    cells: readonly Cell[],
  ) {
    const axes: Axis[] = [];
    let size = 1;
    for (const dimension of question.by) {
      const values = valuesOf(dimension);
      if (values.length < 2) continue;
      axes.push({ dimension, values: [...values, null], stride: size });
      size *= values.length + 1;
    }
    this.axes = axes;
    this.size = size;
    this.total = size - 1;
    this.#cells = new Array<Cell | undefined>(size).fill(undefined);
    for (const cell of cells) {
      const index = this.#indexOf(cell.at);
      if (index !== undefined) this.#cells[index] = cell;
    }
  }

  /** Where it is along an axis. */
  step(index: Index, { stride, values }: Axis): number {
    return Math.floor(index / stride) % values.length;
  }

  /** The cell beside it, at another place of an axis. */
  beside(index: Index, axis: Axis, step: number): Index {
    return index + (step - this.step(index, axis)) * axis.stride;
  }

  /** The same with all values of an axis. */
  margin(index: Index, axis: Axis): Index {
    return this.beside(index, axis, axis.values.length - 1);
  }

  /** Whether it stands for one value of each axis. */
  isPart(index: Index): boolean {
    return this.axes.every((axis) => this.step(index, axis) < axis.values.length - 1);
  }

  /** What the database found there; nothing where there is nobody. */
  cell(index: Index): Cell | undefined {
    return this.#cells[index];
  }

  people(index: Index): number {
    return this.#cells[index]?.people ?? 0;
  }

  /** Its value for each dimension of the question. */
  at(index: Index): (string | null)[] {
    return this.question.by.map((dimension) => {
      const axis = this.axes.find((candidate) => candidate.dimension === dimension);
      return axis ? (axis.values[this.step(index, axis)] ?? null) : (valuesOf(dimension)[0] ?? null);
    });
  }

  /** Nothing for what the table has no place for: the margin of a single value. */
  #indexOf(at: readonly (string | null)[]): Index | undefined {
    let index = 0;
    for (const [position, dimension] of this.question.by.entries()) {
      const value = at[position] ?? null;
      const axis = this.axes.find((candidate) => candidate.dimension === dimension);
      if (!axis) {
        if (value === null) return undefined;
        continue;
      }
      const step = axis.values.indexOf(value);
      if (step < 0) return undefined;
      index += step * axis.stride;
    }
    return index;
  }
}
