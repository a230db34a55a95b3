import {
  fewestPersons,
  isWithheldFor,
  withholdParts,
} from '../../../src/features/committee/closed-years/suppression.js';
import type { AnalysisSubject } from '../../../src/features/committee/lattice/lists.js';
import type { CellDimension } from '../../../src/features/committee/lattice/subjects.js';
import { indicatorPlaces } from '../../../src/features/committee/measures/indicator-places.js';
import type { IndicatorKey } from '../../../src/features/indicators/indicator-key.js';
import type { Vector } from './figures.js';
import type { PersonRow } from './rows.js';

type Values = PersonRow['values'];

/** What an exact figure of a closed year adds up. */
interface ExactFigure {
  readonly subject: AnalysisSubject;
  readonly of: 'people' | 'partners' | 'rows' | 'hours';
  readonly counts: (values: Values) => boolean;
  /** The rows of which it is a part; published with it. */
  readonly among?: (values: Values) => boolean;
  /** By which partner it exists besides the total. */
  readonly by?: CellDimension;
}

const isOneOf = (value: string | undefined, ...values: readonly string[]) => values.includes(value ?? '');
const always = () => true;
const isClauseExit = ({ STATUS }: Values) => STATUS === 'CLAUSE_EXIT';
const exits = (...classes: readonly string[]): ExactFigure => ({
  subject: 'OUTCOMES',
  of: 'rows',
  counts: (values) => isClauseExit(values) && isOneOf(values.OUTCOME_CLASS, ...classes),
  among: isClauseExit,
  by: 'PARTNER',
});
const people = { subject: 'PATHWAYS', of: 'people', by: 'PARTNER' } as const;
const hours = { subject: 'CLAUSE_HOURS', of: 'hours', by: 'PARTNER' } as const;
const referrals = { subject: 'REFERRALS', of: 'rows', by: 'TO_PARTNER' } as const;
const answered = (...times: readonly string[]): ExactFigure => ({
  ...referrals,
  counts: ({ ANSWER_TIME }) => isOneOf(ANSWER_TIME, ...times),
  among: always,
});
const accepted = ['ACCEPTED', 'IN_PROGRESS', 'ON_HOLD', 'COMPLETED', 'NOT_COMPLETED'];

/** The exact figures of a closed year: see `facts.contribution`. Medians count as the share below a class limit. */
const exactFigures: Readonly<Record<IndicatorKey, ExactFigure>> = {
  ACCOMPANIED_PEOPLE: { ...people, counts: always },
  ACCOMPANIED_SUM: { subject: 'PATHWAYS', of: 'partners', counts: always },
  YOUNG_PEOPLE: { ...people, counts: ({ UNDER_26 }) => UNDER_26 === 'YES', among: always },
  CLAUSE_HOURS: { ...hours, counts: ({ STATUS }) => STATUS === 'VALIDATED' },
  CLAUSE_HOURS_DECLARED: { ...hours, counts: ({ STATUS }) => STATUS === 'DECLARED' },
  CLAUSE_HOURS_RATE: { subject: 'CLAUSE_HOURS', of: 'hours', counts: ({ STATUS }) => STATUS === 'VALIDATED' },
  POSITIVE_EXITS: exits('DURABLE', 'TRANSITION', 'POSITIVE'),
  DURABLE_EXITS: exits('DURABLE'),
  TRANSITION_EXITS: exits('TRANSITION'),
  QUALIFYING_EXITS: exits('POSITIVE'),
  REFERRALS_SENT: { subject: 'REFERRALS', of: 'rows', counts: always, by: 'FROM_PARTNER' },
  REFERRAL_ACCEPTANCE_RATE: {
    ...referrals,
    counts: ({ ANSWER }) => ANSWER === 'ACCEPTED',
    among: ({ ANSWER }) => isOneOf(ANSWER, 'ACCEPTED', 'DECLINED', 'EXPIRED'),
  },
  MEDIAN_DAYS_TO_ANSWER: answered('WITHIN_1', 'WITHIN_3', 'WITHIN_5'),
  ANSWERED_WITHIN_3_DAYS: answered('WITHIN_1', 'WITHIN_3'),
  ANSWERED_WITHIN_5_DAYS: answered('WITHIN_1', 'WITHIN_3', 'WITHIN_5'),
  LOOP_CLOSURE_RATE: {
    ...referrals,
    counts: ({ STATUS }) => isOneOf(STATUS, 'COMPLETED', 'NOT_COMPLETED'),
    among: ({ STATUS }) => isOneOf(STATUS, ...accepted),
  },
  FORUM_ATTENDANCES: { subject: 'FORUM_ATTENDANCES', of: 'rows', counts: always },
  FORUM_FIRST_TIME: {
    subject: 'FORUM_ATTENDANCES',
    of: 'rows',
    counts: ({ VISIT }) => VISIT === 'FIRST',
    among: always,
  },
};

/** Rounding stands for noise: whole numbers, and whole hours. */
const spread = { people: 0.05, partners: 0.05, rows: 0.05, hours: 0.3 } as const;

/** A person's part of every exact figure. Equal figures count once. */
export function exactVector(
  subject: AnalysisSubject,
  rows: readonly PersonRow[],
  shown: ReadonlySet<string>,
): Vector {
  const vector: Vector = new Map();
  for (const [key, value] of partsOf(subject, rows))
    if (shown.has(placeOf(key))) vector.set(`exact/${key}`, value);
  return vector;
}

const placeOf = (key: string) => key.slice(key.indexOf('/') + 1);

function partsOf(subject: AnalysisSubject, rows: readonly PersonRow[]): Vector {
  const parts: Vector = new Map();
  const partners = new Set(rows.map(({ values }) => values.PARTNER)).size;
  for (const [key, figure] of Object.entries(exactFigures).filter(([, it]) => it.subject === subject))
    for (const { rows: n, hours: h, values } of rows)
      for (const place of ['', ...(figure.by ? [values[figure.by] ?? ''] : [])])
        for (const [part, counts] of [
          ['part', figure.counts],
          ['whole', figure.among],
        ] as const) {
          if (!counts?.(values)) continue;
          const name = `${part}/${key}/${place}`;
          const added = { people: 1, partners, rows: n, hours: h }[figure.of] / spread[figure.of];
          parts.set(
            name,
            figure.of === 'people' || figure.of === 'partners' ? added : (parts.get(name) ?? 0) + added,
          );
        }
  return parts;
}

/** The places whose exact figures pass the suppression. */
export function shownExactly(subject: AnalysisSubject, persons: Iterable<readonly PersonRow[]>): Set<string> {
  const counts = new Map<string, number>();
  const companies = new Map<string, Map<string, number>>();
  for (const rows of persons) {
    for (const key of partsOf(subject, rows).keys()) counts.set(key, (counts.get(key) ?? 0) + 1);
    for (const { hours: h, values } of rows)
      for (const place of ['', values.PARTNER ?? '']) {
        const of = companies.get(place) ?? new Map<string, number>();
        companies.set(place, of.set(values.COMPANY ?? '', (of.get(values.COMPANY ?? '') ?? 0) + h));
      }
  }
  const shown = new Set<string>();
  for (const key of Object.keys(exactFigures) as IndicatorKey[]) {
    if (exactFigures[key].subject !== subject) continue;
    const places = new Set(
      [...counts.keys()].filter((it) => it.split('/')[1] === key).map((it) => it.split('/')[2]!),
    );
    const figureAt = (place: string) => {
      const persons_ = counts.get(`part/${key}/${place}`) ?? 0;
      const base = counts.get(`whole/${key}/${place}`) ?? persons_;
      const hoursOf = [...(companies.get(place)?.values() ?? [])];
      const top = Math.max(...hoursOf) / hoursOf.reduce((sum, it) => sum + it, 0);
      return { people: persons_, base, companies: hoursOf.length, top_company: top } as never;
    };
    const parts = indicatorPlaces[key].isExactOnlyInTotal ? [] : [...places].filter((it) => it !== '');
    const withheld = withholdParts(key, figureAt(''), parts.map(figureAt));
    // Visitors without names also count in the figures of forums, so the persons alone do not say whether they are shown.
    if (subject === 'FORUM_ATTENDANCES' || !isWithheldFor(key, figureAt(''))) shown.add(`${key}/`);
    parts.forEach((place, index) => {
      const { people: ofPlace, base } = figureAt(place) as { people: number; base: number };
      const sides = base > ofPlace ? [ofPlace, base - ofPlace] : [ofPlace];
      if (!withheld.has(index) && sides.every((it) => it >= fewestPersons)) shown.add(`${key}/${place}`);
    });
  }
  return shown;
}
