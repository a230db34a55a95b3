import type pg from 'pg';
import type { ClosedLists } from '../lattice/domains.js';
import type { AnalysisSubject } from '../lattice/lists.js';
import { allSubjects, type CellDimension, subjects } from '../lattice/subjects.js';
import type { Activity } from '../partner-systems/ask-activity.js';
import { draw } from '../protection/draw.js';
import type { ProtectionLevel } from '../protection/level.js';
import { noiseKey } from '../protection/noise.js';
import { protections } from '../protection/protections.js';
import type { Pace } from './pace.js';
import { type Directories, readCommittedHours, readDirectories, readProfiles } from './read-data.js';
import { periodsDrawnIn } from './schedule.js';
import { type PlacedCell, storeRelease } from './store-release.js';

/** A release to make. */
interface Making {
  readonly asOf: string;
  /** The first day with data. */
  readonly since: string;
  readonly level: ProtectionLevel;
  readonly secret: string;
  readonly lists: ClosedLists;
  /** What the systems of partners reported. */
  readonly activity: readonly Activity[];
  readonly pace: Pace;
}

/** Makes a release: draws the periods that are complete by its day, from one snapshot, and stores them. */
export async function makeRelease(client: pg.Client, making: Making): Promise<void> {
  const { asOf, since, level, activity } = making;
  await client.query('begin isolation level repeatable read read only');
  const madeAt = new Date();
  const directories = await readDirectories(client);
  const key = noiseKey(making.secret);
  const cells: PlacedCell[] = [];
  const committedHours: Record<string, number> = {};
  for (const subject of allSubjects) {
    for (const period of periodsDrawnIn(subject, asOf, level)) {
      const profiles = await making.pace(() => readProfiles(client, subject, period, directories));
      if (subjects[subject].hasHours) committedHours[period.name] = await readCommittedHours(client, period);
      const drawn = draw(
        {
          subject,
          period,
          protection: protections[level],
          key,
          domains: domainsOf(subject, making.lists, directories),
        },
        profiles,
      );
      cells.push(...drawn.map((cell) => ({ ...cell, subject, period: period.name })));
    }
  }
  await client.query('commit');
  await storeRelease(client, { asOf, since, madeAt, level, directories, committedHours, cells, activity });
}

function domainsOf(
  subject: AnalysisSubject,
  lists: ClosedLists,
  { partners, companies }: Directories,
): (dimension: CellDimension) => readonly string[] {
  return (dimension) => lists[subject][dimension] ?? (dimension === 'COMPANY' ? companies : partners);
}
