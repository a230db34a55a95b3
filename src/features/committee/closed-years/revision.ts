import type { IndicatorKey } from '../../indicators/index.js';
import type { ExactFigure, ExactFigures } from './exact.js';

/**
 * For each indicator and partner (an empty key stands for the whole town), a sum for each group of persons. Visitors
 * without a file are the group `nobody`; their numbers stand beside it.
 */
export type FigureMarks = Readonly<Record<string, Readonly<Record<string, Marks>>>>;

type Marks = Readonly<Record<string, number>>;
/** Groups of persons, each with the fewest persons of it who changed. */
type Groups = ReadonlyMap<string, number>;

/** The fewest persons whose change may be seen. Chosen by the attacker: see decision 35. */
export const fewestChanged = 60;

/** Whether the change of a figure may be shown. */
export type IsShown = (indicator: string, partner: string) => boolean;

/**
 * Which figures of a subject a revision may replace: those whose change comes from enough persons, and leaves enough of
 * the persons beside it whose rows changed. Each partner knows its own changes, so both must be enough without them too.
 */
export function changesToShow(before: FigureMarks, after: FigureMarks): IsShown {
  const indicators = Object.keys(after);
  const changed = (indicator: string, partner: string) =>
    changedGroups(before[indicator]?.[partner], after[indicator]?.[partner]);
  const partners = partnersOf([before, after]);
  const ofTown = union(indicators.map((it) => changed(it, '')));
  partners.delete('');
  const known = [...partners].map((partner) => union(indicators.map((it) => changed(it, partner))));
  // Taking groups away may hide that a person of another partner changed too, because groups have several persons.
  const ofOthers = known.map((own) => union(known.filter((it) => it !== own)));
  if (!ofOthers.every(isEnough)) return () => false;
  return (indicator, partner) => {
    const here = changed(indicator, partner);
    // Whoever moves from one partner to another changes figures of both, and none of the town.
    const sides = [here, without(ofTown, here), without(here, ofTown)];
    const seen = sides.flatMap((side) => [side, ...known.map((own) => without(side, own))]);
    return here.size > 0 && seen.every(isEnough);
  };
}

/** The figures of a closed year, with their marks. */
export interface ClosedFigures {
  readonly figures: ExactFigures;
  readonly marks: FigureMarks;
}

/**
 * The figures after a revision: those that may show their change are replaced, with their marks; the others stay. A
 * figure that was hidden stays hidden.
 * @returns undefined when no figure may show its change
 */
export function revised(
  before: ClosedFigures,
  now: ClosedFigures,
  isShown: IsShown,
): ClosedFigures | undefined {
  const figures: Record<string, Record<string, ExactFigure>> = {};
  const marks: Record<string, Record<string, Marks>> = {};
  let replaced = 0;
  for (const [indicator, former] of Object.entries(before.figures)) {
    const ofNow = now.figures[indicator as IndicatorKey] ?? {};
    figures[indicator] = { ...former };
    marks[indicator] = { ...before.marks[indicator] };
    for (const [partner, figure] of Object.entries(former)) {
      const next = ofNow[partner];
      if (figure.value === null || !next || next.value === null || !isShown(indicator, partner)) continue;
      figures[indicator][partner] = next;
      marks[indicator][partner] = now.marks[indicator]?.[partner] ?? {};
      replaced++;
    }
  }
  return replaced > 0 ? { figures, marks } : undefined;
}

/** Whether anything changed. */
export function hasChanged(before: FigureMarks, after: FigureMarks): boolean {
  const partners = [...partnersOf([before, after])];
  return Object.keys(after).some((key) =>
    partners.some((partner) => changedGroups(before[key]?.[partner], after[key]?.[partner]).size > 0),
  );
}

/** All partners with marks, and the empty key of the whole town. */
function partnersOf(marks: readonly FigureMarks[]): Set<string> {
  return new Set(marks.flatMap((it) => Object.values(it).flatMap((byPartner) => Object.keys(byPartner))));
}

/**
 * The groups of persons whose contribution changed: at most as many as persons. Hubs of before 28 November 2026 counted by
 * 128 groups instead of 1024. Marks of theirs are compared with the sums of eight groups each.
 */
function changedGroups(before: Marks = {}, marks: Marks = {}): Groups {
  const isFormer = Object.keys(before).every((group) => !(Number(group) >= formerGroups));
  const after = isFormer && Object.keys(before).length > 0 ? folded(marks) : marks;
  const groups = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return new Map(
    groups
      .filter((group) => !numbers.includes(group) && differenceOf(group, before, after) > 0)
      .map((group) => [group, group === visitors ? changedVisitors(before, after) : 1]),
  );
}

const visitors = 'nobody';
const numbers: readonly string[] = ['visitors', 'counted'];

/** How many visitors without a file came or went, at least. Hubs of before 29 November 2026 did not keep their number. */
function changedVisitors(before: Marks, after: Marks): number {
  const isKnown = !(visitors in before) || 'visitors' in before;
  return isKnown ? Math.max(1, ...numbers.map((number) => differenceOf(number, before, after))) : 1;
}

const differenceOf = (group: string, before: Marks, after: Marks) =>
  Math.abs(Number(after[group] ?? 0) - Number(before[group] ?? 0));

const formerGroups = 128;

function folded(marks: Marks): Marks {
  const sums: Record<string, number> = {};
  for (const [group, mark] of Object.entries(marks)) {
    const former = Number.isNaN(Number(group)) ? group : String(Number(group) % formerGroups);
    sums[former] = (sums[former] ?? 0) + Number(mark);
  }
  return sums;
}

const isEnough = (groups: Groups) => groups.size === 0 || persons(groups) >= fewestChanged;

const persons = (groups: Groups) => [...groups.values()].reduce((sum, it) => sum + it, 0);

/** Each group once, with the most persons that one of the sets has of it. */
function union(sets: readonly Groups[]): Groups {
  const most = new Map<string, number>();
  for (const [group, count] of sets.flatMap((set) => [...set])) {
    most.set(group, Math.max(count, most.get(group) ?? 0));
  }
  return most;
}

/** The persons of `set` who are not of `other`. */
function without(set: Groups, other: Groups): Groups {
  const left = [...set].map(([group, count]) => [group, count - (other.get(group) ?? 0)] as const);
  return new Map(left.filter(([, count]) => count > 0));
}
