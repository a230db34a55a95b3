import type { Axis, Index, Table } from './table.js';

/** The corners of a box of cells: two places along each axis. */
interface Box {
  /** Those that must fall when the first corner rises, and those that rise with it (itself among them). */
  readonly falling: readonly Index[];
  readonly rising: readonly Index[];
}

/**
 * Withholds further cells until no withheld one can be worked out from those that are shown.
 *
 * A box whose corners are all withheld can be shifted: add t to one corner, take t from its neighbours, and so
 * on round the box; every line and every margin still adds up, and nobody who sees the rest can tell. A margin
 * is a place along its axis like any other, only with the sign turned, so that the tables of fewer dimensions are
 * protected with this one. How far a cell can be shifted, up and down, over all its boxes is how much of it
 * remains unknown; each withheld cell gets at least `need`. Where persons may be in several cells of a line the
 * same holds for the sum over the parts, which is more than is told.
 *
 * @param weights what the cells hold, never negative
 * @param need how much of a cell must remain unknown
 */
export function complementary(
  table: Table,
  withheld: ReadonlySet<Index>,
  weights: readonly number[],
  need: (index: Index) => number,
): Set<Index> {
  const done = new Set(withheld);
  const settled = new Set<Index>();
  // A set is walked in the order of insertion: what is added meanwhile is looked at as well.
  for (const index of done) {
    const needed = need(index);
    while (!settled.has(index) && unknown(table, index, done, weights, needed, settle) < needed) {
      const box = cheapest(table, index, done, weights, needed);
      if (!box) break;
      for (const corner of corners(box)) done.add(corner);
    }
  }
  return done;

  /** All corners of a box are shifted by as much. */
  function settle(box: Box, shift: number) {
    for (const corner of corners(box)) if (shift >= need(corner)) settled.add(corner);
  }
}

const corners = ({ falling, rising }: Box): Index[] => [...falling, ...rising];

/** How far the cell can be shifted, up and down together, as far as `enough`. */
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

/** The box to withhold: one that suffices, with the least in it; else the one that can be shifted furthest. */
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

/** A step along an axis: how far, and whether what arrives there falls when what was left rises. */
interface Move {
  readonly by: number;
  readonly turns: boolean;
}

/**
 * Every box that has the cell as a corner, or of those all whose corners are among some; none without an axis.
 * All coordinates change from one to the next: neighbours that shared a corner would share what it can give.
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

/** To all other places of an axis. Two parts move against each other; a part and its margin move together. */
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
