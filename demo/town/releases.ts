import type pg from 'pg';
import { connect } from '../../src/database/migrate.js';
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
 * the background. What is there already, as after an interrupted start, is left as it is.
 * @param loginUrl the URL of a role that may become the roles of operations
 */
export async function prepareCommittee(loginUrl: string, secret: string): Promise<void> {
  const client = await connect(loginUrl, 'DATABASE_URL');
  try {
    await client.query('set role hub_system');
    const { rows } = await client.query<{ chosen: boolean; made: boolean; closed: number[] }>(
      `select exists (select from committee_protection) as chosen, exists (select from committee_release) as made,
        array(select year from committee_closed_year) as closed`,
    );
    const [{ chosen, made, closed } = { chosen: false, made: false, closed: [] }] = rows;
    if (!chosen) await chooseProtection(client);
    if (!made) await makeReleases({ ...makingOptions(loginUrl, { secret }), atMost: 1 });
    await client.query('set role hub_system');
    for (const year of closedYears) if (!closed.includes(year)) await closeYear(client, year);
  } finally {
    await client.end();
  }
}

/** Chooses the default level, with the rights of the town's data protection officer. */
async function chooseProtection(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ id: string; partner: string }>(
    `select m.id, m.partner_id as partner from member m join partner p on p.id = m.partner_id
    where m.role = 'DATA_PROTECTION_OFFICER' and p.kind = 'TOWN' order by m.id limit 1`,
  );
  const [officer] = rows;
  if (!officer) return;
  await client.query('set role hub_partner');
  await client.query(
    `select set_config('app.role', 'DATA_PROTECTION_OFFICER', false), set_config('app.member_id', $1, false),
      set_config('app.partner_id', $2, false)`,
    [officer.id, officer.partner],
  );
  await client.query(
    `insert into committee_protection (id, level, chosen_by_id, chosen_at)
    values (gen_random_uuid(), 'DEFAULT', $1, now())`,
    [officer.id],
  );
}

/** Closes a year, as the command `closeYear` does. */
async function closeYear(client: pg.Client, year: number): Promise<void> {
  const { rows } = await client.query<MarkedFigure>('select * from facts.year_figures($1)', [year]);
  const { rows: releases } = await client.query<{ partners: string[]; accompanying: string[] }>(
    'select partners, accompanying from committee_release order by as_of desc limit 1',
  );
  const [latest] = releases;
  if (!latest) return;
  for (const subject of allSubjects) {
    await client.query(
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
