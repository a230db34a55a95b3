import type { Axis, Index, Table } from './table.js';

/** The corners of a box of cells: two places along each axis. */
interface Box {
  /** The corners that fall when the first corner rises, and the corners that rise (including the first). */
  readonly falling: readonly Index[];
  readonly rising: readonly Index[];
}

/**
 * Complementary suppression: withholds further cells until no withheld cell can be computed from shown cells.
 *
 * A box whose corners are all withheld can be shifted: add t to one corner, subtract t from its neighbours, and
 * so on round the box. Every line and every margin still adds up, so the shown cells do not reveal the shift.
 * A margin is a position along its axis like any other, with the opposite sign, so the tables with fewer
 * dimensions are protected together with this one. The unknown range of a cell is how far all its boxes can
 * shift it, up and down. Each withheld cell gets an unknown range of at least `need`. Where persons may be in
 * several cells of a line, the same holds for the sum over the parts, which reveals more than what is shown.
 *
 * @param weights the values of the cells, never negative
 * @param need the smallest unknown range of a cell
 */
export function complementary(
  table: Table,
  withheld: ReadonlySet<Index>,
  weights: readonly number[],
  need: (index: Index) => number,
): Set<Index> {
  const done = new Set(withheld);
  const settled = new Set<Index>();
  // A set is iterated in insertion order, so cells that are added during the loop are also visited.
  for (const index of done) {
    const needed = need(index);
    while (!settled.has(index) && unknown(table, index, done, weights, needed, settle) < needed) {
      const box = cheapest(table, index, done, weights, needed);
      if (!box) break;
      for (const corner of corners(box)) done.add(corner);
    }
  }
  return done;

  /** All corners of a box have the same shift, so the other corners may be protected too. */
  function settle(box: Box, shift: number) {
    for (const corner of corners(box)) if (shift >= need(corner)) settled.add(corner);
  }
}

const corners = ({ falling, rising }: Box): Index[] => [...falling, ...rising];

/** The unknown range of a cell, up and down together. Stops at `enough`. */
function unknown(
  table: Table,
  index: Index,
  withheld: ReadonlySet<Index>,
  weights: readonly number[],
  enough: number,
  alone: (box: Box, shift: number) => void,
): number {
  const left = { falling: new Map<Index, number>(), rising: new Map<Index, number>() };
  let shift = 0;
  for (const box of boxes(table, index, withheld)) {
    let own = 0;
    for (const way of ['falling', 'rising'] as const) {
      const rest = (corner: Index) => left[way].get(corner) ?? weights[corner] ?? 0;
      const by = Math.min(...box[way].map(rest));
      for (const corner of box[way]) left[way].set(corner, rest(corner) - by);
      own += by;
    }
    alone(box, own);
    shift += own;
    if (shift >= enough) break;
  }
  return shift;
}

/** The box to withhold: the sufficient box with the smallest values, or else the box with the largest shift. */
function cheapest(
  table: Table,
  index: Index,
  withheld: ReadonlySet<Index>,
  weights: readonly number[],
  need: number,
): Box | undefined {
  let best: { box: Box; shift: number; cost: number } | undefined;
  for (const box of boxes(table, index)) {
    const fresh = corners(box).filter((corner) => !withheld.has(corner));
    if (fresh.length === 0) continue;
    const least = (corners: readonly Index[]) => Math.min(...corners.map((corner) => weights[corner] ?? 0));
    const shift = Math.min(need, least(box.falling) + least(box.rising));
    const cost = fresh.reduce((sum, corner) => sum + (weights[corner] ?? 0), 0);
    if (!best || shift > best.shift || (shift === best.shift && cost < best.cost))
      best = { box, shift, cost };
  }
  return best?.box;
}

/** A step along an axis: the distance, and whether the cell at the end falls when the cell at the start rises. */
interface Move {
  readonly by: number;
  readonly turns: boolean;
}

/**
 * Yields every box that has the cell as a corner. With `among`, yields only boxes whose corners are all in it.
 * Yields nothing for a table without an axis. All coordinates change from one box to the next, because boxes
 * that share a corner also share its possible shift.
 */
function* boxes(table: Table, index: Index, among?: ReadonlySet<Index>): Generator<Box> {
  const moves = table.axes.map((axis) => movesFrom(table, index, axis));
  const count = moves.reduce((product, { length }) => product * length, 1);
  for (let number = 0; table.axes.length > 0 && number < count; number++) {
    let rest = number;
    let shift = 0;
    const chosen = moves.map((along) => {
      shift += rest % along.length;
      rest = Math.floor(rest / along.length);
      return along[shift % along.length] as Move;
    });
    const found = box(index, chosen, among);
    if (found) yield found;
  }
}

/** The moves to all other positions of an axis. Two parts move in opposite directions, a part and its margin together. */
function movesFrom(table: Table, index: Index, axis: Axis): Move[] {
  const here = table.step(index, axis);
  const last = axis.values.length - 1;
  return axis.values.flatMap((_, other) =>
    other === here ? [] : [{ by: (other - here) * axis.stride, turns: other !== last && here !== last }],
  );
}

function box(index: Index, moves: readonly Move[], among?: ReadonlySet<Index>): Box | undefined {
  let falling: Index[] = [];
  let rising = [index];
  for (const { by, turns } of moves) {
    const moved = (corner: Index) => corner + by;
    const fallen = falling.map(moved);
    const risen = rising.map(moved);
    if (among && ![...fallen, ...risen].every((corner) => among.has(corner))) return undefined;
    falling = [...falling, ...(turns ? risen : fallen)];
    rising = [...rising, ...(turns ? fallen : risen)];
  }
  return { falling, rising };
}
