import { type IndicatorKey, registry } from '../../indicators/index.js';
import type { YearFigure } from './year-figure.js';

/** The fewest persons behind a shown exact figure, and beside it in its group. Chosen by the attacker: see decision 35. */
export const fewestPersons = 20;
/** The fewest companies in a shown number of hours, and the largest share that one of them may have. */
const fewestCompanies = 3;
const dominance = 0.85;

/** Whether the figure counts too few persons or companies to be shown. */
export function isWithheldFor(key: IndicatorKey, row: YearFigure | undefined): boolean {
  if (!row) return true;
  return isDominatedFor(key, row) || sidesOf(key, row).some((persons) => persons < fewestPersons);
}

/**
 * The parts of a total that are not shown: those that are too small, and further ones, the smallest first, until the
 * rest of the total leaves the persons of each hidden part unknown, also to the partner of another hidden part.
 * @param parts the figure of each part; undefined where it has no rows
 * @param others further parts, which are never shown
 * @returns the indices of the parts
 */
export function withholdParts(
  key: IndicatorKey,
  total: YearFigure | undefined,
  parts: readonly (YearFigure | undefined)[],
  others: readonly YearFigure[] = [],
): Set<number> {
  const withheld = new Set([...parts.keys()].filter((index) => isWithheldFor(key, parts[index])));
  if (isWithheldFor(key, total)) return new Set(parts.keys());
  const persons = (index: number) => parts[index]?.people ?? 0;
  const bySize = [...parts.keys()].sort((one, other) => persons(one) - persons(other));
  for (const next of bySize) {
    const hidden = [...[...withheld].map((index) => parts[index]), ...others];
    const sides = hidden.map((row) => (row ? sidesOf(key, row) : []));
    if ([0, 1].every((side) => leavesUnknown(sides.map((it) => it[side] ?? 0)))) break;
    withheld.add(next);
  }
  return withheld;
}

/**
 * Whether one side of the hidden parts cannot be told apart: without the largest, whose partner knows it, enough persons
 * are left.
 */
function leavesUnknown(hidden: readonly number[]): boolean {
  if (hidden.every((persons) => persons === 0)) return true;
  const total = hidden.reduce((sum, persons) => sum + persons, 0);
  return total - Math.max(...hidden) >= fewestPersons;
}

/** The groups of persons that a figure describes. Each must be large enough. */
function sidesOf(key: IndicatorKey, { people, base }: YearFigure): number[] {
  const { kind, isPart } = registry[key];
  // A part of a group also describes the persons who are not in it.
  if (kind === 'RATE' || isPart) return [people, base - people];
  return [kind === 'MEDIAN' ? base : people];
}

/** Whether the figure would reveal the hours of one company. */
export function isDominatedFor(key: IndicatorKey, { companies, top_company }: YearFigure): boolean {
  if (registry[key].kind !== 'HOURS') return false;
  return (companies ?? 0) < fewestCompanies || (top_company ?? 1) > dominance;
}
