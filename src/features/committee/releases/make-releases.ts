import pg from 'pg';
import { fileReaders } from '../../../access/role.js';
import { today } from '../../../calendar.js';
import { loginSettings } from '../../../database/roles.js';
import type { AnalysisSubject } from '../lattice/lists.js';
import type { Period } from '../lattice/period.js';
import { allSubjects, type CellDimension, subjects } from '../lattice/subjects.js';
import { type DrawnCell, draw } from '../protection/draw.js';
import type { ProtectionLevel } from '../protection/level.js';
import { noiseKey } from '../protection/noise.js';
import { protections } from '../protection/protections.js';
import { readProfiles } from './read-profiles.js';
import { missingOf, periodsDrawnIn } from './schedule.js';

/** The closed lists of each subject's dimensions; those of partners and companies are read with the data. */
export type ClosedLists = Readonly<
  Record<AnalysisSubject, Readonly<Partial<Record<CellDimension, readonly string[]>>>>
>;

/** What the making of releases needs. It must be cloneable, because it is handed to a worker thread. */
export interface MakingOptions {
  /** The URL of the login role. */
  readonly loginUrl: string;
  readonly secret: string;
  readonly lists: ClosedLists;
  /** The day until which releases are due; the current day if left out. */
  readonly until?: string;
  /** How many of the missing releases are made, the latest first; all if left out. */
  readonly atMost?: number;
}

/** A cell with the place of its figures. */
interface PlacedCell extends DrawnCell {
  readonly subject: AnalysisSubject;
  readonly period: string;
}

/** Key of the advisory lock under which releases are made: an arbitrary number, the same in every hub. */
const lock = 4_820_224;

/**
 * Makes the releases that are due and missing, the latest first. Each is computed from one snapshot of the data and
 * stored in one transaction. Returns at once when another process is making them.
 * @returns the days of the releases that were made
 */
export async function makeReleases({
  loginUrl,
  secret,
  lists,
  until = today(),
  atMost,
}: MakingOptions): Promise<string[]> {
  const settings = { ...loginSettings, statement_timeout: '10min', role: 'hub_system' };
  const client = new pg.Client({
    connectionString: loginUrl,
    application_name: 'partner-hub releases',
    options: Object.entries(settings)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
  });
  await client.connect();
  try {
    const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [lock]);
    if (!rows[0]?.free) return [];
    const level = await chosenLevel(client);
    const missing = level ? await missingReleases(client, until) : [];
    const made = missing.slice(0, atMost);
    for (const asOf of made) await makeRelease(client, asOf, level as ProtectionLevel, { secret, lists });
    return made;
  } finally {
    await client.end();
  }
}

async function chosenLevel(client: pg.Client): Promise<ProtectionLevel | undefined> {
  const { rows } = await client.query<{ level: ProtectionLevel }>(
    'select level from committee_protection order by chosen_at desc limit 1',
  );
  return rows[0]?.level;
}

async function missingReleases(client: pg.Client, until: string): Promise<string[]> {
  const { rows } = await client.query<{ first: string | null; made: string[] }>(
    `select facts.first_day()::text as first, array(select as_of::text from committee_release) as made`,
  );
  const { first = null, made = [] } = rows[0] ?? {};
  return first === null ? [] : missingOf(first, made, until);
}

async function makeRelease(
  client: pg.Client,
  asOf: string,
  level: ProtectionLevel,
  { secret, lists }: Pick<MakingOptions, 'secret' | 'lists'>,
): Promise<void> {
  await client.query('begin isolation level repeatable read read only');
  const { rows: partners } = await client.query<{ id: string; kind: string; accompanies: boolean }>(
    `select id, kind, exists (select from member m where m.partner_id = p.id and m.role = any ($1)) as accompanies
    from partner p order by id`,
    [fileReaders],
  );
  const { rows: companies } = await client.query<{ id: string }>(
    'select id from committee.company order by id',
  );
  const madeAt = new Date();
  const directories = { partners: partners.map(({ id }) => id), companies: companies.map(({ id }) => id) };
  const kinds = new Map(partners.map(({ id, kind }) => [id, kind]));
  const key = noiseKey(secret);
  const cells: PlacedCell[] = [];
  const committedHours: Record<string, number> = {};
  for (const subject of allSubjects) {
    for (const period of periodsDrawnIn(subject, asOf)) {
      if (!protections[level].spans.includes(period.span)) continue;
      const profiles = await readProfiles(client, subject, period, kinds);
      if (subjects[subject].hasHours) committedHours[period.name] = await committed(client, period);
      const domains = (dimension: CellDimension) =>
        domainIn(lists[subject][dimension], dimension, directories);
      const drawn = draw({ subject, period, protection: protections[level], key, domains }, profiles);
      cells.push(...drawn.map((cell) => ({ ...cell, subject, period: period.name })));
    }
  }
  await client.query('commit');
  const accompanying = partners.filter(({ accompanies }) => accompanies).map(({ id }) => id);
  const { partners: all } = directories;
  await store(client, { asOf, madeAt, level, partners: all, accompanying, committedHours, cells });
}

/** The hours that the lots commit in a period. */
async function committed(client: pg.Client, { from, until }: Period): Promise<number> {
  const { rows } = await client.query<{ hours: number }>('select facts.committed_hours($1, $2) as hours', [
    from,
    until,
  ]);
  return rows[0]?.hours ?? 0;
}

function domainIn(
  closed: readonly string[] | undefined,
  dimension: CellDimension,
  { partners, companies }: { partners: readonly string[]; companies: readonly string[] },
): readonly string[] {
  return closed ?? (dimension === 'COMPANY' ? companies : partners);
}

interface MadeRelease {
  readonly asOf: string;
  readonly madeAt: Date;
  readonly level: ProtectionLevel;
  readonly partners: readonly string[];
  readonly accompanying: readonly string[];
  readonly committedHours: Readonly<Record<string, number>>;
  readonly cells: readonly PlacedCell[];
}

/** Stores a release in one statement: short, because a transaction that has written holds back all events. */
async function store(client: pg.Client, release: MadeRelease): Promise<void> {
  const { asOf, madeAt, level, partners, accompanying, committedHours, cells } = release;
  const definitions = Object.fromEntries(
    allSubjects.map((subject) => {
      const { version, consolidationDays } = subjects[subject];
      return [subject, { version, consolidationDays }];
    }),
  );
  await client.query(
    `with release as (
      insert into committee_release (id, as_of, made_at, level, partners, missing, accompanying, committed_hours, definitions)
      values (gen_random_uuid(), $1, $2, $3, $4, '{}', $5, $6, $7) returning id
    )
    insert into committee_cell (id, release_id, subject, period, split, place, people, further, hours, dominated)
    select gen_random_uuid(), release.id, c.subject, c.period, c.split, c.place, c.people, c.further, c.hours, c.dominated
    from release, jsonb_to_recordset($8) c (subject text, period text, split text[], place text[], people int, further int,
      hours int, dominated boolean)`,
    [
      asOf,
      madeAt,
      level,
      partners,
      accompanying,
      JSON.stringify(committedHours),
      JSON.stringify(definitions),
      JSON.stringify(cells),
    ],
  );
}
