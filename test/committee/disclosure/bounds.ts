import type { ProtectedCell } from '../../../src/features/committee/disclosure/index.js';

/**
 * The bounds of each withheld cell that a reader can compute: the smallest and the largest possible value, given
 * every shown cell, no negative values, and lines that add up to their margins. Each bound is a linear programme,
 * solved by the simplex method. The code shares nothing with the code under test.
 */
export function bounds(
  cells: readonly ProtectedCell[],
  measure: string,
): Map<ProtectedCell, [number, number]> {
  const { rows, unknown } = equations(cells, measure);
  const corner = firstCorner(rows, unknown.length);
  const most = (column: number, sign: number) =>
    climb(
      corner.tableau.map((row) => [...row]),
      [...corner.basis],
      (variable) => (variable === column ? sign : 0),
      unknown.length,
    );
  return new Map(unknown.map((cell, column) => [cell, [0 - most(column, -1), most(column, 1)]]));
}

/** Σ values − margin = 0 for each line. Shown values are moved to the right side, which is the last column. */
function equations(cells: readonly ProtectedCell[], measure: string) {
  const unknown = cells.filter(({ shown }) => shown[measure]?.withheld);
  const columns = new Map(unknown.map((cell, column) => [cell, column]));
  const lines = new Map<string, number[]>();
  for (const cell of cells)
    for (const axis of cell.at.keys())
      for (const line of [JSON.stringify([axis, cell.at.toSpliced(axis, 1)])]) {
        const row = lines.get(line) ?? new Array<number>(unknown.length + 1).fill(0);
        const sign = cell.at[axis] === null ? -1 : 1;
        const column = columns.get(cell);
        if (column === undefined)
          row[unknown.length] = (row[unknown.length] ?? 0) - sign * (cell.shown[measure]?.value ?? 0);
        else row[column] = sign;
        lines.set(line, row);
      }
  return {
    rows: [...lines.values()].filter((row) => row.slice(0, -1).some((value) => value !== 0)),
    unknown,
  };
}

const TINY = 1e-7;

/** A feasible solution of all rows (coefficients, right side). Uses one artificial variable for each row, then removes them. */
function firstCorner(rows: readonly (readonly number[])[], count: number) {
  const tableau = rows.map((row, at) => {
    const turned = (row[count] ?? 0) < 0 ? -1 : 1;
    return [
      ...row.slice(0, count).map((value) => value * turned),
      ...rows.map((_, other) => (other === at ? 1 : 0)),
      (row[count] ?? 0) * turned,
    ];
  });
  const basis = rows.map((_, at) => count + at);
  climb(tableau, basis, (variable) => (variable < count ? 0 : -1), count + rows.length);
  // An artificial variable still in the basis, at zero, leaves it if possible. Otherwise its row is redundant.
  for (const [at, variable] of basis.entries()) {
    if (variable < count) continue;
    const enters = tableau[at]?.slice(0, count).findIndex((value) => Math.abs(value) > TINY) ?? -1;
    if (enters >= 0) pivot(tableau, basis, at, enters);
  }
  const rest = (row: number[]) => [...row.slice(0, count), row.at(-1) as number];
  const kept = basis.flatMap((variable, at) => (variable < count ? [at] : []));
  return {
    tableau: kept.map((at) => rest(tableau[at] as number[])),
    basis: kept.map((at) => basis[at] as number),
  };
}

/** Moves from corner to corner while the goal rises. Bland's rule prevents cycles. */
function climb(
  tableau: number[][],
  basis: number[],
  goal: (variable: number) => number,
  usable: number,
): number {
  for (;;) {
    let enters = -1;
    for (let variable = 0; variable < usable && enters < 0; variable++) {
      const lost = tableau.reduce(
        (sum, row, at) => sum + goal(basis[at] as number) * (row[variable] as number),
        0,
      );
      if (goal(variable) - lost > TINY) enters = variable;
    }
    if (enters < 0)
      return tableau.reduce((sum, row, at) => sum + goal(basis[at] as number) * (row.at(-1) as number), 0);
    let leaves = -1;
    let least = Number.POSITIVE_INFINITY;
    for (const [at, row] of tableau.entries()) {
      const slope = row[enters] as number;
      if (slope <= TINY) continue;
      const ratio = (row.at(-1) as number) / slope;
      if (
        ratio < least - TINY ||
        (ratio < least + TINY && (basis[at] as number) < (basis[leaves] as number))
      ) {
        least = ratio;
        leaves = at;
      }
    }
    if (leaves < 0) return Number.POSITIVE_INFINITY;
    pivot(tableau, basis, leaves, enters);
  }
}

function pivot(tableau: number[][], basis: number[], leaves: number, enters: number): void {
  const row = tableau[leaves] as number[];
  const divisor = row[enters] as number;
  for (const at of row.keys()) row[at] = (row[at] as number) / divisor;
  for (const [at, other] of tableau.entries()) {
    const factor = other[enters] as number;
    if (at === leaves || factor === 0) continue;
    for (const position of other.keys())
      other[position] = (other[position] as number) - factor * (row[position] as number);
  }
  basis[leaves] = enters;
}
