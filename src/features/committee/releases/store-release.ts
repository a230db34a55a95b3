import type pg from 'pg';
import type { AnalysisSubject } from '../lattice/lists.js';
import { allSubjects, subjects } from '../lattice/subjects.js';
import type { Activity } from '../partner-systems/ask-activity.js';
import type { DrawnCell } from '../protection/draw.js';
import type { ProtectionLevel } from '../protection/level.js';
import type { Directories } from './read-data.js';

/** A cell with the place of its figures. */
export interface PlacedCell extends DrawnCell {
  readonly subject: AnalysisSubject;
  readonly period: string;
}

/** A release that was computed. */
export interface MadeRelease {
  readonly asOf: string;
  readonly since: string;
  readonly madeAt: Date;
  readonly level: ProtectionLevel;
  readonly directories: Directories;
  readonly committedHours: Readonly<Record<string, number>>;
  readonly cells: readonly PlacedCell[];
  /** What the systems of partners reported. */
  readonly activity: readonly Activity[];
}

const insert = `with release as (
    insert into committee_release
      (id, as_of, since, made_at, level, partners, missing, accompanying, committed_hours, definitions)
    values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, $8, $9) returning id
  ), activity as (
    insert into committee_activity (id, release_id, partner_id, subject, period, figures)
    select gen_random_uuid(), release.id, a.partner, a.subject, a.period, a.figures
    from release, jsonb_to_recordset($11) a (partner uuid, subject text, period text, figures jsonb)
  )
  insert into committee_cell (id, release_id, subject, period, split, place, people, further, hours, dominated)
  select gen_random_uuid(), release.id, c.subject, c.period, c.split, c.place, c.people, c.further, c.hours, c.dominated
  from release, jsonb_to_recordset($10) c (subject text, period text, split text[], place text[], people int, further int,
    hours int, dominated boolean)`;

/** Stores a release in one statement: short, because a transaction that has written holds back all events. */
export async function storeRelease(client: pg.Client, release: MadeRelease): Promise<void> {
  const { asOf, since, madeAt, level, directories, committedHours, cells, activity } = release;
  const definitions = Object.fromEntries(
    allSubjects.map((subject) => {
      const { version, consolidationDays } = subjects[subject];
      return [subject, { version, consolidationDays }];
    }),
  );
  await client.query(insert, [
    asOf,
    since,
    madeAt,
    level,
    directories.partners,
    missingIn(activity),
    directories.accompanying,
    JSON.stringify(committedHours),
    JSON.stringify(definitions),
    JSON.stringify(cells),
    JSON.stringify(activity),
  ]);
}

/** The partners whose systems did not answer for a subject. */
function missingIn(activity: readonly Activity[]): string[] {
  return [...new Set(activity.filter(({ figures }) => figures === null).map(({ partner }) => partner))];
}
