import type { Statement } from '../../../database/reader.js';
import type { AnalysisDimension } from './lists.js';
import { type AdHocQuestion, isTime } from './question.js';

const columns: Readonly<
  Record<Exclude<AnalysisDimension, 'YEAR' | 'HALF_YEAR' | 'QUARTER' | 'MONTH'>, string>
> = {
  PARTNER: 'partner_id',
  FROM_PARTNER: 'partner_id',
  TO_PARTNER: 'to_partner_id',
  DISTRICT: 'district',
  AGE_BAND: 'age_band',
  STATUS: 'status',
  OUTCOME_CLASS: 'outcome_class',
  DECLINE_REASON: 'decline_reason',
  COMPANY: 'company_id',
};

/** A cell as the database counts it: a value for each dimension, null for all values together. */
export interface CountedRow {
  /** Which of the dimensions are taken together, as bits, the last dimension first. */
  readonly together: number;
  readonly [dimension: `d${number}`]: string | null;
}

export interface PeopleRow extends CountedRow {
  readonly people: number;
  readonly rows: number;
  readonly hours: number;
  readonly accepted: number;
  readonly decided: number;
  readonly decided_people: number;
  readonly accepted_people: number;
  readonly declined_people: number;
  readonly top_rows: number;
  readonly top_hours: number;
}

export interface CompanyRow extends CountedRow {
  readonly companies: number;
  readonly largest: number;
}

export interface AnswerRow extends CountedRow {
  readonly quantiles: (number | null)[];
}

/**
 * Counts the cells of a question's table and every margin. Within a period, people with the same rows form one
 * profile. The people of a cell are the sum over its profiles; a profile with several rows in the cell counts once.
 */
export function peopleStatement(question: AdHocQuestion): Statement {
  const { chosen, picked, values, places } = parts(question, 'committee.cell');
  const sums = 'sum(rows) as rows, sum(hours) as hours, sum(accepted) as accepted, sum(decided) as decided';
  const text = `with picked as (${picked}), profile as (
    select period_id, profile, ${chosen}, ${places} as together, min(people) as people, ${sums},
      sum(top_rows) as top_rows, sum(top_hours) as top_hours
    from picked group by period_id, profile${cube(question)}
  )
  select ${names(question)} together, sum(people)::int as people, sum(rows)::int as rows, sum(hours)::float8 as hours,
    sum(accepted)::int as accepted, sum(decided)::int as decided,
    coalesce(sum(people) filter (where decided > 0), 0)::int as decided_people,
    coalesce(sum(people) filter (where accepted > 0), 0)::int as accepted_people,
    coalesce(sum(people) filter (where accepted < decided), 0)::int as declined_people,
    max(top_rows)::int as top_rows, max(top_hours)::float8 as top_hours
  from profile group by ${names(question)} together`;
  return { text, values };
}

/** How the hours of each cell are spread over companies. */
export function companyStatement(question: AdHocQuestion): Statement {
  const { chosen, picked, values, places } = parts(question, 'committee.cell');
  const text = `with picked as (${picked}), employer as (
    select ${chosen}, ${places} as together, company_id, sum(hours) as hours
    from picked where hours > 0 group by company_id${cube(question)}
  )
  select ${names(question)} together, count(*)::int as companies, max(hours)::float8 as largest
  from employer group by ${names(question)} together`;
  return { text, values };
}

/** How long answers took in each cell. */
export function answerStatement(question: AdHocQuestion): Statement {
  const { chosen, picked, values, places } = parts(question, 'committee.answer');
  const text = `with picked as (${picked})
  select ${chosen}, ${places} as together,
    committee.answer_quantiles(array_agg(days), array_agg(answered), array_agg(waiting)) as quantiles
  from picked ${question.by.length > 0 ? `group by ${cube(question).slice(2)}` : 'having count(*) > 0'}`;
  return { text, values };
}

function parts(question: AdHocQuestion, view: string) {
  const { subject, by, bins, partners, districts } = question;
  const values: unknown[] = [
    bins.map(({ from }) => from),
    bins.map(({ until }) => until),
    bins.map(({ name }) => name),
  ];
  const conditions: string[] = [];
  const among = (column: string, list: readonly string[] | undefined, type: string) => {
    if (list) conditions.push(`f.${column} = any ($${values.push(list)}::${type}[])`);
  };
  if (view === 'committee.cell') among('subject', [subject], 'text');
  among('partner_id', partners, 'uuid');
  among('district', districts, 'text');
  if (subject === 'CLAUSE_HOURS' && !by.includes('STATUS')) among('status', ['VALIDATED'], 'text');
  const dimensions = by.map((dimension, index) => {
    const column = isTime(dimension) ? 'bin.name' : `f.${columns[dimension]}::text`;
    return `, ${column} as d${index}`;
  });
  const picked = `select f.*${dimensions.join('')} from ${view} f join committee.period p on p.id = f.period_id
    join unnest($1::date[], $2::date[], $3::text[]) bin("from", until, name) on bin."from" = p."from" and bin.until = p.until
    ${conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''}`;
  const list = by.map((_, index) => `d${index}`).join(', ');
  return {
    picked,
    values,
    chosen: list || 'null as nothing',
    places: list ? `grouping(${list})` : '0',
  };
}

const cube = ({ by }: AdHocQuestion) =>
  by.length > 0 ? `, cube(${by.map((_, index) => `d${index}`).join(', ')})` : '';

const names = ({ by }: AdHocQuestion) => by.map((_, index) => `d${index}, `).join('');
