import type { IndicatorKey } from '../../indicators/index.js';
import type { ExactFigure, ExactFigures } from './exact.js';

/** For each indicator and partner (an empty key stands for the whole town), a sum for each group of persons. */
export type FigureMarks = Readonly<Record<string, Readonly<Record<string, Marks>>>>;

type Marks = Readonly<Record<string, number>>;
type Groups = ReadonlySet<string>;

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
  const partners = new Set(
    indicators.flatMap((it) => [...Object.keys(before[it] ?? {}), ...Object.keys(after[it] ?? {})]),
  );
  const everybody = union(indicators.map((it) => changed(it, '')));
  partners.delete('');
  const known = [...partners].map((partner) => union(indicators.map((it) => changed(it, partner))));
  // Taking groups away may hide that a person of another partner changed too, because groups have several persons.
  const ofOthers = known.map((own) => union(known.filter((it) => it !== own)));
  if (!ofOthers.every(isEnough)) return () => false;
  return (indicator, partner) => {
    const here = changed(indicator, partner);
    const sides = [here, without(everybody, here)];
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
  return Object.keys(after).some((key) => changedGroups(before[key]?.[''], after[key]?.['']).size > 0);
}

/**
 * The groups of persons whose contribution changed: at most as many as persons. Hubs of before 28 November 2026 counted by
 * 128 groups instead of 1024. Marks of theirs are compared with the sums of eight groups each.
 */
function changedGroups(before: Marks = {}, marks: Marks = {}): Groups {
  const isFormer = Object.keys(before).every((group) => !(Number(group) >= formerGroups));
  const after = isFormer && Object.keys(before).length > 0 ? folded(marks) : marks;
  const groups = new Set([...Object.keys(before), ...Object.keys(after)]);
  return new Set([...groups].filter((group) => Number(before[group] ?? 0) !== Number(after[group] ?? 0)));
}

const formerGroups = 128;

function folded(marks: Marks): Marks {
  const sums: Record<string, number> = {};
  for (const [group, mark] of Object.entries(marks)) {
    const former = group === 'nobody' ? group : String(Number(group) % formerGroups);
    sums[former] = (sums[former] ?? 0) + Number(mark);
  }
  return sums;
}

const isEnough = ({ size }: Groups) => size === 0 || size >= fewestChanged;

const union = (sets: readonly Groups[]): Groups => new Set(sets.flatMap((set) => [...set]));

const without = (set: Groups, other: Groups): Groups => new Set([...set].filter((it) => !other.has(it)));
