import type pg from 'pg';
import type { AnalysisSubject } from '../../../src/features/committee/lattice/lists.js';
import type { Period } from '../../../src/features/committee/lattice/period.js';
import type { Profile } from '../../../src/features/committee/protection/count.js';
import { type DimensionRow, valuesOf } from '../../../src/features/committee/releases/read-data.js';

/** Rows of one person that agree in every dimension, in one period. */
export interface PersonRow {
  readonly person: string;
  readonly rows: number;
  readonly hours: number;
  readonly values: Profile['values'];
}

const sql = `with keyed as (
    select s.person, s.partner_id, s.to_partner_id, s.company_id, s.status, s.answer, s.answer_time, s.outcome_class,
      s.decline_reason, s.visit, min(s.on_day) as on_day, sum(s.rows)::int as rows, sum(s.hours)::float8 as hours
    from facts.source($2, $3) s where s.subject = $1 and s.person is not null group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
  ) select k.*, b.district::text as district,
    facts.age_band(b.birth_date, min(k.on_day) over (partition by k.person)) as age_band
  from keyed k join beneficiary b on b.id = k.person`;

/** Reads the rows of a subject in a period, with their persons, as the owner of the database. */
export async function readRows(
  owner: pg.Client,
  subject: AnalysisSubject,
  { from, until }: Pick<Period, 'from' | 'until'>,
): Promise<PersonRow[]> {
  const { rows } = await owner.query<PersonColumns>(sql, [subject, from, until]);
  const { rows: partners } = await owner.query<{ id: string; kind: string }>('select id, kind from partner');
  const kinds = new Map(partners.map(({ id, kind }) => [id, kind]));
  return rows.map((row) => ({
    person: row.person,
    rows: row.rows,
    hours: row.hours,
    values: valuesOf(subject, row, kinds),
  }));
}

interface PersonColumns extends DimensionRow {
  readonly person: string;
  readonly rows: number;
  readonly hours: number;
}
