import { Field, Float, ObjectType } from 'type-graphql';
import type { Context } from '../../../access/context.js';
import { AtMost } from '../../../graphql/costs.js';
import { closedSet } from '../../../graphql/enum.js';
import { Partner } from '../../partners/index.js';
import type { Place } from '../figures/measures.js';
import type { ReleasedFigure } from '../figures/released-figures.js';
import { splitOf } from '../lattice/lattice.js';
import type { AnalysisMeasure, AnalysisSubject } from '../lattice/lists.js';
import type { Period } from '../lattice/period.js';
import type { CellDimension } from '../lattice/subjects.js';
import { protections } from '../protection/protections.js';
import { committeeSession, type ReleaseRow } from '../releases/read-release.js';
import type { ReportedFigure } from './ask-activity.js';

const ActivityState = closedSet(
  'ActivityState',
  'What the sum of the figures of the hub and of partners’ systems contains.',
  {
    DEDUPLICATED: 'Each person counts once, whoever accompanies the person.',
    NOT_DEDUPLICATED: 'A person or a row that is in several systems may count several times.',
    PARTNER_MISSING: 'The figure of at least one partner is not in the sum: it is missing, never zero.',
  },
);
export type ActivityState = keyof typeof ActivityState;

const PartnerActivityState = closedSet(
  'PartnerActivityState',
  'Whether the system of a partner gave a figure.',
  {
    REPORTED: 'The value is from the partner’s system.',
    SUPPRESSED: 'The partner’s system withholds the value, for example because it is small.',
    MISSING: 'The partner’s system did not answer when the release was made.',
  },
);
type PartnerActivityState = keyof typeof PartnerActivityState;

/** The most systems that take part in one count of distinct persons. */
const mostSystems = 7;

@ObjectType({ description: 'A figure from the system of a partner, as it reported it for the release.' })
export class PartnerActivity {
  @Field(() => Partner, { description: 'The partner.' })
  partner!: string;

  @Field(() => Float, { nullable: true, description: 'The value. Null unless it was reported.' })
  value!: number | null;

  @Field(() => PartnerActivityState, { description: 'Whether it was reported, and if not, why not.' })
  state!: PartnerActivityState;
}

@ObjectType({ description: 'A figure of the hub together with those of partners’ own systems.' })
export class ActivitySum {
  @Field(() => Float, {
    nullable: true,
    description:
      'The number of different persons when it is DEDUPLICATED, otherwise the sum of the hub’s figure and of those that were reported. Null when the hub’s figure is not shown, and for rates and medians.',
  })
  value!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Half the width of the interval that holds the true value with 95 %, without errors of the partners’ systems. Null without a value.',
  })
  margin!: number | null;

  @Field(() => ActivityState, { description: 'What the value contains.' })
  state!: ActivityState;

  @AtMost(mostSystems)
  @Field(() => [PartnerActivity], {
    description: 'The figures of the partners’ systems. The hub’s own one is in `measures`.',
  })
  partners!: PartnerActivity[];
}

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
  readonly period: string;
  readonly figures: readonly ReportedFigure[] | null;
}

interface CountRow {
  readonly period: string;
  readonly partners: readonly string[];
  readonly people: number;
}

/** What the systems of partners reported of a subject for the periods of a release. */
export class SystemsActivity {
  private constructor(
    private readonly release: ReleaseRow,
    private readonly subject: AnalysisSubject,
    private readonly rows: readonly ActivityRow[],
    private readonly counts: readonly CountRow[],
  ) {}

  static async read(
    release: ReleaseRow,
    subject: AnalysisSubject,
    periods: readonly Period[],
    { database }: Pick<Context, 'database'>,
  ): Promise<SystemsActivity> {
    const names = periods.map(({ name }) => name);
    const [rows = [], counts = []] = await database.reader.read(committeeSession, [
      {
        text: `select a.partner_id::text as partner, a.period, a.figures
          from committee.activity a join committee.release r on r.id = a.release_id and r.as_of <= $3
          where a.subject = $1 and a.period = any ($2) order by a.partner_id`,
        values: [subject, names, release.asOf],
      },
      {
        text: 'select period, partners, people from committee.distinct_count where period = any ($1)',
        values: [names],
      },
    ]);
    return new SystemsActivity(
      release,
      subject,
      rows as unknown as ActivityRow[],
      counts as unknown as CountRow[],
    );
  }

  /** For each measure, the sum of the hub's figure and of the systems at a place; null where no system takes part. */
  sums(
    measures: readonly AnalysisMeasure[],
    period: Period,
    place: Place,
    figures: readonly HubFigure[],
  ): ActivitySum[] | null {
    const rows = this.rows.filter((row) => row.period === period.name);
    const split = splitOf(Object.keys(place) as CellDimension[]);
    if (rows.length === 0 || split.some((it) => ownDimensions.includes(it))) return null;
    const values = split.map((dimension) => place[dimension] as string);
    return figures.map((hub, at) => {
      const measure = measures[at] as AnalysisMeasure;
      const partners = rows.map((row) => activityOf(row, measure, split, values));
      const isMissing = partners.some(({ state }) => state !== 'REPORTED');
      const union = split.length === 0 ? this.union(measure, period, partners) : undefined;
      const { value, margin } = union ?? added(measure, hub, partners);
      const state = isMissing ? 'PARTNER_MISSING' : union ? 'DEDUPLICATED' : 'NOT_DEDUPLICATED';
      return { value, margin, state, partners };
    });
  }

  /** The number of different persons, if they were counted with all systems that take part. */
  private union(
    measure: AnalysisMeasure,
    period: Period,
    partners: readonly PartnerActivity[],
  ): { value: number; margin: number } | undefined {
    if (this.subject !== 'PATHWAYS' || measure !== 'DISTINCT_PEOPLE') return undefined;
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
