import {
  changesToShow,
  type FigureMarks,
  type IsShown,
} from '../../../src/features/committee/closed-years/revision.js';
import { advantage, Insider } from './attack.js';
import { byPerson, type Look, type Points, points } from './campaign.js';
import { Dice } from './dice.js';
import { exactVector, shownExactly } from './exact.js';
import type { Vector } from './figures.js';

/** What the exact figures before and after revisions tell. */
export interface Revised {
  /** About one of the persons whose late rows a revision adds. */
  readonly membership: Points;
  /** How many of the revisions show a change. */
  readonly shown: number;
}

/**
 * Attacks the differences that revisions show: of the town and of partners. Each adds the late rows of other persons, who
 * stand in no drawn figure.
 * @param late how many persons each revision adds
 */
export function attackRevisions(
  { subject, periods }: Look,
  late: number,
  revisions: number,
  seed: string,
): Revised {
  const rows = [...byPerson(periods)].map(([person, own]) => [person, own.at(-1)?.rows ?? []] as const);
  const places = shownExactly(
    subject,
    rows.map(([, own]) => own),
  );
  const reached: number[] = [];
  let shown = 0;
  for (let revision = 0; revision < revisions; revision++) {
    const chosen = new Dice(`${seed}/${revision}`).sample(rows, late);
    const parts = new Map(chosen.map(([person, own]) => [person, exactVector(subject, own, places)]));
    const isShown = changesToShow({}, marksOf(parts));
    const seen = new Map([...parts].map(([person, part]) => [person, shownIn(part, isShown)]));
    if ([...seen.values()].every(({ size }) => size === 0)) continue;
    shown++;
    const insider = new Insider(seen);
    for (const [person, vector] of seen) reached.push(advantage(insider.distance(person, vector)));
  }
  return { membership: points(reached), shown };
}

/** The indicator and the place of an exact figure. */
function placeOf(figure: string): [indicator: string, partner: string] {
  const [, , indicator = '', partner = ''] = figure.split('/');
  return [indicator, partner];
}

function shownIn(part: Vector, isShown: IsShown): Vector {
  return new Map([...part].filter(([figure]) => isShown(...placeOf(figure))));
}

/** The marks of the changed indicators, as the hub keeps them, with a group of its own for each person. */
function marksOf(parts: ReadonlyMap<string, Vector>): FigureMarks {
  const marks: Record<string, Record<string, Record<string, number>>> = {};
  for (const [person, part] of parts)
    for (const [figure, value] of part) {
      const [indicator, partner] = placeOf(figure);
      const ofIndicator = marks[indicator] ?? {};
      const ofPlace = ofIndicator[partner] ?? {};
      marks[indicator] = ofIndicator;
      ofIndicator[partner] = ofPlace;
      ofPlace[person] = (ofPlace[person] ?? 0) + value;
    }
  return marks;
}
