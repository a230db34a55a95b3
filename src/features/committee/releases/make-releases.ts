import pg from 'pg';
import { today } from '../../../calendar.js';
import { loginSettings } from '../../../database/roles.js';
import type { ClosedLists } from '../lattice/domains.js';
import type { ProtectionLevel } from '../protection/level.js';
import { makeRelease } from './make-release.js';
import { missingOf } from './schedule.js';

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

/** Key of the advisory lock under which releases are made: an arbitrary number, the same in every hub. */
const lock = 4_820_224;

/**
 * Makes the releases that are due and missing, the latest first. Each is computed from one snapshot of the data and
 * stored in one transaction. Returns at once when another process is making them, or no level of protection is chosen.
 * @returns the days of the releases that were made
 */
export async function makeReleases(options: MakingOptions): Promise<string[]> {
  const { loginUrl, secret, lists, until = today(), atMost } = options;
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
    const level = rows[0]?.free ? await chosenLevel(client) : undefined;
    if (!level) return [];
    const { since, missing } = await missingReleases(client, until);
    const made = missing.slice(0, atMost);
    for (const asOf of made) await makeRelease(client, { asOf, since, level, secret, lists });
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

/** The releases that are missing, and the first day with data. */
async function missingReleases(
  client: pg.Client,
  until: string,
): Promise<{ since: string; missing: string[] }> {
  const { rows } = await client.query<{ since: string | null; made: string[] }>(
    `select facts.first_day()::text as since, array(select as_of::text from committee_release) as made`,
  );
  const { since = null, made = [] } = rows[0] ?? {};
  return since === null ? { since: until, missing: [] } : { since, missing: missingOf(since, made, until) };
}
