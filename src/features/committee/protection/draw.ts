import type { KeyObject } from 'node:crypto';
import { type Amount, counts, type Split, splitsOf } from '../lattice/lattice.js';
import type { AnalysisSubject } from '../lattice/lists.js';
import type { Period } from '../lattice/period.js';
import type { CellDimension } from '../lattice/subjects.js';
import { type Counted, countCells, type Profile, placeKey } from './count.js';
import { noise } from './noise.js';
import type { Protection } from './protections.js';
import { isDominated, scaleOf } from './scales.js';

/** A cell as it is stored and never changed: its noisy numbers. */
export interface DrawnCell {
  readonly split: Split;
  /** The value of each dimension of the split. */
  readonly place: readonly string[];
  /** The number of persons. */
  readonly people: number;
  /** The number of rows beyond one for each person; null where rows are not counted. */
  readonly further: number | null;
  /** The hours; null where they are not counted. */
  readonly hours: number | null;
  /** Whether the hours would reveal those of one company. */
  readonly dominated: boolean;
}

/** The values of a dimension; the same list for every period, so that a missing cell reveals nothing. */
export type Domains = (dimension: CellDimension) => readonly string[];

/** What is drawn: the figures of one subject in one period. */
export interface Drawing {
  readonly subject: AnalysisSubject;
  readonly period: Pick<Period, 'name' | 'span'>;
  readonly protection: Protection;
  readonly key: KeyObject;
  readonly domains: Domains;
}

const nothing: Counted = { people: 0, rows: 0, hours: 0, companies: new Map() };

/** Draws every cell of a subject in a period, also those without rows. */
export function draw(drawing: Drawing, profiles: readonly Profile[]): DrawnCell[] {
  const { subject, period, protection, domains } = drawing;
  if (!protection.spans.includes(period.span)) return [];
  return splitsOf(subject, period.span).flatMap((split) => {
    const counted = countCells(subject, split, profiles);
    return placesOf(split, domains).map((place) =>
      drawCell(drawing, split, place, counted.get(placeKey(place)) ?? nothing),
    );
  });
}

function drawCell(drawing: Drawing, split: Split, place: readonly string[], counted: Counted): DrawnCell {
  const { subject, period, protection, key } = drawing;
  const { people, rows, hours, companies } = counted;
  // Each number has its own draw: a shared one would cancel out in a difference of the two.
  const drawn = (measure: string, scale: number) =>
    noise(key, [subject, measure, period.name, ...split, '', ...place], protection.sigma * scale);
  const amountOf = (amount: Amount, value: number) =>
    counts(subject, split, amount) ? Math.round(value + drawn(amount, scaleOf(amount, period.span))) : null;
  const drawnHours = amountOf('HOURS', hours);
  return {
    split,
    place,
    people: Math.round(people + drawn('PEOPLE', 1)),
    further: amountOf('ROWS', rows - people),
    hours: drawnHours,
    dominated: drawnHours !== null && isDominated(companies),
  };
}

function placesOf(split: Split, domains: Domains): string[][] {
  return split.reduce<string[][]>(
    (places, dimension) => places.flatMap((place) => domains(dimension).map((value) => [...place, value])),
    [[]],
  );
}
