import { periodWords, spanWords } from '../../copy/periods.js';
import { optionsOf, SelectField } from '../../kit/field.js';
import { useWords } from '../../lib/language.js';
import { type Period, periodAt, periodOf, periodsFrom, type Span } from '../../lib/periods.js';
import type { MonthsWithFigures } from './drawing.js';
import { usePeriodNames } from './period-names.js';

interface SpanFieldProps {
  readonly value: Span;
  onChange(span: Span): void;
}

/** The length of a period. */
export function SpanField(props: SpanFieldProps) {
  const text = useWords(periodWords);
  const names = useWords(spanWords);
  return <SelectField label={text.span} options={optionsOf(names)} {...props} />;
}

interface PeriodFieldProps {
  readonly label: string;
  readonly months: MonthsWithFigures;
  /** The name of the period. */
  readonly value: string;
  onChange(name: string): void;
}

/** A period among those of its length, the latest first. */
export function PeriodField({ label, months, value, onChange }: PeriodFieldProps) {
  const say = usePeriodNames();
  const { span } = periodOf(value) as Period;
  const names = periodsFrom(span, months.first, months.last);
  // A period of the address can lie outside.
  const all = names.includes(value) ? names : [value, ...names];
  return (
    <SelectField
      label={label}
      value={value}
      options={all.map((name) => [name, say(name)] as const)}
      onChange={onChange}
    />
  );
}

/** The period of another length that begins where a period begins. */
export function inSpan(name: string, span: Span): string {
  return periodAt(span, (periodOf(name) as Period).month);
}
