import type { Dimension, Period, Question } from './question.js';
import { valuesOf } from './table.js';

const TIMES = ['YEAR', 'HALF_YEAR', 'QUARTER', 'MONTH'];
const MONTHS_IN = { H: 6, Q: 3 } as const;

/** The selected facts: the months, and for each constrained dimension the values. */
interface Facts {
  readonly months: readonly string[];
  readonly constraints: ReadonlyMap<string, readonly string[]>;
}

/**
 * Gives one text for one set of facts, independent of how the question is written. A filter on one value equals
 * that value of the dimension, a filter on all values equals no filter, a span of time equals its months, and
 * order does not matter.
 */
export function canonicalOf({ subject, period, by, within }: Question) {
  const all: Facts = { months: monthsOf(period), constraints: new Map() };
  const asked = [...within, ...by].reduce((facts, one) => narrowed(facts, one, valuesOf(one)), all);
  return (at: readonly (string | null)[]): string => {
    const { months, constraints } = by.reduce((facts, dimension, position) => {
      const value = at[position] ?? null;
      return value === null ? facts : narrowed(facts, dimension, [value]);
    }, asked);
    const sorted = [...constraints].sort(([one], [other]) => (one < other ? -1 : 1));
    return JSON.stringify([subject, months, sorted]);
  };
}

function narrowed(
  { months, constraints }: Facts,
  { name, domain }: Dimension,
  values: readonly string[],
): Facts {
  if (TIMES.includes(name)) {
    const covered = new Set(values.flatMap((value) => monthsOf(timeOf(value))));
    return { months: months.filter((month) => covered.has(month)), constraints };
  }
  const left = (constraints.get(name) ?? [...domain].sort()).filter((value) => values.includes(value));
  if (left.length === domain.length) return { months, constraints };
  return { months, constraints: new Map(constraints).set(name, left) };
}

/** 2026, 2026-H1, 2026-Q1 or 2026-03, as a period. */
function timeOf(value: string): Period {
  const [, year, part, number] = /^(\d{4})(?:-([HQ]?)(\d{1,2}))?$/.exec(value) ?? [];
  if (!year) throw new Error(`Not a year, half-year, quarter or month: ${value}`);
  const month = (which: number) => `${year}-${String(which).padStart(2, '0')}`;
  if (number === undefined) return { from: month(1), to: month(12) };
  const length = part === 'H' || part === 'Q' ? MONTHS_IN[part] : 1;
  return { from: month((Number(number) - 1) * length + 1), to: month(Number(number) * length) };
}

function monthsOf({ from, to }: Period): string[] {
  const count = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
  const first = count(from);
  return Array.from({ length: Math.max(0, count(to) - first + 1) }, (_, offset) => {
    const month = first + offset;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}
