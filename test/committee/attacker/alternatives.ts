import type { AnalysisSubject } from '../../../src/features/committee/lattice/lists.js';
import type { PeriodRows } from './figures.js';
import type { PersonRow } from './rows.js';

type Values = PersonRow['values'];

/** Another plausible value of an attribute; undefined where the row has no such attribute. */
type Alternative = (values: Values) => Values | undefined;

const other = (value: string | undefined, one: string, another: string) => (value === one ? another : one);

const district: Alternative = ({ DISTRICT, ...rest }) => ({
  ...rest,
  DISTRICT: other(DISTRICT, 'NORTH', 'SOUTH'),
});

const age: Alternative = ({ UNDER_26, ...rest }) =>
  UNDER_26 === 'YES'
    ? { ...rest, UNDER_26: 'NO', AGE_BAND: 'FROM_26_TO_44' }
    : { ...rest, UNDER_26: 'YES', AGE_BAND: 'FROM_18_TO_25' };

const declined: Alternative = ({ ANSWER, STATUS: _, DECLINE_REASON: __, ...rest }) =>
  ANSWER === 'DECLINED'
    ? { ...rest, ANSWER: 'ACCEPTED', STATUS: 'COMPLETED' }
    : { ...rest, ANSWER: 'DECLINED', STATUS: 'DECLINED', DECLINE_REASON: 'NO_CAPACITY' };

const reason: Alternative = ({ DECLINE_REASON, ...rest }) =>
  DECLINE_REASON === undefined
    ? undefined
    : { ...rest, DECLINE_REASON: other(DECLINE_REASON, 'NO_CAPACITY', 'NOT_ELIGIBLE') };

const answerTime: Alternative = ({ ANSWER_TIME, ...rest }) => ({
  ...rest,
  ANSWER_TIME: other(ANSWER_TIME, 'WITHIN_3', 'WITHIN_10'),
});

const exitClass: Alternative = ({ OUTCOME_CLASS, ...rest }) => ({
  ...rest,
  OUTCOME_CLASS: other(OUTCOME_CLASS, 'DURABLE', 'NONE'),
});

const visit: Alternative = ({ VISIT, ...rest }) => ({ ...rest, VISIT: other(VISIT, 'FIRST', 'OTHER') });

const status: Alternative = ({ STATUS, ...rest }) => ({ ...rest, STATUS: other(STATUS, 'OPEN', 'CLOSED') });

/** Facts about the person: they change every row. */
const ofPersons = [district, age];

/** Facts about a row: they change one row, wherever it counts. */
const ofRows: Readonly<Record<AnalysisSubject, readonly Alternative[]>> = {
  PATHWAYS: [status],
  REFERRALS: [declined, reason, answerTime],
  CLAUSE_HOURS: [],
  OUTCOMES: [exitClass],
  FORUM_ATTENDANCES: [visit],
};

/** A person's rows with one attribute changed, and how likely the true value is of the two. */
export interface Changed {
  readonly own: readonly PeriodRows[];
  readonly share: number;
}

/**
 * A person's rows with one attribute changed, for each attribute.
 * @param town the rows of everybody in the year, for the shares
 */
export function alternativesOf(
  subject: AnalysisSubject,
  own: readonly PeriodRows[],
  town: readonly PersonRow[],
): Changed[] {
  const row = own.at(-1)!.rows[0]!;
  const facts = [
    ...ofPersons.map((alternative) => [alternative, () => true] as const),
    ...ofRows[subject].map((alternative) => [alternative, (it: PersonRow) => isSame(it, row)] as const),
  ];
  return facts.flatMap(([alternative, isMeant]) => {
    const changed = change(own, alternative, isMeant);
    return changed ? [{ own: changed, share: shareOf(row.values, alternative(row.values)!, town) }] : [];
  });
}

/** The share of the rows with the first of two sets of values among those with either, by the dimensions that differ. */
function shareOf(one: Values, another: Values, town: readonly PersonRow[]): number {
  const differing = (Object.keys({ ...one, ...another }) as (keyof Values)[]).filter(
    (it) => one[it] !== another[it],
  );
  const [dimension] = differing.toSorted((a, b) =>
    a === 'UNDER_26' || a === 'ANSWER' ? -1 : b === 'UNDER_26' || b === 'ANSWER' ? 1 : 0,
  );
  const count = (value: string | undefined) =>
    town.filter(({ values }) => values[dimension!] === value).length;
  const [first, second] = [count(one[dimension!]), count(another[dimension!])];
  return first / (first + second);
}

function change(
  own: readonly PeriodRows[],
  alternative: Alternative,
  isMeant: (row: PersonRow) => boolean,
): PeriodRows[] | undefined {
  const meant = own.flatMap(({ rows }) => rows.filter(isMeant));
  if (meant.length === 0 || meant.some(({ values }) => !alternative(values))) return undefined;
  return own.map((period) => ({
    ...period,
    rows: period.rows.map((row) => (isMeant(row) ? { ...row, values: alternative(row.values)! } : row)),
  }));
}

/** Whether two rows agree but for the person's age, which depends on the period. */
function isSame({ values: one }: PersonRow, { values: other_ }: PersonRow): boolean {
  const key = ({ AGE_BAND: _, UNDER_26: __, ...rest }: Values) => JSON.stringify(rest);
  return key(one) === key(other_);
}
