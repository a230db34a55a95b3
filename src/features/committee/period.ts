import { Field, InputType } from 'type-graphql';
import { today } from '../../calendar.js';
import { badInput } from '../../graphql/errors.js';
import { DateScalar } from '../../graphql/scalars.js';

@InputType({
  description:
    'A half-open period in Europe/Paris: `from` is included, `until` is excluded. Both are the first day of a month. A period that is not split by time must be a month, a quarter, a half-year or whole years.',
})
export class PeriodInput {
  @Field(() => DateScalar, { description: 'The first day.' })
  from!: string;

  @Field(() => DateScalar, { description: 'The day after the last.' })
  until!: string;
}

/** The spans by which a question can be split, with their lengths in months. */
export const spans = { MONTH: 1, QUARTER: 3, HALF_YEAR: 6, YEAR: 12 } as const;
export type Span = keyof typeof spans;

/** A span of whole months for which facts exist. */
export interface Bin {
  readonly from: string;
  readonly until: string;
  /** 2026, 2026-H1, 2026-Q1, 2026-03, or 2024…2026 for several whole years. */
  readonly name: string;
}

/**
 * The bins of a question: one for the whole period, or one for each span by which it is split.
 * Other periods are refused, because the difference of two such periods could be a single person.
 * @throws a client's error that lists the possible periods
 */
export function binsOf(period: PeriodInput, span: Span | undefined): [Bin, ...Bin[]] {
  const refuse = (fr: string, en: string) => badInput({ fr, en }, ['input', 'period']);
  const { from, until } = period;
  if (from === until)
    throw refuse(
      'La période est vide : `until` doit suivre `from`.',
      'The period is empty: `until` must be after `from`.',
    );
  if (from > until)
    throw refuse(
      'La période finit avant de commencer : inversez les jours.',
      'The period ends before it begins: swap the days.',
    );
  if (from > today())
    throw refuse(
      'La période est dans le futur : choisissez-en une plus ancienne.',
      'The period is in the future: choose an earlier one.',
    );
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
          'La période doit être faite de mois, de trimestres, de semestres ou d’années entiers, selon le découpage demandé.',
          'The period must consist of whole months, quarters, half-years or years, according to the dimension of time.',
        )
      : refuse(
          'Sans découpage dans le temps, la période est un mois, un trimestre, un semestre ou des années entières. Pour une autre période, découpez par MONTH, QUARTER, HALF_YEAR ou YEAR.',
          'Unless it is split by time, the period must be a month, a quarter, a half-year or whole years. For another period, split by MONTH, QUARTER, HALF_YEAR or YEAR.',
        );
  }
  if ((end - start) / length > 60) {
    throw refuse(
      'Au plus 60 intervalles : raccourcissez la période.',
      'At most 60 spans: shorten the period.',
    );
  }
  const further = (end - start) / length - 1;
  return [
    bin(start, length),
    ...Array.from({ length: further }, (_, index) => bin(start + (index + 1) * length, length)),
  ];
}

/** The first and the last month of consecutive bins, such as 2024-01 and 2024-12. */
export function monthsOf(bins: readonly Bin[]): { readonly from: string; readonly to: string } {
  const to = new Date(`${bins.at(-1)?.until}T00:00:00Z`);
  to.setUTCMonth(to.getUTCMonth() - 1);
  return { from: (bins[0] as Bin).from.slice(0, 7), to: to.toISOString().slice(0, 7) };
}

/** The year of a bin that is a calendar year; undefined for other spans. */
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
