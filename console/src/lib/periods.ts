/* The periods of the committee's figures. A period has the hub's name: 2024, 2024-H1, 2024-Q1 or 2024-03. */

/** The spans of time, with their lengths in months, the longest first. */
export const spans = { YEAR: 12, HALF_YEAR: 6, QUARTER: 3, MONTH: 1 } as const;
export type Span = keyof typeof spans;

/** A calendar month, quarter, half-year or year. */
export interface Period {
  readonly span: Span;
  /** Its first month, in months since the year 0. */
  readonly month: number;
}

/** The first day, and the day after the last. */
export interface Bounds {
  readonly from: string;
  readonly until: string;
}

const pattern = /^(\d{4})(?:-(?:H(?<half>[12])|Q(?<quarter>[1-4])|(?<month>0[1-9]|1[0-2])))?$/;

/** The period with a name; undefined if it is none. */
export function periodOf(name: string | undefined): Period | undefined {
  const match = pattern.exec(name ?? '');
  if (!match) return undefined;
  const { half, quarter, month } = match.groups ?? {};
  const span = half ? 'HALF_YEAR' : quarter ? 'QUARTER' : month ? 'MONTH' : 'YEAR';
  const place = Number(half ?? quarter ?? month ?? 1) - 1;
  return { span, month: Number(match[1]) * 12 + place * spans[span] };
}

/** The name of the period of a span that contains a month. */
export function periodAt(span: Span, month: number): string {
  const year = String(Math.floor(month / 12)).padStart(4, '0');
  const place = Math.floor((month % 12) / spans[span]) + 1;
  const parts = {
    YEAR: '',
    HALF_YEAR: `-H${place}`,
    QUARTER: `-Q${place}`,
    MONTH: `-${String(place).padStart(2, '0')}`,
  };
  return year + parts[span];
}

/** The months since the year 0 of a day such as `2024-03-01`. */
export function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function firstDay(month: number): string {
  return `${periodAt('MONTH', month)}-01`;
}

/** The days of the periods from one to another one. */
export function boundsOf(first: Period, last = first): Bounds {
  return { from: firstDay(first.month), until: firstDay(last.month + spans[last.span]) };
}

/** The names of the periods of a span from a month to another one, the latest first. */
export function periodsFrom(span: Span, first: number, last: number): string[] {
  const length = spans[span];
  const start = first - (first % length);
  const count = Math.max(0, Math.floor((last - start) / length) + 1);
  return Array.from({ length: count }, (_, back) => periodAt(span, start + (count - 1 - back) * length));
}

/**
 * The first and the last period between two days.
 * @param span the length of the periods; the whole time is one period without it
 */
export function periodsIn({ from, until }: Bounds, span?: Span): readonly [string, string] | undefined {
  const [first, end] = [monthOf(from), monthOf(until)];
  const each = span ?? (Object.keys(spans) as Span[]).find((it) => spans[it] === end - first);
  return each && [periodAt(each, first), periodAt(each, end - 1)];
}

/** The first and the last of the longest periods that fill the time between two days: 2024 to 2025. */
export function wholePeriodsIn({ from, until }: Bounds): readonly [string, string] {
  const [first, end] = [monthOf(from), monthOf(until)];
  const fills = (span: Span) => first % spans[span] === 0 && end % spans[span] === 0;
  const each = (Object.keys(spans) as Span[]).find(fills) ?? 'MONTH';
  return [periodAt(each, first), periodAt(each, end - 1)];
}
