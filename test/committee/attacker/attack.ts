import type { Vector } from './figures.js';
import { upper } from './normal.js';

/** Points above guessing of the best guess between two equally likely cases at a distance. @param squared d² */
export function advantage(squared: number): number {
  return 100 * (0.5 - upper(Math.sqrt(Math.max(0, squared)) / 2));
}

/**
 * Points above the guess that is best without figures, where one case is likelier.
 * @param squared d²
 * @param share the probability of the first case
 */
export function advantageAt(squared: number, share: number): number {
  const d = Math.sqrt(Math.max(0, squared));
  if (d === 0 || share <= 0 || share >= 1) return 0;
  const shift = Math.log(share / (1 - share)) / d;
  const right = share * upper(-d / 2 - shift) + (1 - share) * upper(-d / 2 + shift);
  return 100 * (right - Math.max(share, 1 - share));
}

/** The advantage of somebody who knows everything but one fact. */
export function omniscient(vector: Vector): number {
  return advantage(squares(vector));
}

/**
 * An attacker who has all figures and does not know which of some persons exist. The number of persons of each kind has
 * a Poisson prior, so the figures vary by Σ = I + Σⱼ aⱼ aⱼᵀ around what the attacker expects, in units of their noise.
 */
export class Insider {
  readonly #index: ReadonlyMap<string, number>;
  readonly #figures = new Map<string, [person: number, value: number][]>();
  readonly #factor: Float64Array[];

  /** @param unknown the parts of the unknown persons; known persons are left out */
  constructor(unknown: ReadonlyMap<string, Vector>) {
    this.#index = new Map([...unknown.keys()].map((person, index) => [person, index]));
    for (const [person, vector] of unknown)
      for (const [figure, value] of vector) {
        const entries = this.#figures.get(figure) ?? [];
        this.#figures.set(figure, entries);
        entries.push([this.#index.get(person)!, value]);
      }
    this.#factor = cholesky(this.#information(unknown.size));
  }

  /**
   * d² = aᵀ Σ⁻¹ a of a fact about one of the persons that moves the figures by `difference`, by Woodbury
   * in the persons' space. The variance 1 of the person in question is taken out again.
   */
  distance(person: string, difference: Vector): number {
    const size = this.#factor.length;
    const overlap = new Float64Array(size);
    for (const [figure, value] of difference)
      for (const [other, part] of this.#figures.get(figure) ?? []) overlap[other]! += part * value;
    const solved = solveLower(this.#factor, overlap);
    const own = solveLower(
      this.#factor,
      new Float64Array(size).fill(1, this.#index.get(person)!, this.#index.get(person)! + 1),
    );
    const explained = dot(solved, solved) - dot(own, solved) ** 2 / dot(own, own);
    return Math.max(0, squares(difference) - explained);
  }

  /** I + AAᵀ over the persons, its lower triangle. */
  #information(size: number): Float64Array[] {
    const matrix = Array.from({ length: size }, (_, row) => new Float64Array(row + 1).fill(1, row));
    for (const entries of this.#figures.values())
      entries.forEach(([person, value], at) => {
        const row = matrix[person]!;
        for (let k = 0; k <= at; k++) row[entries[k]![0]]! += value * entries[k]![1];
      });
    return matrix;
  }
}

/** The lower triangle L with L Lᵀ = `matrix`, in place. */
function cholesky(matrix: Float64Array[]): Float64Array[] {
  matrix.forEach((row, i) => {
    for (let j = 0; j <= i; j++) {
      const other = matrix[j]!;
      let sum = row[j]!;
      for (let k = 0; k < j; k++) sum -= row[k]! * other[k]!;
      row[j] = i === j ? Math.sqrt(sum) : sum / other[j]!;
    }
  });
  return matrix;
}

/** x of L x = b. */
function solveLower(factor: readonly Float64Array[], right: Float64Array): Float64Array {
  const x = right.slice();
  for (let i = 0; i < x.length; i++) {
    const row = factor[i]!;
    let sum = x[i]!;
    for (let k = 0; k < i; k++) sum -= row[k]! * x[k]!;
    x[i] = sum / row[i]!;
  }
  return x;
}

/** One vector minus another. */
export function difference(one: Vector, other: Vector): Vector {
  const result = new Map(one);
  for (const [figure, value] of other) result.set(figure, (result.get(figure) ?? 0) - value);
  return result;
}

const squares = (vector: Vector) => [...vector.values()].reduce((sum, value) => sum + value * value, 0);

function dot(one: Float64Array, other: Float64Array): number {
  return one.reduce((sum, value, index) => sum + value * other[index]!, 0);
}
