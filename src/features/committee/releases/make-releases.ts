import pg from 'pg';
import { today } from '../../../calendar.js';
import type { PartnerSystem } from '../../../config/index.js';
import { loginSettings } from '../../../database/roles.js';
import type { ClosedLists } from '../lattice/domains.js';
import type { Report } from '../partner-systems/system.js';
import { makeRelease } from './make-release.js';
import { fast, restful } from './pace.js';
import { PartnerSystems } from './partner-systems.js';
import { type DueRow, dueOf, dueStatement } from './schedule.js';

/** What the making of releases needs. It must be cloneable, because it is handed to a worker thread. */
export interface MakingOptions {
  /** The URL of the login role. */
  readonly loginUrl: string;
  readonly secret: string;
  readonly lists: ClosedLists;
  /** The partners whose own systems take part. */
  readonly systems: readonly PartnerSystem[];
  /** The day until which releases are due; the current day if left out. */
  readonly until?: string;
  /** Whether it rests between its reads, because a running hub answers requests meanwhile. */
  readonly rests?: boolean;
  /** How many of the missing releases are made, the latest first; all if left out. */
  readonly atMost?: number;
}

/** Key of the advisory lock under which releases are made: an arbitrary number, the same in every hub. */
export const releaseLock = 4_820_224;

/**
 * Makes the releases that are due and missing, the latest first. Each is computed from one snapshot of the data and
 * stored in one transaction. Returns at once when another process is making them, or no level of protection is chosen.
 * @param report is told of problems with the systems of partners
 * @returns the days of the releases that were made
 */
export async function makeReleases(options: MakingOptions, report: Report = () => {}): Promise<string[]> {
  const { loginUrl, secret, lists, systems, until = today(), rests = false, atMost } = options;
  const settings = { ...loginSettings, statement_timeout: '10min', role: 'hub_system' };
  const client = new pg.Client({
    connectionString: loginUrl,
    application_name: 'partner-hub releases',
    options: Object.entries(settings)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
  });
  // A lost connection also fails the running statement, which reports the error.
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [
      releaseLock,
    ]);
    if (!rows[0]?.free) return [];
    const { rows: due } = await client.query<DueRow>(dueStatement);
    const [row] = due as [DueRow];
    const { since, level } = row;
    if (since === null || level === null) return [];
    const made = dueOf(row, until).slice(0, atMost);
    const partners = await PartnerSystems.of(client, systems, secret, report);
    for (const asOf of made) {
      const activity = await partners.activity(asOf, level);
      await makeRelease(client, {
        asOf,
        since,
        level,
        secret,
        lists,
        activity,
        pace: rests ? restful : fast,
      });
    }
    return made;
  } finally {
    await client.end();
  }
}
