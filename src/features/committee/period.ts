import { Field, InputType } from 'type-graphql';
import { today } from '../../calendar.js';
import { badInput } from '../../graphql/errors.js';
import { DateScalar } from '../../graphql/scalars.js';
import { type Language } from '../../i18n.js';

@InputType({
  description:
    'Half-open, in Europe/Paris: `from` is in, `until` is out. It begins and ends with a month; one that is not split by time is a month, a quarter, a half-year or whole years.',
})
export class PeriodInput {
  @Field(() => DateScalar, { description: 'The first day.' })
  from!: string;

  @Field(() => DateScalar, { description: 'The day after the last.' })
  until!: string;
}

/** The spans of time that a question can be split by, with their lengths in months. */
export const spans = { MONTH: 1, QUARTER: 3, HALF_YEAR: 6, YEAR: 12 } as const;
export type Span = keyof typeof spans;

/** A span of whole months, as the facts know it. */
export interface Bin {
  readonly from: string;
  readonly until: string;
  /** 2026, 2026-H1, 2026-Q1, 2026-03, or 2024…2026 for whole years together. */
  readonly name: string;
}

/**
 * The bins that a question takes: one for the whole period, or one for each span that it is split by.
 * Others are refused: the difference of two of them could be a single person.
 * @throws a client's error that says what fits
 */
export function binsOf(period: PeriodInput, span: Span | undefined, language: Language): [Bin, ...Bin[]] {
  const refuse = (fr: string, en: string) => badInput(language === 'fr' ? fr : en, ['input', 'period']);
  const { from, until } = period;
  if (from === until) throw refuse('La période est vide.', 'The period is empty.');
  if (from > until) throw refuse('La période finit avant de commencer.', 'The period ends before it begins.');
  if (from > today()) throw refuse('La période est dans le futur.', 'The period is in the future.');
  const year = Number(today().slice(0, 4));
  if (until > `${year + 1}-01-01`) {
    throw refuse(
      `La période peut finir au plus tard le ${year + 1}-01-01.`,
      `The period may end on ${year + 1}-01-01 at the latest.`,
    );
  }
  const [start, end] = [monthOf(from), monthOf(until)];
  if (start === undefined || end === undefined) {
    throw refuse(
      'La période doit commencer et finir un premier du mois.',
      'The period must begin and end on the first day of a month.',
    );
  }
  const length = span ? spans[span] : end - start;
  const fits = span
    ? start % length === 0 && end % length === 0
    : length % 12 === 0
      ? start % 12 === 0
      : [1, 3, 6].includes(length) && start % length === 0;
  if (!fits) {
    throw span
      ? refuse(
          'La période doit être faite de mois, trimestres, semestres ou années entiers, comme le découpage demandé.',
          'The period must be made of whole months, quarters, half-years or years, as it is split.',
        )
      : refuse(
          'Sans découpage dans le temps, la période est un mois, un trimestre, un semestre ou des années entières ; sinon, ajoutez MONTH, QUARTER, HALF_YEAR ou YEAR.',
          'Unless it is split by time, the period is a month, a quarter, a half-year or whole years; otherwise add MONTH, QUARTER, HALF_YEAR or YEAR.',
        );
  }
  if ((end - start) / length > 60) {
    throw refuse('Au plus 60 intervalles.', 'At most 60 spans.');
  }
  const further = (end - start) / length - 1;
  return [
    bin(start, length),
    ...Array.from({ length: further }, (_, index) => bin(start + (index + 1) * length, length)),
  ];
}

/** The first and the last month of bins that follow each other, such as 2024-01 and 2024-12. */
export function monthsOf(bins: readonly Bin[]): { readonly from: string; readonly to: string } {
  const to = new Date(`${bins.at(-1)?.until}T00:00:00Z`);
  to.setUTCMonth(to.getUTCMonth() - 1);
  return { from: (bins[0] as Bin).from.slice(0, 7), to: to.toISOString().slice(0, 7) };
}

/** The calendar year that a bin is; undefined when it is another span. */
export function yearOf({ name }: Bin): number | undefined {
  return /^\d{4}$/.test(name) ? Number(name) : undefined;
}

function bin(month: number, length: number): Bin {
  const year = Math.floor(month / 12);
  const at = month % 12;
  const names: Record<number, string> = {
    1: `${year}-${String(at + 1).padStart(2, '0')}`,
    3: `${year}-Q${at / 3 + 1}`,
    6: `${year}-H${at / 6 + 1}`,
    12: `${year}`,
  };
  const name = names[length] ?? `${year}…${year + length / 12 - 1}`;
  return { from: dayOf(month), until: dayOf(month + length), name };
}

/** Months since the year 0; undefined for a day that is not the first. */
function monthOf(day: string): number | undefined {
  if (!day.endsWith('-01')) return undefined;
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function dayOf(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}
