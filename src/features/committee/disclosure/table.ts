import type { Cell, Dimension, Question } from './question.js';

/** The values of a dimension that its filter keeps. */
export const valuesOf = ({ domain, only }: Dimension): readonly string[] =>
  only ? domain.filter((value) => only.includes(value)) : domain;

/** A dimension along which the table has more than one value. */
export interface Axis {
  readonly dimension: Dimension;
  /** The values of the dimension, then null for all values together. */
  readonly values: readonly (string | null)[];
  /** The distance between the indices of two neighbours along the axis. */
  readonly stride: number;
}

/** The position of a cell in the table, which is one array of all cells and margins. */
export type Index = number;

/**
 * The cross product of the dimensions' values and margins. A dimension with a single value is not an axis,
 * because its cell and its margin contain the same persons by definition.
 */
export class Table {
  readonly axes: readonly Axis[];
  readonly size: number;
  /** The index of the grand total. */
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

  /** The position of a cell along an axis. */
  step(index: Index, { stride, values }: Axis): number {
    return Math.floor(index / stride) % values.length;
  }

  /** The cell at another position of an axis, with all other coordinates unchanged. */
  beside(index: Index, axis: Axis, step: number): Index {
    return index + (step - this.step(index, axis)) * axis.stride;
  }

  /** The margin of a cell along an axis: all values of the axis together. */
  margin(index: Index, axis: Axis): Index {
    return this.beside(index, axis, axis.values.length - 1);
  }

  /** Whether a cell has one value of each axis, so that it is not a margin. */
  isPart(index: Index): boolean {
    return this.axes.every((axis) => this.step(index, axis) < axis.values.length - 1);
  }

  /** The counted cell; undefined for a cell without persons. */
  cell(index: Index): Cell | undefined {
    return this.#cells[index];
  }

  people(index: Index): number {
    return this.#cells[index]?.people ?? 0;
  }

  /** The value of a cell for each dimension of the question. */
  at(index: Index): (string | null)[] {
    return this.question.by.map((dimension) => {
      const axis = this.axes.find((candidate) => candidate.dimension === dimension);
      return axis ? (axis.values[this.step(index, axis)] ?? null) : (valuesOf(dimension)[0] ?? null);
    });
  }

  /** Undefined for a cell that is not in the table, such as the margin of a dimension with a single value. */
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
