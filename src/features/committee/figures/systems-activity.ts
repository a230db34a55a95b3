import type { Context } from '../../../context.js';
import { splitOf } from '../lattice/lattice.js';
import type { AnalysisMeasure, AnalysisSubject } from '../lattice/lists.js';
import type { Period } from '../lattice/period.js';
import { type CellDimension, subjects } from '../lattice/subjects.js';
import type { MeasureName, Place } from '../measures/measures.js';
import type { ReportedFigure } from '../partner-systems/ask-activity.js';
import { protections } from '../protection/protections.js';
import { committeeSession, type ShownRelease } from '../releases/read-release.js';
import type { ActivitySum, PartnerActivity } from './activity-sum.js';
import type { ReleasedFigure } from './released-figures.js';

/** Measures of which two figures cannot be added. */
const notAdded: readonly AnalysisMeasure[] = ['MEDIAN_DAYS_TO_ANSWER', 'ACCEPTANCE_RATE'];
/** Dimensions of the hub’s own rows: the figures of a system stand outside. */
const ownDimensions: readonly CellDimension[] = [
  'PARTNER',
  'FROM_PARTNER',
  'TO_PARTNER',
  'PARTNER_KIND',
  'COMPANY',
];

/** A figure of the hub as the release shows it. */
type HubFigure = Pick<ReleasedFigure, 'value' | 'margin'>;

interface ActivityRow {
  readonly partner: string;
  readonly subject: AnalysisSubject;
  readonly period: string;
  readonly figures: readonly ReportedFigure[] | null;
}

interface CountRow {
  readonly period: string;
  readonly partners: readonly string[];
  readonly people: number;
}

/** What the systems of partners reported for periods, as a release shows it. */
export class SystemsActivity {
  readonly #rows: ReadonlyMap<string, readonly ActivityRow[]>;

  private constructor(
    private readonly release: ShownRelease,
    rows: readonly ActivityRow[],
    private readonly counts: readonly CountRow[],
  ) {
    this.#rows = Map.groupBy(rows, ({ subject, period }) => `${subject} ${period}`);
  }

  /** Reads what was reported of subjects; nothing where no system takes part. */
  static async read(
    release: ShownRelease,
    of: readonly AnalysisSubject[],
    periods: readonly Period[],
    { database }: Pick<Context, 'database'>,
  ): Promise<SystemsActivity> {
    if (!release.hasSystems) return new SystemsActivity(release, [], []);
    const names = periods.map(({ name }) => name);
    const [rows = [], counts = []] = await database.reader.read(committeeSession, [
      {
        text: `select a.partner_id::text as partner, a.subject, a.period, a.figures
          from committee.activity a join committee.release r on r.id = a.release_id and r.as_of <= $3
          where a.subject = any ($1) and a.period = any ($2) order by a.partner_id`,
        values: [of, names, release.asOf],
      },
      {
        text: 'select period, partners, people from committee.distinct_count where period = any ($1)',
        values: [names],
      },
    ]);
    return new SystemsActivity(release, rows as unknown as ActivityRow[], counts as unknown as CountRow[]);
  }

  /** The sums of several measures at a place, in their order; null where no system takes part. */
  sums(
    subject: AnalysisSubject,
    measures: readonly AnalysisMeasure[],
    period: Period,
    place: Place,
    figures: readonly HubFigure[],
  ): ActivitySum[] | null {
    const sums = measures.flatMap(
      (measure, at) => this.sum(subject, measure, period, place, figures[at] as HubFigure) ?? [],
    );
    return sums.length > 0 ? sums : null;
  }

  /**
   * The sum of the hub's figure and of those of the systems at a place; null where no system takes part, and for a
   * measure that the systems are not asked for.
   */
  sum(
    subject: AnalysisSubject,
    name: MeasureName,
    period: Period,
    place: Place,
    hub: HubFigure,
  ): ActivitySum | null {
    const rows = this.#rows.get(`${subject} ${period.name}`);
    const measure = subjects[subject].measures.find((it) => it === name);
    const split = splitOf(Object.keys(place) as CellDimension[]);
    if (!rows || !measure || split.some((it) => ownDimensions.includes(it))) return null;
    const values = split.map((dimension) => place[dimension] as string);
    const partners = rows.map((row) => activityOf(row, measure, split, values));
    const isMissing = partners.some(({ state }) => state !== 'REPORTED');
    const isUnion = subject === 'PATHWAYS' && measure === 'DISTINCT_PEOPLE' && split.length === 0;
    const union = isUnion ? this.union(period, partners) : undefined;
    const { value, margin } = union ?? added(measure, hub, partners);
    // The union has the persons of a partner that withholds its own total.
    const state = union ? 'DEDUPLICATED' : isMissing ? 'PARTNER_MISSING' : 'NOT_DEDUPLICATED';
    return { value, margin, state, partners };
  }

  /** The number of different persons, if they were counted with all systems that take part. */
  private union(
    period: Period,
    partners: readonly PartnerActivity[],
  ): { value: number; margin: number } | undefined {
    if (partners.some(({ state }) => state === 'MISSING')) return undefined;
    const count = this.counts.find(
      (it) =>
        it.period === period.name &&
        it.partners.length === partners.length &&
        partners.every(({ partner }) => it.partners.includes(partner)),
    );
    const { sigma, threshold } = protections[this.release.level];
    return count && count.people >= threshold ? { value: count.people, margin: 2 * sigma } : undefined;
  }
}

function activityOf(
  { partner, figures }: ActivityRow,
  measure: AnalysisMeasure,
  split: readonly string[],
  values: readonly string[],
): PartnerActivity {
  if (figures === null) return { partner, value: null, state: 'MISSING' };
  const placed = (it: Pick<ReportedFigure, 'split' | 'place'>) =>
    it.split.length === split.length &&
    split.every((dimension, index) => it.place[it.split.indexOf(dimension)] === values[index]);
  const value = figures.find((it) => it.measure === measure && placed(it))?.value ?? null;
  return { partner, value, state: value === null ? 'SUPPRESSED' : 'REPORTED' };
}

function added(
  measure: AnalysisMeasure,
  hub: HubFigure,
  partners: readonly PartnerActivity[],
): Pick<ActivitySum, 'value' | 'margin'> {
  if (hub.value === null || notAdded.includes(measure)) return { value: null, margin: null };
  const value = partners.reduce((sum, it) => sum + (it.value ?? 0), hub.value);
  return { value, margin: hub.margin };
}
