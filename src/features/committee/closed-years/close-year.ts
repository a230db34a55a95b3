import type { Command } from '../../../commands/command.js';
import { refusal } from '../../../commands/refusal.js';
import type { Context } from '../../../context.js';
import { backgroundRole } from '../../../database/database-role.js';
import { type IndicatorKey, registry } from '../../indicators/index.js';
import { Member } from '../../partners/index.js';
import type { AnalysisSubject } from '../lattice/lists.js';
import { periodAt } from '../lattice/period.js';
import { allSubjects } from '../lattice/subjects.js';
import { indicatorPlaces } from '../measures/indicator-places.js';
import { type ReleaseRow, readReleases } from '../releases/read-release.js';
import { drawnIn } from '../releases/schedule.js';
import { ClosedMarks } from './closed-marks.entity.js';
import { ClosedYear } from './closed-year.entity.js';
import { type ExactFigures, protectExact } from './exact.js';
import type { FigureMarks } from './revision.js';
import type { YearFigure } from './year-figure.js';

/** A row of `facts.year_figures`, with its marks. */
export interface MarkedFigure extends YearFigure {
  readonly marks: Readonly<Record<string, number>>;
}

/** The exact figures of a year, as they are now, and the latest release. */
export interface YearNow {
  readonly figures: readonly MarkedFigure[];
  readonly latest: ReleaseRow | undefined;
  /** The days of all releases. */
  readonly made: readonly string[];
}

/** Reads the exact figures of a year. Long: outside the transaction of a command. */
export async function readYear(year: number, context: Pick<Context, 'database'>): Promise<YearNow> {
  const releases = await readReleases(context);
  const [latest] = releases;
  const text = 'select * from facts.year_figures($1)';
  const [figures = []] = latest
    ? await context.database.reader.read(backgroundRole, [{ text, values: [year] }])
    : [[]];
  return { figures: figures as unknown as MarkedFigure[], latest, made: releases.map(({ asOf }) => asOf) };
}

/** @throws Refusal unless the year has figures, is over, and the figures of all subjects are drawn */
export function checkIsComplete(year: number, { latest, made }: YearNow): ReleaseRow {
  const period = periodAt(year * 12, 'YEAR');
  if (latest && period.until <= latest.since) throw refusal('INVALID', 'year', withoutFigures);
  const days = allSubjects.map((subject) => drawnIn(subject, period)).sort();
  const complete = days.at(-1) as string;
  if (latest && days.every((day) => made.includes(day))) return latest;
  throw refusal('INVALID', 'year', {
    fr: `L’année ne peut pas encore être close : ses chiffres sont complets à l’arrêté du ${complete}.`,
    en: `The year cannot be closed yet: its figures are complete in the release of ${complete}.`,
  });
}

/** Why a year cannot be closed or revised. */
export const withoutFigures = {
  fr: 'Il n’y a pas de chiffres pour cette année.',
  en: 'There are no figures for this year.',
};

/** The protected exact figures of a subject. */
export function exactFigures(
  subject: AnalysisSubject,
  figures: readonly MarkedFigure[],
  { partners, accompanying }: Pick<ReleaseRow, 'partners' | 'accompanying'>,
): ExactFigures {
  return Object.fromEntries(
    keysOf(subject).map((key) => [
      key,
      protectExact(
        key,
        figures.filter((row) => row.key === key),
        partners,
        accompanying,
      ),
    ]),
  );
}

/** The marks of a subject's figures: by indicator, then by partner. */
export function marksOf(subject: AnalysisSubject, figures: readonly MarkedFigure[]): FigureMarks {
  return Object.fromEntries(
    keysOf(subject).map((key) => [
      key,
      Object.fromEntries(
        figures.filter((row) => row.key === key).map(({ partner_id, marks }) => [partner_id ?? '', marks]),
      ),
    ]),
  );
}

/** Waits until no other command closes or revises a year. */
export async function lockClosedYears({ em }: Command): Promise<void> {
  await em.execute(`select pg_advisory_xact_lock(hashtextextended('closed years', 0))`);
}

/** Stores the figures of a subject, as the hub: nobody may change them. */
export async function storeYear(
  command: Command,
  {
    marks,
    ...row
  }: Pick<ClosedYear, 'year' | 'subject' | 'revision' | 'reason' | 'figures'> & {
    readonly marks: FigureMarks;
  },
): Promise<string> {
  const { em, viewer, now } = command;
  const closed = em.create(ClosedYear, {
    ...row,
    madeAt: now,
    madeBy: em.getReference(Member, viewer.memberId),
  } as never);
  em.create(ClosedMarks, { closedYear: closed, marks } as never);
  return (closed as unknown as ClosedYear).id;
}

function keysOf(subject: AnalysisSubject): IndicatorKey[] {
  return (Object.keys(registry) as IndicatorKey[]).filter((key) => indicatorPlaces[key].subject === subject);
}
