import { committeeReaders } from '../../access/role.js';
import { databaseRoleOf } from '../../access/viewer.js';
import type { Context } from '../../context.js';
import { type IndicatorDefinition, type IndicatorKey, registry } from '../indicators/index.js';
import type { RoadmapState } from '../roadmap/index.js';
import { type ClosedYearInfo, closedYears } from './closed-years/closed-year.js';
import { partnerNames } from './directories.js';
import type { Indicator } from './indicator.js';
import { indicatorsOf } from './indicators.js';
import { readReleases } from './releases/read-release.js';
import type { Release } from './releases/release.js';
import { calendarYear } from './year.js';

interface PlannedRow {
  readonly title: string;
  readonly description: string;
  readonly owner: string;
  readonly due_on: string;
  readonly state: RoadmapState;
  readonly indicator: IndicatorKey | null;
  readonly target: number | null;
}

interface PlannedItem extends Omit<PlannedRow, 'indicator'> {
  readonly indicator: IndicatorDefinition | null;
}

/** The content of the yearly report. */
export interface YearlyReport {
  readonly year: number;
  readonly indicators: readonly Indicator[];
  /** The release that the figures are read from. */
  readonly release: Release;
  /** The closing of each subject of a closed year and its revisions, the latest revision first; empty for other years. */
  readonly closings: readonly ClosedYearInfo[];
  /** The partners' names by key. */
  readonly partners: ReadonlyMap<string, string>;
  readonly roadmap: readonly PlannedItem[];
}

const items = `select i.title, i.description, p.name as owner, i.due_on::text, i.state, i.indicator, i.target
  from roadmap_item i join partner p on p.id = i.owner_id order by i.due_on, i.id`;

/**
 * The report of a year; undefined for a year without figures, for a day without a release, and for viewers who may not
 * read the committee's figures.
 * @param asOf the day of the release that the figures are read from; the latest one if left out
 */
export async function yearlyReport(
  year: number,
  asOf: string | undefined,
  context: Context,
): Promise<YearlyReport | undefined> {
  const { viewer, database } = context;
  const period = committeeReaders.includes(viewer.role) ? calendarYear(year) : undefined;
  if (!period) return undefined;
  if (asOf !== undefined && !(await readReleases(context)).some((it) => it.asOf === asOf)) return undefined;
  const [indicators, closings, partners, [roadmap = []]] = await Promise.all([
    indicatorsOf(period, asOf, context),
    closedYears(context),
    partnerNames(context),
    database.reader.read(databaseRoleOf(viewer), [{ text: items, values: [] }]),
  ]);
  const [{ release }] = indicators as [Indicator];
  return {
    year,
    indicators,
    release,
    closings: closings.filter((closing) => closing.year === year),
    partners,
    roadmap: (roadmap as unknown as PlannedRow[]).map((item) => ({
      ...item,
      indicator: item.indicator && registry[item.indicator],
    })),
  };
}
