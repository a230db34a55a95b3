import { Field, InputType } from 'type-graphql';
import { dayBefore, today } from '../../calendar.js';
import { badInput } from '../../graphql/errors.js';
import { DateScalar } from '../../graphql/scalars.js';
import { type Language, shortDay } from '../../i18n.js';
import { monthOf, type Period, periodAt } from './lattice/period.js';
import { type Span, spans } from './lattice/subjects.js';

@InputType({
  description:
    'A half-open period in Europe/Paris: `from` is included, `until` is excluded. Both are the first day of a month. Unless it is split by time, a period is a calendar month, quarter, half-year or year.',
})
export class PeriodInput {
  @Field(() => DateScalar, { description: 'The first day.' })
  from!: string;

  @Field(() => DateScalar, { description: 'The day after the last.' })
  until!: string;
}

/** The most periods of one question. */
const maxPeriods = 60;

/**
 * The periods of a question: the whole one, or each span by which it is split.
 * @throws a client's error that lists the possible periods
 */
export function periodsOf(period: PeriodInput, span: Span | undefined): readonly [Period, ...Period[]] {
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
  const each = span ?? spanOf(end - start);
  if (!each || start % spans[each] !== 0 || end % spans[each] !== 0) {
    throw span
      ? refuse(
          'La période doit être faite de mois, de trimestres, de semestres ou d’années entiers, selon le découpage demandé.',
          'The period must consist of whole months, quarters, half-years or years, according to the dimension of time.',
        )
      : refuse(
          'Sans découpage dans le temps, la période est un mois, un trimestre, un semestre ou une année civile. Pour une autre période, découpez par MONTH, QUARTER, HALF_YEAR ou YEAR.',
          'Unless it is split by time, the period must be a calendar month, quarter, half-year or year. For another period, split by MONTH, QUARTER, HALF_YEAR or YEAR.',
        );
  }
  const count = (end - start) / spans[each];
  if (count > maxPeriods) {
    throw refuse(
      `Au plus ${maxPeriods} périodes : choisissez-en moins.`,
      `At most ${maxPeriods} periods: choose fewer.`,
    );
  }
  const at = (index: number) => periodAt(start + index * spans[each], each);
  return [at(0), ...Array.from({ length: count - 1 }, (_, index) => at(index + 1))];
}

/** The first and the last day of a period, in words. */
export function daysOf({ from, until }: PeriodInput, language: Language): string {
  const [first, last] = [from, dayBefore(until)].map((day) => shortDay(day, language));
  return language === 'fr' ? `du ${first} au ${last}` : `${first} to ${last}`;
}

function spanOf(months: number): Span | undefined {
  return (Object.keys(spans) as Span[]).find((span) => spans[span] === months);
}
