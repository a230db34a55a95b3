import { type Amount, counts, type Split, splitsOf } from '../lattice/lattice.js';
import type { AnalysisSubject } from '../lattice/lists.js';
import type { CellDimension, Span } from '../lattice/subjects.js';
import type { DrawnCell } from '../protection/draw.js';
import type { Protection } from '../protection/protections.js';
import { scaleOf } from '../protection/scales.js';
import { type Figure, hidden, notApplicable, shown } from './figure.js';

/** The values of the dimensions that describe a cell. */
export type Place = Readonly<Partial<Record<CellDimension, string>>>;

/** What a measure is computed from. */
export interface Source {
  readonly subject: AnalysisSubject;
  readonly span: Span;
  readonly protection: Protection;
  /** The keys of the partners of the release that drew the period. */
  readonly partners: readonly string[];
  /** The hours that the lots commit in the period. */
  readonly committedHours: number;
  /** The drawn cell of the figure's place, or of a part of it. */
  cell(part?: Place): DrawnCell | undefined;
}

/** A measure: what is shown of the drawn cells of a place. Only noisy numbers enter, so it reveals nothing further. */
export interface Measure {
  /** The dimension by which the place is split further. */
  readonly by?: CellDimension;
  /** What it counts besides persons. */
  readonly amount?: Amount;
  figure(source: Source): Figure;
}

/** How many standard deviations the margin of a 95 % interval is. */
const twoSided = 2;

/** The fewest persons behind a median, in standard deviations of the noise. */
const medianSize = 12.5;

/** The fewest persons behind a rate, in standard deviations of the noise. */
const rateSize = 10;

/** The largest margin of a rate that is shown. */
const rateMargin = 0.1;

/** The number of persons. */
const people: Measure = {
  figure: (source) =>
    unlessSmall(source, (drawn) => shown(drawn.people, Math.round(twoSided * source.protection.sigma))),
};

/** The number of rows. */
const count: Measure = {
  amount: 'ROWS',
  figure: (source) =>
    unlessSmall(source, ({ people: persons, further }) => {
      if (further === null) return hidden('NOT_PUBLISHED');
      const sigma = source.protection.sigma * Math.hypot(1, scaleOf('ROWS', source.span));
      const [value, margin] = [Math.max(persons, persons + further), Math.round(twoSided * sigma)];
      return value < margin ? hidden('UNCERTAIN') : shown(value, margin);
    }),
};

const hours: Measure = {
  amount: 'HOURS',
  figure: (source) =>
    unlessSmall(source, ({ dominated, hours: value }) => {
      if (dominated) return hidden('DOMINATED');
      if (value === null) return hidden('NOT_PUBLISHED');
      const margin = twoSided * source.protection.sigma * scaleOf('HOURS', source.span);
      if (value < margin) return hidden('UNCERTAIN');
      return shown(coarse(value, margin), coarse(margin, margin));
    }),
};

/** The figure of a drawn cell, unless it is not drawn or counts too few persons. */
function unlessSmall({ cell, protection }: Source, figure: (drawn: DrawnCell) => Figure): Figure {
  const drawn = cell();
  if (!drawn) return hidden('NOT_YET');
  return drawn.people < protection.threshold ? hidden('WITHHELD') : figure(drawn);
}

/** Rounds to 1, 10, 100 …, so that no digit is only noise. */
function coarse(value: number, margin: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(margin / 4)));
  return Math.round(value / step) * step;
}

/** The share of some values of a dimension among some of them, such as accepted referrals among decided ones. */
function rate(by: CellDimension, of: readonly string[], among: readonly string[]): Measure {
  return {
    by,
    figure(source) {
      const part = sumOf(source, by, of);
      const rest = sumOf(
        source,
        by,
        among.filter((value) => !of.includes(value)),
      );
      if (!part || !rest) return hidden('NOT_YET');
      const whole = part.people + rest.people;
      if (whole < rateSize * source.protection.sigma) return hidden('WITHHELD');
      const share = Math.min(1, Math.max(0, part.people / whole));
      const margin = (twoSided * Math.hypot((1 - share) * part.sigma, share * rest.sigma)) / whole;
      return margin > rateMargin ? hidden('UNCERTAIN') : shown(hundredths(share), hundredths(margin));
    },
  };
}

/** The working days of each class of `ANSWER_TIME`, from the shortest. */
const classes = [
  { value: 'WITHIN_1', until: 1 },
  { value: 'WITHIN_3', until: 3 },
  { value: 'WITHIN_5', until: 5 },
  { value: 'WITHIN_10', until: 10 },
  { value: 'WITHIN_20', until: 20 },
  { value: 'OVER_20', until: 40 },
] as const;

/** The values of `ANSWER_TIME`. */
const answerTimes = [...classes.map(({ value }) => value), 'NOT_ANSWERED'];

/** The median of the working days to an answer, interpolated within its class. */
const medianDays: Measure = {
  by: 'ANSWER_TIME',
  figure(source) {
    const all = sumOf(source, 'ANSWER_TIME', answerTimes);
    if (!all) return hidden('NOT_YET');
    if (all.people < medianSize * source.protection.sigma) return hidden('WITHHELD');
    let before = 0;
    let from = 0;
    for (const { value, until } of classes) {
      const answered = Math.max(0, sumOf(source, 'ANSWER_TIME', [value])?.people ?? 0);
      if (answered > 0 && before + answered >= all.people / 2) {
        const density = answered / (until - from);
        const margin = (twoSided * all.sigma) / 2 / density;
        const days = from + (all.people / 2 - before) / density;
        return margin > Math.max(1, days / 2) ? hidden('UNCERTAIN') : shown(tenths(days), tenths(margin));
      }
      before += answered;
      from = until;
    }
    return hidden('NOT_REACHED');
  },
};

/** The persons of some values of a dimension, each counted once a value, with the standard deviation of their noise. */
function sumOf(
  source: Source,
  by: CellDimension,
  values: readonly string[],
): { people: number; sigma: number } | undefined {
  // A value that was added to its list after the period was drawn has no cell.
  const cells = values.map((value) => source.cell({ [by]: value })).filter((cell) => cell !== undefined);
  if (cells.length === 0) return undefined;
  const total = cells.reduce((sum, cell) => sum + cell.people, 0);
  return { people: total, sigma: source.protection.sigma * Math.sqrt(cells.length) };
}

const hundredths = (value: number) => Math.round(value * 100) / 100;
const tenths = (value: number) => Math.round(value * 10) / 10;

const accepted = ['ACCEPTED', 'IN_PROGRESS', 'ON_HOLD', 'COMPLETED', 'NOT_COMPLETED'];

/** The persons of some values of a dimension, each counted once a value. */
function sum(by: CellDimension, valuesIn: (source: Source) => readonly string[]): Measure {
  return {
    by,
    figure(source) {
      const all = sumOf(source, by, valuesIn(source));
      if (!all) return hidden('NOT_YET');
      if (all.people < (source.protection.threshold * all.sigma) / source.protection.sigma)
        return hidden('WITHHELD');
      return shown(all.people, Math.round(twoSided * all.sigma));
    },
  };
}

/** The hours done as a share of those that the lots commit. */
const hoursRate: Measure = {
  amount: 'HOURS',
  figure(source) {
    const done = hours.figure(source);
    if (done.value === null || done.margin === null) return done;
    if (source.committedHours <= 0) return notApplicable;
    return shown(
      hundredths(done.value / source.committedHours),
      hundredths(done.margin / source.committedHours),
    );
  },
};

/** The measures of questions and of indicators. */
export const measures = {
  DISTINCT_PEOPLE: people,
  COUNT: count,
  HOURS: hours,
  ACCEPTANCE_RATE: rate('ANSWER', ['ACCEPTED'], ['ACCEPTED', 'DECLINED', 'EXPIRED']),
  MEDIAN_DAYS_TO_ANSWER: medianDays,
  ANSWERED_WITHIN_3_DAYS: rate('ANSWER_TIME', ['WITHIN_1', 'WITHIN_3'], answerTimes),
  ANSWERED_WITHIN_5_DAYS: rate('ANSWER_TIME', ['WITHIN_1', 'WITHIN_3', 'WITHIN_5'], answerTimes),
  LOOP_CLOSURE_RATE: rate('STATUS', ['COMPLETED', 'NOT_COMPLETED'], accepted),
  PEOPLE_OF_PARTNERS: sum('PARTNER', ({ partners }) => partners),
  HOURS_RATE: hoursRate,
  POSITIVE_OUTCOMES: sum('OUTCOME_CLASS', () => ['DURABLE', 'TRANSITION', 'POSITIVE']),
} as const satisfies Record<string, Measure>;

/** The splits in which a measure of a subject exists for a span, without the dimension by which it splits further. */
export function splitsOfMeasure(subject: AnalysisSubject, name: MeasureName, span: Span): Split[] {
  const { by, amount }: Measure = measures[name];
  return splitsOf(subject, span)
    .filter((split) => (by ? split.includes(by) : true) && (!amount || counts(subject, split, amount)))
    .map((split) => split.filter((dimension) => dimension !== by));
}

/** A measure of a question or of an indicator. */
export type MeasureName = keyof typeof measures;
