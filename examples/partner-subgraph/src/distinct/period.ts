/** A calendar quarter or year. */
export interface Period {
  /** Such as `2026-Q1` or `2026`. */
  readonly name: string;
  readonly from: string;
  /** The day after the last. */
  readonly until: string;
}

/** The quarter or year of a name; undefined unless it is one that has ended. */
export function periodOf(name: unknown): Period | undefined {
  const [, year, quarter] = /^(\d{4})(?:-Q([1-4]))?$/.exec(String(name)) ?? [];
  if (!year) return undefined;
  const first = quarter ? 3 * Number(quarter) - 3 : 0;
  const day = (month: number) => new Date(Date.UTC(Number(year), month)).toISOString().slice(0, 10);
  const period = { name: String(name), from: day(first), until: day(first + (quarter ? 3 : 12)) };
  return period.until <= new Date().toISOString().slice(0, 10) ? period : undefined;
}
