import type pg from 'pg';
import {
  allSubjects,
  exactFigures,
  type MarkedFigure,
  makeReleases,
  makingOptions,
  marksOf,
} from '../../src/features/committee/index.js';

/** The years that the coordinator of the demonstration town has closed. */
const closedYears = [2023, 2024, 2025];

/**
 * Prepares the committee's figures of the demonstration town: the data protection officer has chosen the level of
 * protection, the latest release is made, and the coordinator has closed the past years. The other releases follow in
 * the background.
 * @param ownerUrl a superuser's connection URL
 */
export async function prepareCommittee(owner: pg.Client, ownerUrl: string, secret: string): Promise<void> {
  const holder = '(select id from member where role = $1 order by id limit 1)';
  await owner.query(
    `insert into committee_protection (id, level, chosen_by_id, chosen_at)
    values (gen_random_uuid(), 'DEFAULT', ${holder}, now())`,
    ['DATA_PROTECTION_OFFICER'],
  );
  await makeReleases({ ...makingOptions(ownerUrl, { secret }), atMost: 1 });
  for (const year of closedYears) await closeYear(owner, year);
}

/** Closes a year, as the command `closeYear` does. */
async function closeYear(owner: pg.Client, year: number): Promise<void> {
  const { rows } = await owner.query<MarkedFigure>('select * from facts.year_figures($1)', [year]);
  const { rows: releases } = await owner.query<{ partners: string[]; accompanying: string[] }>(
    'select partners, accompanying from committee_release order by as_of desc limit 1',
  );
  const [latest] = releases;
  if (!latest) return;
  for (const subject of allSubjects) {
    await owner.query(
      `with closed as (
        insert into committee_closed_year (id, year, subject, revision, made_at, made_by_id, figures)
        select gen_random_uuid(), $1, $2, 0, now(), id, $3 from member where role = 'COORDINATOR' order by id limit 1
        returning id
      )
      insert into committee_closed_marks (id, closed_year_id, marks) select gen_random_uuid(), id, $4 from closed`,
      [
        year,
        subject,
        JSON.stringify(exactFigures(subject, rows, latest)),
        JSON.stringify(marksOf(subject, rows)),
      ],
    );
  }
}
