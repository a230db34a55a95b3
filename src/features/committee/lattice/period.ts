import { type Span, spans } from './subjects.js';

/** A period of the lattice: a calendar month, quarter, half-year or year. */
export interface Period {
  readonly span: Span;
  /** The first day. */
  readonly from: string;
  /** The day after the last. */
  readonly until: string;
  /** 2026, 2026-H1, 2026-Q1 or 2026-03. */
  readonly name: string;
}

/** The period of a span that begins with a month. @param month in months since the year 0 */
export function periodAt(month: number, span: Span): Period {
  const year = Math.floor(month / 12);
  const at = month % 12;
  const names: Readonly<Record<Span, string>> = {
    MONTH: `${year}-${String(at + 1).padStart(2, '0')}`,
    QUARTER: `${year}-Q${at / 3 + 1}`,
    HALF_YEAR: `${year}-H${at / 6 + 1}`,
    YEAR: `${year}`,
  };
  return { span, from: firstDay(month), until: firstDay(month + spans[span]), name: names[span] };
}

/** Months since the year 0; undefined for a day that is not the first of a month. */
export function monthOf(day: string): number | undefined {
  return day.endsWith('-01') ? monthIn(day) : undefined;
}

/** The month of a day, in months since the year 0. */
export function monthIn(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

/** The first day of a month. */
export function firstDay(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}
