import type { Context } from '../../access/context.js';
import { committeeReaders } from '../../access/role.js';
import { databaseRoleOf } from '../../access/viewer.js';
import { type IndicatorKey, registry } from '../indicators/index.js';
import type { RoadmapState } from '../roadmap/index.js';
import { partnerNames } from './directories.js';
import type { Indicator } from './indicator.js';
import { indicatorsOf } from './indicators.js';
import { calendarYear } from './year.js';

interface PlannedItem {
  readonly title: string;
  readonly description: string;
  readonly owner: string;
  readonly due_on: string;
  readonly state: RoadmapState;
  /** The label of its indicator. */
  readonly indicator: string | null;
  readonly target: number | null;
}

/** The content of the yearly report. */
export interface YearlyReport {
  readonly year: number;
  readonly indicators: readonly Indicator[];
  /** The partners' names by key. */
  readonly partners: ReadonlyMap<string, string>;
  readonly roadmap: readonly PlannedItem[];
}

const items = `select i.title, i.description, p.name as owner, i.due_on::text, i.state, i.indicator, i.target
  from roadmap_item i join partner p on p.id = i.owner_id order by i.due_on, i.id`;

/** The report of a year; undefined for a year without figures, and for viewers who may not read the committee's figures. */
export async function yearlyReport(year: number, context: Context): Promise<YearlyReport | undefined> {
  const { viewer, database, language } = context;
  const period = committeeReaders.includes(viewer.role) ? calendarYear(year) : undefined;
  if (!period) return undefined;
  const [indicators, partners, [roadmap = []]] = await Promise.all([
    indicatorsOf(period, null, context),
    partnerNames(context),
    database.reader.read(databaseRoleOf(viewer), [{ text: items, values: [] }]),
  ]);
  return {
    year,
    indicators,
    partners,
    roadmap: (roadmap as unknown as PlannedItem[]).map((item) => ({
      ...item,
      indicator: item.indicator && registry[item.indicator as IndicatorKey].label[language],
    })),
  };
}
