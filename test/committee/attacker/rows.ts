import type pg from 'pg';
import type { AnalysisSubject } from '../../../src/features/committee/lattice/lists.js';
import type { Period } from '../../../src/features/committee/lattice/period.js';
import type { CellDimension } from '../../../src/features/committee/lattice/subjects.js';

/** Rows of one person that agree in every dimension, in one period. */
export interface PersonRow {
  readonly person: string;
  readonly rows: number;
  readonly hours: number;
  readonly values: Readonly<Partial<Record<CellDimension, string>>>;
}

const sql = `with keyed as (
    select s.person, s.partner_id, s.to_partner_id, s.company_id, s.status, s.answer, s.answer_time, s.outcome_class,
      s.decline_reason, s.visit, min(s.on_day) as on_day, sum(s.rows)::int as rows, sum(s.hours)::float8 as hours
    from facts.source($2, $3) s where s.subject = $1 and s.person is not null group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
  ) select k.*, b.district::text as district, p.kind as partner_kind,
    facts.age_band(b.birth_date, min(k.on_day) over (partition by k.person)) as age_band
  from keyed k join beneficiary b on b.id = k.person join partner p on p.id = coalesce(k.to_partner_id, k.partner_id)`;

/** Reads the rows of a subject in a period, with their persons, as the owner of the database. */
export async function readRows(
  owner: pg.Client,
  subject: AnalysisSubject,
  { from, until }: Pick<Period, 'from' | 'until'>,
): Promise<PersonRow[]> {
  const { rows } = await owner.query(sql, [subject, from, until]);
  return rows.map((row) => {
    const values: Record<CellDimension, string | null> = {
      PARTNER: subject === 'REFERRALS' ? null : row.partner_id,
      FROM_PARTNER: subject === 'REFERRALS' ? row.partner_id : null,
      TO_PARTNER: row.to_partner_id,
      PARTNER_KIND: row.partner_kind,
      DISTRICT: row.district ?? 'UNKNOWN',
      AGE_BAND: row.age_band,
      UNDER_26: ['UNDER_18', 'FROM_18_TO_25'].includes(row.age_band) ? 'YES' : 'NO',
      STATUS: row.status,
      ANSWER: row.answer,
      ANSWER_TIME: row.answer_time,
      OUTCOME_CLASS: row.outcome_class,
      DECLINE_REASON: row.decline_reason,
      COMPANY: row.company_id,
      VISIT: row.visit,
    };
    const known = Object.entries(values).filter(([, value]) => value !== null);
    return {
      person: row.person,
      rows: row.rows,
      hours: row.hours,
      values: Object.fromEntries(known) as PersonRow['values'],
    };
  });
}
