import type { Context } from '../../../context.js';
import type { IndicatorKey } from '../../indicators/index.js';
import type { ExactFigure, ExactFigures } from '../closed-years/exact.js';
import { closedYearsOf, closedYearsStatement } from '../closed-years/read-closed-years.js';
import { isIn, type Split, splitOf } from '../lattice/lattice.js';
import type { AnalysisSubject } from '../lattice/lists.js';
import type { Period } from '../lattice/period.js';
import type { CellDimension } from '../lattice/subjects.js';
import { type Figure, hidden, notApplicable } from '../measures/figure.js';
import { indicatorPlaces } from '../measures/indicator-places.js';
import { type Measure, type MeasureName, measures, type Place } from '../measures/measures.js';
import { placeKey } from '../protection/count.js';
import type { DrawnCell } from '../protection/draw.js';
import { protections } from '../protection/protections.js';
import { committeeSession, type ReleaseRow } from '../releases/read-release.js';
import { drawnIn } from '../releases/schedule.js';

/** The figures of a subject that are read together. */
export interface Wanted {
  readonly subject: AnalysisSubject;
  readonly measures: readonly MeasureName[];
  /** The dimensions of the places. */
  readonly dimensions: readonly CellDimension[];
}

interface CellRow extends DrawnCell {
  readonly subject: AnalysisSubject;
  readonly period: string;
}

/** The figures of a release: drawn cells, and the exact figures of closed years. */
export class ReleasedFigures {
  readonly #cells: ReadonlyMap<string, DrawnCell>;

  private constructor(
    readonly release: ReleaseRow,
    cells: readonly CellRow[],
    private readonly committedHours: Readonly<Record<string, number>>,
    private readonly partnersByRelease: ReadonlyMap<string, readonly string[]>,
    private readonly closedYears: ReadonlyMap<string, ExactFigures>,
  ) {
    this.#cells = new Map(
      cells.map((cell) => [cellKey(cell.subject, cell.period, cell.split, cell.place), cell]),
    );
  }

  /** Reads the cells of all wanted figures in the periods, and the closed years among these, in one transaction. */
  static async read(
    release: ReleaseRow,
    periods: readonly Period[],
    wanted: readonly Wanted[],
    context: Context,
  ): Promise<ReleasedFigures> {
    const names = periods.map(({ name }) => name);
    const splits = wanted.flatMap(splitsFor);
    const drawingDays = wanted.flatMap(({ subject }) => periods.map((period) => drawnIn(subject, period)));
    const [cells = [], committed = [], drawing = [], closed = []] = await context.database.reader.read(
      committeeSession,
      [
        {
          text: `select c.subject, c.period, c.split, c.place, c.people, c.further, c.hours, c.dominated
          from jsonb_to_recordset($1) w (subject text, split text[])
          join committee.cell c on c.subject = w.subject and c.split = w.split and c.period = any ($2)
          join committee.release r on r.id = c.release_id and r.as_of <= $3`,
          values: [JSON.stringify(splits), names, release.asOf],
        },
        {
          text: `select k.key, k.value::float8 as value from committee.release r, jsonb_each(r.committed_hours) k
          where k.key = any ($1)`,
          values: [names],
        },
        {
          text: `select as_of::text as day, partners from committee.release
          where as_of = any ($1::date[]) and as_of <= $2::date`,
          values: [[...new Set(drawingDays)], release.asOf],
        },
        closedYearsStatement(release, names),
      ],
    );
    return new ReleasedFigures(
      release,
      cells as unknown as CellRow[],
      Object.fromEntries(committed.map(({ key, value }) => [key, value])),
      new Map(drawing.map(({ day, partners }) => [day as string, partners as string[]])),
      closedYearsOf(closed),
    );
  }

  /** The figure of a measure at a place, and whether it is exact. */
  figure(subject: AnalysisSubject, measure: MeasureName, period: Period, place: Place): ReleasedFigure {
    if (!this.applies(subject, place)) return { ...notApplicable, denominator: null, exact: false };
    const exact = this.exactAt(subject, measure, period, place);
    // A hidden exact figure leaves the drawn one as it is.
    if (exact && exact.value !== null) return { ...exact, exact: true };
    return { ...this.drawnFigure(subject, measure, period, place), denominator: null, exact: false };
  }

  /** Whether the partners of a place can have rows of the subject: visits to forums, or persons whom they accompany. */
  applies(subject: AnalysisSubject, { PARTNER, FROM_PARTNER, TO_PARTNER }: Place): boolean {
    const { accompanying } = this.release;
    const partners = [PARTNER, FROM_PARTNER, TO_PARTNER].filter((id) => id !== undefined);
    return subject === 'FORUM_ATTENDANCES' || partners.every((id) => accompanying.includes(id));
  }

  private drawnFigure(subject: AnalysisSubject, name: MeasureName, period: Period, place: Place): Figure {
    const { by, figure }: Measure = measures[name];
    const split = splitOf([...Object.keys(place), ...(by ? [by] : [])] as CellDimension[]);
    const protection = protections[this.release.level];
    const isPublished = protection.spans.includes(period.span) && isIn(subject, period.span, split);
    if (!isPublished || period.until <= this.release.since) return hidden('NOT_PUBLISHED');
    const day = drawnIn(subject, period);
    // Those of the release that drew the period: one that joined later has no cell in it, and one that left has.
    const partners = this.partnersByRelease.get(day);
    if (!partners) return hidden(day <= this.release.asOf ? 'IN_PREPARATION' : 'NOT_YET');
    const drawn = figure({
      subject,
      span: period.span,
      protection,
      partners,
      committedHours: this.committedHours[period.name] ?? 0,
      cell: (part = {}) => this.cell(subject, period, { ...place, ...part }),
    });
    // The period is drawn without this place.
    return drawn.state === 'NOT_YET' ? hidden('NOT_PUBLISHED') : drawn;
  }

  private cell(subject: AnalysisSubject, period: Period, place: Place): DrawnCell | undefined {
    const split = splitOf(Object.keys(place) as CellDimension[]);
    const values = split.map((dimension) => place[dimension] as string);
    return this.#cells.get(cellKey(subject, period.name, split, values));
  }

  /** The exact figure of a question's place: that of the indicator that stands there. */
  private exactAt(
    subject: AnalysisSubject,
    measure: MeasureName,
    period: Period,
    place: Place,
  ): ExactFigure | undefined {
    const closed = this.closedYears.get(period.name);
    if (!closed) return undefined;
    for (const [key, it] of Object.entries(indicatorPlaces)) {
      if (it.subject !== subject) continue;
      const partner = it.partner && place[it.partner];
      const at = partner ? { ...it.at, [it.partner as string]: partner } : it.at;
      const of = partner ? (it.partnerMeasure ?? it.measure) : it.measure;
      if (of === measure && isSamePlace(at, place)) return closed[key as IndicatorKey]?.[partner ?? ''];
    }
    return undefined;
  }
}

/** A figure with its origin. */
export interface ReleasedFigure extends ExactFigure {
  readonly exact: boolean;
}

/** The splits whose cells the measures need. */
function splitsFor({ subject, measures: names, dimensions }: Wanted): { subject: string; split: Split }[] {
  return names.map((name) => {
    const { by }: Measure = measures[name];
    return { subject, split: splitOf(by ? [...dimensions, by] : dimensions) };
  });
}

function cellKey(subject: string, period: string, split: Split, place: readonly string[]): string {
  return placeKey([subject, period, split.join(), ...place]);
}

function isSamePlace(one: Place, other: Place): boolean {
  const keys = Object.keys(one) as CellDimension[];
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}
