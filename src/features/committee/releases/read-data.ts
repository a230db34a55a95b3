import type pg from 'pg';
import { fileReaders } from '../../../access/role.js';
import type { AnalysisSubject } from '../lattice/lists.js';
import type { Period } from '../lattice/period.js';
import type { CellDimension } from '../lattice/subjects.js';
import type { Profile } from '../protection/count.js';

/** The partners and companies of the town, by key. */
export interface Directories {
  readonly partners: readonly string[];
  readonly companies: readonly string[];
  /** The kind of each partner. */
  readonly kinds: ReadonlyMap<string, string>;
  /** The partners that accompany persons: those with a member who reads case files. */
  readonly accompanying: readonly string[];
}

/** Reads the partners and companies. */
export async function readDirectories(client: pg.Client): Promise<Directories> {
  const { rows: partners } = await client.query<{ id: string; kind: string; accompanies: boolean }>(
    `select id, kind, exists (select from member m where m.partner_id = p.id and m.role::text = any ($1)) as accompanies
    from partner p order by id`,
    [fileReaders],
  );
  const { rows: companies } = await client.query<{ id: string }>(
    'select id from committee.company order by id',
  );
  return {
    partners: partners.map(({ id }) => id),
    companies: companies.map(({ id }) => id),
    kinds: new Map(partners.map(({ id, kind }) => [id, kind])),
    accompanying: partners.filter(({ accompanies }) => accompanies).map(({ id }) => id),
  };
}

/** Reads the hours that the lots commit in a period. */
export async function readCommittedHours(client: pg.Client, { from, until }: Period): Promise<number> {
  const { rows } = await client.query<{ hours: number }>('select facts.committed_hours($1, $2) as hours', [
    from,
    until,
  ]);
  return rows[0]?.hours ?? 0;
}

/** The columns of a row from which the values of its dimensions follow. */
export interface DimensionRow {
  readonly partner_id: string | null;
  readonly to_partner_id: string | null;
  readonly company_id: string | null;
  readonly status: string | null;
  readonly answer: string | null;
  readonly answer_time: string | null;
  readonly outcome_class: string | null;
  readonly decline_reason: string | null;
  readonly visit: string | null;
  readonly district: string;
  readonly age_band: string;
}

/** A row of `facts.profiles`. */
interface ProfileRow extends DimensionRow {
  readonly profile: number;
  readonly people: number;
  readonly n: number;
  readonly hours: number;
}

/** Reads the rows of a subject in a period, without persons. */
export async function readProfiles(
  client: pg.Client,
  subject: AnalysisSubject,
  { from, until }: Period,
  { kinds }: Pick<Directories, 'kinds'>,
): Promise<Profile[]> {
  const { rows } = await client.query<ProfileRow>('select * from facts.profiles($1, $2, $3)', [
    subject,
    from,
    until,
  ]);
  return rows.map((row) => {
    const { profile, people, n, hours } = row;
    return { profile, people, rows: n, hours, values: valuesOf(subject, row, kinds) };
  });
}

const under26: Readonly<Record<string, string>> = {
  UNDER_18: 'YES',
  FROM_18_TO_25: 'YES',
  UNKNOWN: 'UNKNOWN',
};

/**
 * The values of the dimensions of a row.
 * @param kinds the kind of each partner
 */
export function valuesOf(
  subject: AnalysisSubject,
  row: DimensionRow,
  kinds: ReadonlyMap<string, string>,
): Profile['values'] {
  const { partner_id, to_partner_id } = row;
  const isReferral = subject === 'REFERRALS';
  const values: Record<CellDimension, string | null | undefined> = {
    PARTNER: isReferral ? null : partner_id,
    FROM_PARTNER: isReferral ? partner_id : null,
    TO_PARTNER: to_partner_id,
    PARTNER_KIND: kinds.get((isReferral ? to_partner_id : partner_id) ?? ''),
    DISTRICT: row.district,
    AGE_BAND: row.age_band,
    UNDER_26: under26[row.age_band] ?? 'NO',
    STATUS: row.status,
    ANSWER: row.answer,
    ANSWER_TIME: row.answer_time,
    OUTCOME_CLASS: row.outcome_class,
    DECLINE_REASON: row.decline_reason,
    COMPANY: row.company_id,
    VISIT: row.visit,
  };
  const known = Object.entries(values).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(known) as Profile['values'];
}
